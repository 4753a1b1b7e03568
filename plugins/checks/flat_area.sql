-- caption.zh: 户室面积不像真的（平方米）
-- caption.en: the area of a flat is not likely (m²)
-- mend.zh: 核对小数点和单位
-- mend.en: look at the decimal point and the unit
-- severity: warning

SELECT 'flat', id, NULL, coalesce(code, '?') || ': ' || printf('%.2f', area_hundredths / 100.0), NULL
FROM flat WHERE area_hundredths < 2000 OR area_hundredths > 30000
