-- Schema version 1: the town file (DESIGN §3).
-- Rules (design/changesets.md): integer keys only, no generated columns, foreign keys deferred and without
-- actions, no UNIQUE on values that people may swap, CHECK within one row only. What real registers do
-- contain although it should not (a code twice, shares that do not add up) is stored and found, never
-- refused here. Dates are ISO text, both ends inclusive, NULL is open. Areas and money are whole hundredths.
-- Choices are written as OR chains: for an IN list of three or more SQLite builds a temporary table at every INSERT.
-- {srid} is replaced by the SRID of the town's CRS.

-- ---- the town -------------------------------------------------------------------------------------
CREATE TABLE community (
  id INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL, note TEXT);
SELECT AddGeometryColumn('community', 'geometry', {srid}, 'MULTIPOLYGON', 'XY');

CREATE TABLE grid (
  id INTEGER PRIMARY KEY, code TEXT, name TEXT,
  community INTEGER REFERENCES community(id) DEFERRABLE INITIALLY DEFERRED, note TEXT);
SELECT AddGeometryColumn('grid', 'geometry', {srid}, 'MULTIPOLYGON', 'XY');

CREATE TABLE building (
  id INTEGER PRIMARY KEY, code TEXT, name TEXT,
  kind TEXT NOT NULL DEFAULT 'residential' CHECK (kind='residential' OR kind='public' OR kind='commercial'
    OR kind='other'),
  grid INTEGER REFERENCES grid(id) DEFERRABLE INITIALLY DEFERRED,
  floors INTEGER CHECK (floors >= 0), address TEXT, built_on TEXT, note TEXT);
SELECT AddGeometryColumn('building', 'geometry', {srid}, 'MULTIPOLYGON', 'XY');

CREATE TABLE entrance (
  id INTEGER PRIMARY KEY, code TEXT, name TEXT,
  building INTEGER NOT NULL REFERENCES building(id) DEFERRABLE INITIALLY DEFERRED, note TEXT);
SELECT AddGeometryColumn('entrance', 'geometry', {srid}, 'POINT', 'XY');

CREATE TABLE flat (
  id INTEGER PRIMARY KEY, code TEXT, unit_number TEXT,   -- 不动产单元号, 28 characters (GB/T 37346)
  building INTEGER NOT NULL REFERENCES building(id) DEFERRABLE INITIALLY DEFERRED,
  entrance INTEGER REFERENCES entrance(id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT, floor INTEGER, rooms INTEGER CHECK (rooms >= 0),
  area_hundredths INTEGER CHECK (area_hundredths >= 0),  -- of a m2
  note TEXT);

CREATE TABLE facility (
  id INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL, kind TEXT NOT NULL,
  building INTEGER REFERENCES building(id) DEFERRABLE INITIALLY DEFERRED, address TEXT, note TEXT);
SELECT AddGeometryColumn('facility', 'geometry', {srid}, 'POINT', 'XY');

CREATE TABLE street (
  id INTEGER PRIMARY KEY, code TEXT, name TEXT,
  kind TEXT NOT NULL DEFAULT 'local' CHECK (kind='main' OR kind='local' OR kind='path'),
  width_m REAL CHECK (width_m > 0), note TEXT);
SELECT AddGeometryColumn('street', 'geometry', {srid}, 'MULTILINESTRING', 'XY');

CREATE TABLE barrier (
  id INTEGER PRIMARY KEY, code TEXT, name TEXT,
  kind TEXT NOT NULL CHECK (kind='river' OR kind='wall' OR kind='railway' OR kind='bridge' OR kind='gate'), note TEXT);
SELECT AddGeometryColumn('barrier', 'geometry', {srid}, 'MULTILINESTRING', 'XY');

-- ---- the villages ---------------------------------------------------------------------------------
CREATE TABLE village (                                   -- one row a village group 村民小组
  id INTEGER PRIMARY KEY, code TEXT,                     -- 发包方编码, 14 digits (GB/T 35958)
  town TEXT, village TEXT, grp TEXT, note TEXT);
SELECT AddGeometryColumn('village', 'geometry', {srid}, 'MULTIPOLYGON', 'XY');

-- ---- people: LADM parties. household, person and cooperative extend party: the same id -------------
CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind='household' OR kind='contract_household' OR kind='person' OR kind='collective'
    OR kind='company' OR kind='cooperative'),
  code TEXT, name TEXT, note TEXT);
CREATE INDEX party_code ON party(code);
CREATE INDEX party_name ON party(name);

