-- caption.zh: 网格员兼任别的职责，或跨社区
-- caption.en: a grid worker serves elsewhere, too
-- mend.zh: 核对任职，过时的结束
-- mend.en: check the duties; end what is out of date
-- severity: warning

-- A worker may look after several grids, but of one community and without another office.
SELECT 'officer', o.id, NULL, coalesce(o.code, o.name) || ': ' || group_concat(DISTINCT d.role) || ' ' || count(DISTINCT g.community), NULL
FROM officer o JOIN duty d ON d.officer = o.id LEFT JOIN grid g ON g.id = d.grid
WHERE (d.valid_from IS NULL OR d.valid_from <= :date) AND (d.valid_to IS NULL OR d.valid_to >= :date)
GROUP BY o.id
HAVING sum(d.role = 'grid_worker') > 0 AND (count(DISTINCT d.role) > 1 OR count(DISTINCT g.community) > 1)
