-- caption.zh: 搬迁户没有住房
-- caption.en: a relocated household has no flat
-- mend.zh: 补上入住，或注销已经迁走的户
-- mend.en: add its flat, or close the entry of a family that has left
-- severity: warning

SELECT 'household', h.id, NULL, coalesce(p.code, '?'), NULL
FROM household h JOIN party p ON p.id = h.id
WHERE h.relocated = 1 AND (h.registered_to IS NULL OR h.registered_to >= :date)
  AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.household = h.id AND (o.valid_from IS NULL OR o.valid_from <= :date) AND (o.valid_to IS NULL OR o.valid_to >= :date))