CREATE TABLE household (
  id INTEGER PRIMARY KEY REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  relocated INTEGER NOT NULL DEFAULT 1 CHECK (relocated IN (0,1)),
  origin INTEGER REFERENCES village(id) DEFERRABLE INITIALLY DEFERRED,  -- the group it came from
  moved_on TEXT, registered_to TEXT);                    -- registered_to: end of the register entry, NULL while in force
CREATE INDEX household_origin ON household(origin);

CREATE TABLE person (
  id INTEGER PRIMARY KEY REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  sex TEXT CHECK (sex IN ('male','female')),
  birth_year INTEGER, education TEXT, died_on TEXT);     -- birth month and day are sealed

CREATE TABLE party_member (                              -- LA_PartyMember: who belongs to a group party
  id INTEGER PRIMARY KEY,
  party INTEGER NOT NULL REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  member INTEGER NOT NULL REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  relation TEXT,                                         -- to the head, GB/T 4761
  share_num INTEGER CHECK (share_num >= 0), share_den INTEGER CHECK (share_den > 0),
  valid_from TEXT, valid_to TEXT, CHECK (valid_from <= valid_to));
CREATE INDEX party_member_party ON party_member(party);
CREATE INDEX party_member_member ON party_member(member);

CREATE TABLE occupancy (
  id INTEGER PRIMARY KEY,
  household INTEGER NOT NULL REFERENCES household(id) DEFERRABLE INITIALLY DEFERRED,
  flat INTEGER NOT NULL REFERENCES flat(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL DEFAULT 'main' CHECK (kind IN ('main','additional')),
  allocation TEXT CHECK (allocation IN ('ordinary','ground_floor')),  -- ground_floor: because of difficulty in moving
  valid_from TEXT, valid_to TEXT, note TEXT, CHECK (valid_from <= valid_to));
CREATE INDEX occupancy_household ON occupancy(household);
CREATE INDEX occupancy_flat ON occupancy(flat);

-- The seven-colour groups as a catalogue. Who belongs to one lives in `sealed` only.
CREATE TABLE marking (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, colour TEXT, note TEXT);
-- Benefit schemes as a catalogue. Who receives one lives in `sealed` only.
CREATE TABLE benefit (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, office TEXT, note TEXT);

CREATE TABLE employment (                                -- one row a labourer's current or past work
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL CHECK (status IN ('employed','seeking')),
  kind TEXT CHECK (kind='local' OR kind='away' OR kind='special_post' OR kind='self_employed' OR kind='farming'),
  employer TEXT, place TEXT, valid_from TEXT, valid_to TEXT, note TEXT, CHECK (valid_from <= valid_to));
CREATE INDEX employment_person ON employment(person);

CREATE TABLE training (                                  -- a course
  id INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL, skill TEXT, organiser TEXT,
  held_from TEXT, held_to TEXT, note TEXT, CHECK (held_from <= held_to));
CREATE TABLE training_attendance (
  id INTEGER PRIMARY KEY,
  training INTEGER NOT NULL REFERENCES training(id) DEFERRABLE INITIALLY DEFERRED,
  person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, result TEXT);
CREATE INDEX training_attendance_person ON training_attendance(person);

CREATE TABLE enrolment (                                 -- pupils
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  facility INTEGER REFERENCES facility(id) DEFERRABLE INITIALLY DEFERRED,
  stage TEXT NOT NULL CHECK (stage='kindergarten' OR stage='primary' OR stage='middle' OR stage='high'),
  grade TEXT, valid_from TEXT, valid_to TEXT, CHECK (valid_from <= valid_to));
CREATE INDEX enrolment_person ON enrolment(person);

CREATE TABLE business (                                  -- shops, restaurants, stalls
  id INTEGER PRIMARY KEY, code TEXT, name TEXT, kind TEXT NOT NULL CHECK (kind='shop' OR kind='restaurant'
    OR kind='stall' OR kind='other'),
  owner INTEGER REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED, address TEXT,
  valid_from TEXT, valid_to TEXT, note TEXT, CHECK (valid_from <= valid_to));

-- ---- parcels --------------------------------------------------------------------------------------
CREATE TABLE parcel (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind='homestead' OR kind='woodland' OR kind='farmland'),
  code TEXT,                                             -- 地块编码 / 宗地代码, 19 characters
  name TEXT,
  village INTEGER REFERENCES village(id) DEFERRABLE INITIALLY DEFERRED,
  land_class TEXT, grade TEXT,                           -- GB/T 21010; 地力等级
  compartment TEXT, subcompartment TEXT,                 -- 林班, 小班
  bound_east TEXT, bound_south TEXT, bound_west TEXT, bound_north TEXT,  -- 四至 in words
  contract_from TEXT, contract_to TEXT,
  use_status TEXT CHECK (use_status='self_farmed' OR use_status='idle' OR use_status='returned'
    OR use_status='reclaimed'),
  note TEXT, CHECK (contract_from <= contract_to));
