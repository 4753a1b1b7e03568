-- caption.zh: 两个网格重叠（平方米）
-- caption.en: two grids overlap (m²)
-- mend.zh: 改网格界线，一处只能归一个网格
-- mend.en: mend the boundary: a place belongs to one grid
-- severity: error

SELECT 'grid', a.id, NULL, coalesce(a.code, '?') || ' + ' || coalesce(b.code, '?') || ': ' || printf('%.1f', ST_Area(ST_Intersection(a.geometry, b.geometry))),
       ST_Intersection(a.geometry, b.geometry)
FROM grid a JOIN grid b ON b.id <> a.id
WHERE MbrIntersects(a.geometry, b.geometry) AND ST_Area(ST_Intersection(a.geometry, b.geometry)) > 1
