-- caption.zh: 两块地重叠（平方米）
-- caption.en: two parcels overlap (m²)
-- mend.zh: 看图核对界线，改错的一块；真有争议的先不动，记入异议
-- mend.en: look at the boundary on the map and mend the wrong one; where it is disputed, record an objection
-- severity: error

-- The boxes are asked first (R*Tree); they must share more than a centimetre, so that neighbours do not count.
SELECT 'parcel', a.id, CASE WHEN a.m2 < 1 THEN 'warning' ELSE 'error' END,
       coalesce(a.code, '?') || ' + ' || coalesce(a.other, '?') || ': ' || printf('%.2f', a.m2), a.overlap
FROM (
  SELECT p.id, p.code, q.code AS other, ST_Intersection(p.geometry, q.geometry) AS overlap,
         ST_Area(ST_Intersection(p.geometry, q.geometry)) AS m2
  FROM parcel p
  JOIN idx_parcel_geometry i ON i.xmin <= ST_MaxX(p.geometry) - 0.01 AND i.xmax >= ST_MinX(p.geometry) + 0.01
                            AND i.ymin <= ST_MaxY(p.geometry) - 0.01 AND i.ymax >= ST_MinY(p.geometry) + 0.01
  JOIN parcel q ON q.id = i.pkid
  WHERE q.id <> p.id AND ST_Relate(p.geometry, q.geometry, 'T********') = 1
) a
WHERE a.m2 > 0.01