CREATE INDEX parcel_code ON parcel(code);
CREATE INDEX parcel_village ON parcel(village);
SELECT AddGeometryColumn('parcel', 'geometry', {srid}, 'MULTIPOLYGON', 'XY');

CREATE TABLE boundary_point (
  id INTEGER PRIMARY KEY,
  parcel INTEGER REFERENCES parcel(id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL, ring INTEGER, position INTEGER, kind TEXT, note TEXT);  -- code: J number
CREATE INDEX boundary_point_parcel ON boundary_point(parcel);
SELECT AddGeometryColumn('boundary_point', 'geometry', {srid}, 'POINT', 'XY');

CREATE TABLE restriction (
  id INTEGER PRIMARY KEY, code TEXT, name TEXT,
  kind TEXT NOT NULL CHECK (kind='basic_farmland' OR kind='ecological_red_line' OR kind='mortgage' OR kind='seizure'
    OR kind='other'),
  parcel INTEGER REFERENCES parcel(id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT, valid_from TEXT, valid_to TEXT, note TEXT, CHECK (valid_from <= valid_to));
SELECT AddGeometryColumn('restriction', 'geometry', {srid}, 'MULTIPOLYGON', 'XY');

CREATE TABLE origin_house (
  id INTEGER PRIMARY KEY,
  parcel INTEGER REFERENCES parcel(id) DEFERRABLE INITIALLY DEFERRED,
  household INTEGER REFERENCES household(id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state='standing' OR state='demolished' OR state='returned_to_farmland'),
  area_hundredths INTEGER CHECK (area_hundredths >= 0),
  compensation_hundredths INTEGER CHECK (compensation_hundredths >= 0),  -- yuan
  state_on TEXT, note TEXT);

-- ---- who holds what: LADM RRR ---------------------------------------------------------------------
CREATE TABLE parcel_right (
  id INTEGER PRIMARY KEY,
  parcel INTEGER NOT NULL REFERENCES parcel(id) DEFERRABLE INITIALLY DEFERRED,
  party INTEGER NOT NULL REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind='ownership' OR kind='qualification' OR kind='contract' OR kind='operation'
    OR kind='use'),
  share_num INTEGER NOT NULL DEFAULT 1 CHECK (share_num >= 0),
  share_den INTEGER NOT NULL DEFAULT 1 CHECK (share_den > 0),
  certificate TEXT, valid_from TEXT, valid_to TEXT, note TEXT, CHECK (valid_from <= valid_to));
CREATE INDEX parcel_right_parcel ON parcel_right(parcel);
CREATE INDEX parcel_right_party ON parcel_right(party);

CREATE TABLE area_record (
  id INTEGER PRIMARY KEY,
  parcel INTEGER NOT NULL REFERENCES parcel(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind='registered' OR kind='measured' OR kind='actual'),
  value_hundredths INTEGER NOT NULL CHECK (value_hundredths >= 0),
  unit TEXT NOT NULL CHECK (unit IN ('m2','mu')),
  method TEXT, source TEXT, recorded_on TEXT);
CREATE INDEX area_record_parcel ON area_record(parcel);

CREATE TABLE cooperative (
  id INTEGER PRIMARY KEY REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  registration TEXT,                                     -- 统一社会信用代码, 18 characters (GB 32100)
  founded_on TEXT, dissolved_on TEXT);

CREATE TABLE document (
  id INTEGER PRIMARY KEY, sha256 TEXT, name TEXT NOT NULL, media_type TEXT, bytes BLOB, path TEXT,
  personal INTEGER NOT NULL DEFAULT 0 CHECK (personal IN (0,1)), note TEXT,
  CHECK (personal = 0 OR bytes IS NULL));                -- personal documents are sealed

CREATE TABLE use_agreement (
  id INTEGER PRIMARY KEY,
  parcel INTEGER NOT NULL REFERENCES parcel(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind='lease' OR kind='share' OR kind='reclaim' OR kind='lodging' OR kind='transfer'),
  area_hundredths INTEGER CHECK (area_hundredths >= 0),  -- NULL: the whole parcel
  unit TEXT CHECK (unit IN ('m2','mu')),
  lessee INTEGER REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  cooperative INTEGER REFERENCES cooperative(id) DEFERRABLE INITIALLY DEFERRED,
  contract_no TEXT, valid_from TEXT, valid_to TEXT,
  rent_hundredths INTEGER CHECK (rent_hundredths >= 0),  -- yuan a year
  document INTEGER REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED, note TEXT,
  CHECK (valid_from <= valid_to));
CREATE INDEX use_agreement_parcel ON use_agreement(parcel);

CREATE TABLE payment (
  id INTEGER PRIMARY KEY,
  agreement INTEGER REFERENCES use_agreement(id) DEFERRABLE INITIALLY DEFERRED,
  party INTEGER REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT CHECK (kind='rent' OR kind='dividend' OR kind='wage' OR kind='compensation'),
  planned_hundredths INTEGER, due_on TEXT, paid_hundredths INTEGER, paid_on TEXT, note TEXT);
CREATE INDEX payment_party ON payment(party);
CREATE INDEX payment_agreement ON payment(agreement);

-- ---- planning -------------------------------------------------------------------------------------
CREATE TABLE membership (
  id INTEGER PRIMARY KEY,
  cooperative INTEGER NOT NULL REFERENCES cooperative(id) DEFERRABLE INITIALLY DEFERRED,
  party INTEGER NOT NULL REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL CHECK (role='farms' OR role='land' OR role='labour' OR role='capital'),
  share_hundredths INTEGER CHECK (share_hundredths >= 0),
  valid_from TEXT, valid_to TEXT, CHECK (valid_from <= valid_to));
CREATE INDEX membership_cooperative ON membership(cooperative);
CREATE INDEX membership_party ON membership(party);

CREATE TABLE plan (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('grid','block')), name TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state='draft' OR state='adopted' OR state='rejected'
    OR state='superseded'),
  made_on TEXT, parameters TEXT, result TEXT, note TEXT);          -- parameters, result: JSON
