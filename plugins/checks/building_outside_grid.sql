-- caption.zh: 楼栋画在所属网格之外
-- caption.en: a building stands outside its grid
-- mend.zh: 以楼栋登记的网格为准；核对网格界线或楼栋位置
-- mend.en: what the building says counts; check the grid's boundary or the building's place
-- severity: warning

SELECT 'building', b.id, NULL, coalesce(b.code, b.name, '?') || ' / ' || coalesce(g.code, '?'), b.geometry
FROM building b JOIN grid g ON g.id = b.grid
WHERE g.geometry IS NOT NULL AND b.geometry IS NOT NULL AND NOT ST_Contains(g.geometry, ST_PointOnSurface(b.geometry))
