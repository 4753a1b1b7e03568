-- caption.zh: 一个权证号登记在不同的户名下
-- caption.en: one certificate stands with different holders and parcels
-- mend.zh: 核对权证原件，抄错的改正
-- mend.en: compare the certificates themselves; mend what was copied wrongly
-- severity: error

-- A family's certificate lists all its fields, and families that share a wood share its certificate; neither is wrong.
SELECT 'parcel_right', r.id, NULL, r.certificate || ': ' || coalesce(p.code, '?') || ', ' || coalesce(h.code, h.name, '?'), p.geometry
FROM parcel_right r JOIN parcel p ON p.id = r.parcel JOIN party h ON h.id = r.party
WHERE (r.valid_from IS NULL OR r.valid_from <= :date) AND (r.valid_to IS NULL OR r.valid_to >= :date) AND r.certificate IN (
  SELECT c.certificate FROM parcel_right c WHERE c.certificate <> '' AND (c.valid_from IS NULL OR c.valid_from <= :date) AND (c.valid_to IS NULL OR c.valid_to >= :date)
  GROUP BY c.certificate HAVING count(DISTINCT c.parcel) > 1 AND count(DISTINCT c.party) > 1)
