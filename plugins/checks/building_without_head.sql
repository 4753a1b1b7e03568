-- caption.zh: 楼栋没有楼长
-- caption.en: a building has no head
-- mend.zh: 指定楼长
-- mend.en: appoint one
-- severity: warning

SELECT 'building', b.id, NULL, coalesce(b.code, '?'), b.geometry
FROM building b
WHERE b.kind = 'residential'
  AND NOT EXISTS (SELECT 1 FROM duty d WHERE d.building = b.id AND d.role = 'building_head' AND (d.valid_from IS NULL OR d.valid_from <= :date) AND (d.valid_to IS NULL OR d.valid_to >= :date))
