-- caption.zh: 两栋楼重叠（平方米）
-- caption.en: two buildings overlap (m²)
-- mend.zh: 核对楼栋轮廓，重复的去掉一份
-- mend.en: check the outlines; take the double one out
-- severity: warning

SELECT 'building', a.id, NULL, coalesce(a.code, '?') || ' + ' || coalesce(b.code, '?') || ': ' || printf('%.2f', ST_Area(ST_Intersection(a.geometry, b.geometry))),
       ST_Intersection(a.geometry, b.geometry)
FROM building a
JOIN idx_building_geometry i ON i.xmin < ST_MaxX(a.geometry) AND i.xmax > ST_MinX(a.geometry)
                            AND i.ymin < ST_MaxY(a.geometry) AND i.ymax > ST_MinY(a.geometry)
JOIN building b ON b.id = i.pkid AND b.id <> a.id
WHERE ST_Area(ST_Intersection(a.geometry, b.geometry)) > 1
