-- caption.zh: 一户有两套主房
-- caption.en: a household has two main flats
-- mend.zh: 其中一套改为增配房，或结束入住
-- mend.en: make one additional, or end one occupancy
-- severity: error

SELECT 'household', o.household, NULL, coalesce(h.code, '?') || ': ' || group_concat(f.code, ' + '), NULL
FROM occupancy o JOIN flat f ON f.id = o.flat JOIN party h ON h.id = o.household
WHERE o.kind = 'main' AND (o.valid_from IS NULL OR o.valid_from <= :date) AND (o.valid_to IS NULL OR o.valid_to >= :date)
GROUP BY o.household HAVING count(*) > 1
