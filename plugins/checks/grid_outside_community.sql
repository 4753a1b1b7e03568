-- caption.zh: 网格不在所属社区范围内
-- caption.en: a grid lies outside its community
-- mend.zh: 核对网格的社区，或界线
-- mend.en: check the grid's community, or the boundary
-- severity: warning

SELECT 'grid', g.id, NULL, coalesce(g.code, '?') || ' / ' || coalesce(c.code, '?'), g.geometry
FROM grid g JOIN community c ON c.id = g.community
WHERE g.geometry IS NOT NULL AND c.geometry IS NOT NULL AND ST_Area(ST_Difference(g.geometry, c.geometry)) > 0.01 * ST_Area(g.geometry)
