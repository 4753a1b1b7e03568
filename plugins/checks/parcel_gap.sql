-- caption.zh: 相邻地块之间有缝（平方米）
-- caption.en: a narrow gap between parcels (m²)
-- mend.zh: 多半是界址点没对上；把相邻两块的界线改成同一条
-- mend.en: mostly corners that do not meet; give both neighbours the same boundary
-- severity: warning

-- Parcels of a village group put together; a hole in them that is narrower than a metre is no road and no ditch.
WITH RECURSIVE
  whole(village, geometry) AS (
    SELECT village, ST_Union(geometry) FROM parcel WHERE village IS NOT NULL GROUP BY village),
  part(village, geometry, piece, pieces) AS (
    SELECT village, geometry, 1, ST_NumGeometries(geometry) FROM whole
    UNION ALL SELECT village, geometry, piece + 1, pieces FROM part WHERE piece < pieces),
  hole(village, polygon, n, holes) AS (
    SELECT village, ST_GeometryN(geometry, piece), 1, ST_NumInteriorRing(ST_GeometryN(geometry, piece)) FROM part
    UNION ALL SELECT village, polygon, n + 1, holes FROM hole WHERE n < holes),
  ring(village, area, length, geometry) AS (
    SELECT village, ST_Area(ST_MakePolygon(ST_InteriorRingN(polygon, n))), ST_Length(ST_InteriorRingN(polygon, n)),
           ST_MakePolygon(ST_InteriorRingN(polygon, n))
    FROM hole WHERE holes >= n)
SELECT 'village', v.id, NULL, coalesce(v.code, '?') || ': ' || printf('%.2f', ring.area), ring.geometry
FROM ring JOIN village v ON v.id = ring.village
WHERE ring.length > 0 AND 2 * ring.area / ring.length < 1.0
