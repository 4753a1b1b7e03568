-- caption.zh: 地类与地块种类不符
-- caption.en: the land class does not go with the kind of parcel
-- mend.zh: 核对地类；确已改变用途的，先办手续
-- mend.en: check the class; where the use has really changed, that needs a permission first
-- severity: warning

-- GB/T 21010-2017: 01 arable, 02 garden, 03 wood, 04 grass, 0702 homestead, 12 field ridges and farm facilities.
SELECT 'parcel', id, NULL, coalesce(code, '?') || ': ' || kind || ', ' || land_class, geometry
FROM parcel
WHERE land_class IS NOT NULL
  AND ((kind = 'homestead' AND substr(land_class, 1, 4) NOT IN ('0702', '203', '203A'))
    OR (kind = 'woodland' AND substr(land_class, 1, 2) NOT IN ('03', '02'))
    OR (kind = 'farmland' AND substr(land_class, 1, 2) NOT IN ('01', '02', '04', '11', '12')))
