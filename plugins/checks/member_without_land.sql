-- caption.zh: 土地入股的社员在合作社没有土地
-- caption.en: a member who put land in has none in the cooperative
-- mend.zh: 核对入股合同，或改社员身份
-- mend.en: compare the agreements, or mend the member's role
-- severity: warning

WITH held(cooperative, party) AS (
  SELECT u.cooperative, r.party FROM use_agreement u JOIN parcel_right r ON r.parcel = u.parcel
  WHERE u.cooperative IS NOT NULL AND (u.valid_from IS NULL OR u.valid_from <= :date) AND (u.valid_to IS NULL OR u.valid_to >= :date)
  UNION
  SELECT u.cooperative, m.party FROM use_agreement u JOIN parcel_right r ON r.parcel = u.parcel
  JOIN party c ON c.id = r.party AND c.kind = 'contract_household'
  JOIN party_member k ON k.party = c.id JOIN party_member m ON m.member = k.member AND m.party <> c.id
  WHERE u.cooperative IS NOT NULL AND (u.valid_from IS NULL OR u.valid_from <= :date) AND (u.valid_to IS NULL OR u.valid_to >= :date))
SELECT h.kind, m.party, NULL, coalesce(h.code, h.name, '?') || ' / ' || coalesce(c.code, c.name, '?'), NULL
FROM membership m JOIN party h ON h.id = m.party JOIN party c ON c.id = m.cooperative
WHERE m.role = 'land' AND h.kind IN ('household', 'person') AND (m.valid_from IS NULL OR m.valid_from <= :date) AND (m.valid_to IS NULL OR m.valid_to >= :date)
  AND NOT EXISTS (SELECT 1 FROM held WHERE held.cooperative = m.cooperative AND held.party = m.party)