SELECT AddGeometryColumn('plan', 'geometry', {srid}, 'MULTIPOLYGON', 'XY');

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  party INTEGER NOT NULL REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  plan INTEGER NOT NULL REFERENCES plan(id) DEFERRABLE INITIALLY DEFERRED,
  answer TEXT NOT NULL CHECK (answer='yes' OR answer='no' OR answer='open'
    OR answer='away'), answered_on TEXT, note TEXT);
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, held_on TEXT, place TEXT,
  community INTEGER REFERENCES community(id) DEFERRABLE INITIALLY DEFERRED,
  village INTEGER REFERENCES village(id) DEFERRABLE INITIALLY DEFERRED,
  document INTEGER REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED, note TEXT);
CREATE TABLE objection (
  id INTEGER PRIMARY KEY,
  meeting INTEGER REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  plan INTEGER REFERENCES plan(id) DEFERRABLE INITIALLY DEFERRED,
  parcel INTEGER REFERENCES parcel(id) DEFERRABLE INITIALLY DEFERRED,
  party INTEGER REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL, raised_on TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state='open' OR state='accepted' OR state='refused'
    OR state='withdrawn'), answer TEXT);
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  meeting INTEGER REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
  plan INTEGER REFERENCES plan(id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL, decided_on TEXT, votes_for INTEGER, votes_against INTEGER, votes_open INTEGER);

-- ---- offices --------------------------------------------------------------------------------------
CREATE TABLE party_group (                               -- 党小组
  id INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL,
  community INTEGER REFERENCES community(id) DEFERRABLE INITIALLY DEFERRED, note TEXT);
CREATE TABLE officer (
  id INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, unit TEXT, post TEXT, note TEXT);
