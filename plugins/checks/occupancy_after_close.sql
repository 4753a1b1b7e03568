-- caption.zh: 户已注销，入住没结束
-- caption.en: a closed household still occupies a flat
-- mend.zh: 结束入住，房子才能另行分配
-- mend.en: end the occupancy, so that the flat can be given to others
-- severity: error

SELECT 'household', o.household, NULL, coalesce(p.code, '?') || ': ' || coalesce(f.code, '?') || ', ' || h.registered_to, NULL
FROM occupancy o JOIN household h ON h.id = o.household JOIN party p ON p.id = h.id JOIN flat f ON f.id = o.flat
WHERE h.registered_to < :date AND (o.valid_to IS NULL OR o.valid_to > h.registered_to)
