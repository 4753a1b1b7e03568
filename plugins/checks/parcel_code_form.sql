-- caption.zh: 地块编码不合规范
-- caption.en: a parcel code is not built as it should be
-- mend.zh: 承包地 19 位数字；宗地 12 位数字、两个字母、5 位数字
-- mend.en: farmland: 19 digits; other parcels: 12 digits, two letters, 5 digits
-- severity: warning

SELECT 'parcel', id, NULL, coalesce(code, '-'), geometry
FROM parcel
WHERE code IS NULL OR length(code) <> 19
   OR (code GLOB '*[^0-9]*' AND (substr(code, 1, 12) GLOB '*[^0-9]*' OR substr(code, 13, 2) NOT GLOB '[GJZ][A-Z]'
                                 OR substr(code, 15) GLOB '*[^0-9]*'))