CREATE TABLE duty (
  id INTEGER PRIMARY KEY,
  officer INTEGER NOT NULL REFERENCES officer(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL CHECK (role='contact_leader' OR role='cadre' OR role='grid_worker' OR role='building_head'
    OR role='party_member' OR role='delegate' OR role='county_office' OR role='origin_town' OR role='origin_village'
    OR role='helping_officer'),
  community INTEGER REFERENCES community(id) DEFERRABLE INITIALLY DEFERRED,
  grid INTEGER REFERENCES grid(id) DEFERRABLE INITIALLY DEFERRED,
  building INTEGER REFERENCES building(id) DEFERRABLE INITIALLY DEFERRED,
  village INTEGER REFERENCES village(id) DEFERRABLE INITIALLY DEFERRED,
  party_group INTEGER REFERENCES party_group(id) DEFERRABLE INITIALLY DEFERRED,
  household INTEGER REFERENCES household(id) DEFERRABLE INITIALLY DEFERRED,
  valid_from TEXT, valid_to TEXT, CHECK (valid_from <= valid_to));
CREATE INDEX duty_officer ON duty(officer);
CREATE TABLE pairing (                                   -- 1+X: one officer or party member helps X households
  id INTEGER PRIMARY KEY,
  officer INTEGER NOT NULL REFERENCES officer(id) DEFERRABLE INITIALLY DEFERRED,
  household INTEGER NOT NULL REFERENCES household(id) DEFERRABLE INITIALLY DEFERRED,
  valid_from TEXT, valid_to TEXT, note TEXT, CHECK (valid_from <= valid_to));

-- ---- keeping --------------------------------------------------------------------------------------
CREATE TABLE setting (id INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT);
CREATE TABLE finding (
  id INTEGER PRIMARY KEY, rule TEXT NOT NULL, severity TEXT NOT NULL CHECK (severity='note' OR severity='warning'
    OR severity='error'),
  tab TEXT, row INTEGER, field TEXT, value TEXT, reason TEXT NOT NULL, mend TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state='open' OR state='done'
    OR state='accepted'), found_on TEXT, note TEXT);
SELECT AddGeometryColumn('finding', 'geometry', {srid}, 'POINT', 'XY');
CREATE TABLE lineage (
  id INTEGER PRIMARY KEY, tab TEXT NOT NULL, parent INTEGER NOT NULL, child INTEGER NOT NULL,
  event TEXT NOT NULL CHECK (event='split' OR event='merge' OR event='reshape' OR event='replace'), happened_on TEXT);
CREATE TABLE style (id INTEGER PRIMARY KEY, name TEXT NOT NULL, sld TEXT NOT NULL);
CREATE TABLE layer (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, tab TEXT, style INTEGER REFERENCES style(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER, visible INTEGER NOT NULL DEFAULT 1 CHECK (visible IN (0,1)), opacity REAL, source TEXT);

-- Sealed records: one a party, body = nonce + XChaCha20-Poly1305 of padded JSON, blind = keyed hash of the
-- identity number (exact look-up without unlocking anything else).
CREATE TABLE sealed (
  id INTEGER PRIMARY KEY,
  party INTEGER NOT NULL REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  body BLOB NOT NULL, blind BLOB);
CREATE INDEX sealed_party ON sealed(party);
CREATE INDEX sealed_blind ON sealed(blind);
-- The data key, wrapped: once per officer's passphrase (Argon2id), once for the recovery key.
CREATE TABLE key_wrap (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('passphrase','recovery')), holder TEXT NOT NULL,
  salt BLOB NOT NULL, ops_limit INTEGER NOT NULL, mem_limit INTEGER NOT NULL, wrapped BLOB NOT NULL);
-- Clear counts of the sealed groups, written by the Edit that changes them.
CREATE TABLE group_count (
  id INTEGER PRIMARY KEY,
  community INTEGER REFERENCES community(id) DEFERRABLE INITIALLY DEFERRED,
  grp TEXT NOT NULL, n INTEGER NOT NULL CHECK (n >= 0));

-- ---- not tracked: the history itself and what must never be undone ---------------------------------
CREATE TABLE desk (id INTEGER PRIMARY KEY, name TEXT NOT NULL, next INTEGER NOT NULL);  -- next counter, never goes back
CREATE TABLE history (
  seq INTEGER PRIMARY KEY, uid TEXT NOT NULL, desk INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL,
  why TEXT NOT NULL, batch TEXT, schema_version INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind='edit' OR kind='undo' OR kind='redo' OR kind='access'),
  undoes INTEGER, root INTEGER NOT NULL,                 -- root: the edit that this chain of undo and redo is about
  id_first INTEGER, id_last INTEGER,                     -- ids that this edit gave out
  changes INTEGER NOT NULL, encoding TEXT NOT NULL CHECK (encoding='raw' OR encoding='zstd' OR encoding='parts'
    OR encoding='root' OR encoding='inverse' OR encoding='none'),
  -- root, inverse: this entry did what the root edit recorded, or its inverse; large changesets are kept once
  changeset BLOB, size INTEGER NOT NULL,                 -- size: bytes of the uncompressed changeset
  sha256 TEXT NOT NULL);                                 -- chained: over the previous sha256 and the uncompressed changeset
