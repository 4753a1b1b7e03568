-- Schema version 2: codes made offline are provisional until the desks have met; look-up of codes is fast.
ALTER TABLE parcel ADD COLUMN code_provisional INTEGER NOT NULL DEFAULT 0 CHECK (code_provisional IN (0,1));
ALTER TABLE flat ADD COLUMN code_provisional INTEGER NOT NULL DEFAULT 0 CHECK (code_provisional IN (0,1));
CREATE INDEX flat_code ON flat(code);
CREATE INDEX flat_building ON flat(building);
CREATE INDEX building_code ON building(code);
CREATE INDEX building_grid ON building(grid);
CREATE INDEX village_code ON village(code);
CREATE INDEX parcel_right_certificate ON parcel_right(certificate);
