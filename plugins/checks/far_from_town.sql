-- caption.zh: 坐标离其余资料太远（公里）
-- caption.en: coordinates lie far from all others (km)
-- mend.zh: 多半是坐标带、坐标轴或中央经线弄错；用 doctor 看原资料
-- mend.en: mostly another zone, swapped axes or another meridian; look at the source with doctor
-- severity: error

-- Against the middle of all parcels and buildings: a layer in the wrong zone lies hundreds of kilometres away.
WITH place(tab, id, code, x, y, geometry) AS (
  SELECT 'parcel', id, code, ST_MinX(geometry), ST_MinY(geometry), geometry FROM parcel WHERE geometry IS NOT NULL
  UNION ALL SELECT 'building', id, code, ST_MinX(geometry), ST_MinY(geometry), geometry FROM building WHERE geometry IS NOT NULL
  UNION ALL SELECT 'village', id, code, ST_MinX(geometry), ST_MinY(geometry), geometry FROM village WHERE geometry IS NOT NULL
  UNION ALL SELECT 'facility', id, code, ST_MinX(geometry), ST_MinY(geometry), geometry FROM facility WHERE geometry IS NOT NULL),
middle(x, y) AS (
  SELECT (SELECT x FROM place ORDER BY x LIMIT 1 OFFSET (SELECT count(*) / 2 FROM place)),
         (SELECT y FROM place ORDER BY y LIMIT 1 OFFSET (SELECT count(*) / 2 FROM place)))
SELECT place.tab, place.id, NULL,
       coalesce(place.code, '?') || ': ' || printf('%.0f', sqrt(pow(place.x - middle.x, 2) + pow(place.y - middle.y, 2)) / 1000),
       place.geometry
FROM place, middle
WHERE abs(place.x - middle.x) > 100000 OR abs(place.y - middle.y) > 100000
