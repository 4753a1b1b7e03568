-- caption.zh: 两块地重叠（平方米）
-- caption.en: two parcels overlap (m²)
-- mend.zh: 看图核对界线，改错的一块；真有争议的先不动，记入异议
-- mend.en: look at the boundary on the map and mend the wrong one; where it is disputed, record an objection
-- severity: error

-- The boxes are asked first (R*Tree); they must share more than a centimetre, so that neighbours do not count.
-- Each pair is computed once and said twice, for each of the two.
WITH pair(a, b, overlap) AS MATERIALIZED (
  SELECT p.id, q.id, ST_Intersection(p.geometry, q.geometry)
  FROM parcel p  -- CROSS JOIN: in this order, else SQLite compares each parcel with all
  CROSS JOIN idx_parcel_geometry i ON i.xmin <= ST_MaxX(p.geometry) - 0.01 AND i.xmax >= ST_MinX(p.geometry) + 0.01
                            AND i.ymin <= ST_MaxY(p.geometry) - 0.01 AND i.ymax >= ST_MinY(p.geometry) + 0.01
  CROSS JOIN parcel q ON q.id = i.pkid
  WHERE q.id > p.id AND ST_Relate(p.geometry, q.geometry, 'T********') = 1),
said(id, other, overlap) AS (SELECT a, b, overlap FROM pair UNION ALL SELECT b, a, overlap FROM pair)
SELECT 'parcel', p.id, CASE WHEN ST_Area(said.overlap) < 1 THEN 'warning' ELSE 'error' END,
       coalesce(p.code, '?') || ' + ' || coalesce(q.code, '?') || ': ' || printf('%.2f', ST_Area(said.overlap)), said.overlap
FROM said JOIN parcel p ON p.id = said.id JOIN parcel q ON q.id = said.other
WHERE ST_Area(said.overlap) > 0.01
