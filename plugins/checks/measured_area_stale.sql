-- caption.zh: 量算面积与图形不符（记录／图形，平方米）
-- caption.en: the measured area on record is not that of the shape (record / shape, m²)
-- mend.zh: 重新量算；图形改过而面积没跟着改，说明有别的程序改过文件
-- mend.en: measure again; another program must have changed the shape
-- severity: error

SELECT 'parcel', p.id, NULL,
       coalesce(p.code, '?') || ': ' || printf('%.2f / %.2f', a.value_hundredths / 100.0, ST_Area(p.geometry)), p.geometry
FROM area_record a JOIN parcel p ON p.id = a.parcel
WHERE a.kind = 'measured' AND a.unit = 'm2' AND a.method = 'planar' AND p.geometry IS NOT NULL
  AND abs(a.value_hundredths / 100.0 - ST_Area(p.geometry)) > 0.011
