-- caption.zh: 一套房住了两户
-- caption.en: two households live in one flat
-- mend.zh: 核对谁真住着，结束另一条入住
-- mend.en: see who really lives there and end the other occupancy
-- severity: error

SELECT 'flat', o.flat, NULL, coalesce(f.code, '?') || ': ' || group_concat(h.code, ' + '), NULL
FROM occupancy o JOIN flat f ON f.id = o.flat JOIN party h ON h.id = o.household
WHERE (o.valid_from IS NULL OR o.valid_from <= :date) AND (o.valid_to IS NULL OR o.valid_to >= :date)
GROUP BY o.flat HAVING count(DISTINCT o.household) > 1
