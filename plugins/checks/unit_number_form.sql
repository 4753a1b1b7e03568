-- caption.zh: 不动产单元号不合规范
-- caption.en: a real-estate unit number is not built as it should be
-- mend.zh: 28 位：宗地代码 19 位，F、L、Q 或 W，再 8 位数字
-- mend.en: 28 characters: 19 of the parcel, one of F L Q W, 8 digits
-- severity: warning

SELECT 'flat', id, NULL, coalesce(code, '?') || ': ' || unit_number, NULL
FROM flat
WHERE unit_number IS NOT NULL
  AND (length(unit_number) <> 28 OR substr(unit_number, 1, 12) GLOB '*[^0-9]*' OR substr(unit_number, 13, 2) NOT GLOB '[GJZ][A-Z]'
       OR substr(unit_number, 15, 5) GLOB '*[^0-9]*' OR substr(unit_number, 20, 1) NOT GLOB '[FLQW]' OR substr(unit_number, 21) GLOB '*[^0-9]*')
