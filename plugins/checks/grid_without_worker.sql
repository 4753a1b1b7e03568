-- caption.zh: 网格没有网格员
-- caption.en: a grid has no worker
-- mend.zh: 指定网格员
-- mend.en: appoint one
-- severity: warning

SELECT 'grid', g.id, NULL, coalesce(g.code, '?'), g.geometry
FROM grid g
WHERE NOT EXISTS (SELECT 1 FROM duty d WHERE d.grid = g.id AND d.role = 'grid_worker' AND (d.valid_from IS NULL OR d.valid_from <= :date) AND (d.valid_to IS NULL OR d.valid_to >= :date))
