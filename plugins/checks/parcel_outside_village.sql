-- caption.zh: 地块不在所属村组范围内
-- caption.en: a parcel does not lie in its village group
-- mend.zh: 核对发包方编码，或村组界线
-- mend.en: check the code of the village group, or its boundary
-- severity: error

SELECT 'parcel', p.id, NULL, coalesce(p.code, '?') || ' / ' || coalesce(v.code, '?'), p.geometry
FROM village v
JOIN parcel p ON p.village = v.id
WHERE v.geometry IS NOT NULL AND p.geometry IS NOT NULL
  AND NOT ST_Contains(v.geometry, ST_PointOnSurface(p.geometry))