CREATE UNIQUE INDEX history_uid ON history(uid);
CREATE INDEX history_root ON history(root, seq);
CREATE INDEX history_actor ON history(actor, root, seq);
CREATE INDEX history_batch ON history(batch) WHERE batch IS NOT NULL;
CREATE TABLE history_part (edit INTEGER NOT NULL, part INTEGER NOT NULL, z BLOB NOT NULL, PRIMARY KEY (edit, part)) WITHOUT ROWID;
CREATE TABLE touch (tab TEXT NOT NULL, pk INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (tab, pk, seq)) WITHOUT ROWID;

-- ---- every foreign key has an index: deleting a row looks its children up in each ---------------------
CREATE INDEX grid_community ON grid(community);
CREATE INDEX entrance_building ON entrance(building);
CREATE INDEX flat_entrance ON flat(entrance);
CREATE INDEX facility_building ON facility(building);
CREATE INDEX training_attendance_training ON training_attendance(training);
CREATE INDEX enrolment_facility ON enrolment(facility);
CREATE INDEX business_owner ON business(owner);
CREATE INDEX restriction_parcel ON restriction(parcel);
CREATE INDEX origin_house_parcel ON origin_house(parcel);
CREATE INDEX origin_house_household ON origin_house(household);
CREATE INDEX use_agreement_lessee ON use_agreement(lessee);
CREATE INDEX use_agreement_cooperative ON use_agreement(cooperative);
CREATE INDEX use_agreement_document ON use_agreement(document);
CREATE INDEX consent_party ON consent(party);
CREATE INDEX consent_plan ON consent(plan);
CREATE INDEX meeting_community ON meeting(community);
CREATE INDEX meeting_village ON meeting(village);
CREATE INDEX meeting_document ON meeting(document);
CREATE INDEX objection_meeting ON objection(meeting);
CREATE INDEX objection_plan ON objection(plan);
CREATE INDEX objection_parcel ON objection(parcel);
CREATE INDEX objection_party ON objection(party);
CREATE INDEX decision_meeting ON decision(meeting);
CREATE INDEX decision_plan ON decision(plan);
CREATE INDEX party_group_community ON party_group(community);
CREATE INDEX officer_person ON officer(person);
CREATE INDEX duty_community ON duty(community);
CREATE INDEX duty_grid ON duty(grid);
CREATE INDEX duty_building ON duty(building);
CREATE INDEX duty_village ON duty(village);
CREATE INDEX duty_party_group ON duty(party_group);
CREATE INDEX duty_household ON duty(household);
CREATE INDEX pairing_officer ON pairing(officer);
CREATE INDEX pairing_household ON pairing(household);
CREATE INDEX layer_style ON layer(style);
CREATE INDEX group_count_community ON group_count(community);

-- ---- spatial indexes ------------------------------------------------------------------------------
SELECT CreateSpatialIndex('community', 'geometry');
SELECT CreateSpatialIndex('grid', 'geometry');
SELECT CreateSpatialIndex('building', 'geometry');
SELECT CreateSpatialIndex('entrance', 'geometry');
SELECT CreateSpatialIndex('facility', 'geometry');
SELECT CreateSpatialIndex('street', 'geometry');
SELECT CreateSpatialIndex('barrier', 'geometry');
SELECT CreateSpatialIndex('village', 'geometry');
SELECT CreateSpatialIndex('parcel', 'geometry');
SELECT CreateSpatialIndex('boundary_point', 'geometry');
SELECT CreateSpatialIndex('restriction', 'geometry');
SELECT CreateSpatialIndex('plan', 'geometry');
SELECT CreateSpatialIndex('finding', 'geometry');

-- ---- 亩 lives in views, so that tracked tables have no generated columns -----------------------------
CREATE VIEW parcel_area AS
  SELECT p.id AS parcel, p.kind AS parcel_kind, a.kind AS area_kind, a.value_hundredths, a.unit,
         CASE a.unit WHEN 'mu' THEN a.value_hundredths / 100.0 ELSE a.value_hundredths * 0.0015 / 100.0 END AS area_mu,
         a.method, a.recorded_on
  FROM area_record a JOIN parcel p ON p.id = a.parcel;
