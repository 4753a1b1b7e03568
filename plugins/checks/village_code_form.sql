-- caption.zh: 村组编码不是 14 位数字
-- caption.en: a village group code is not 14 digits
-- mend.zh: 按发包方编码改正：县 6 位、乡镇 3 位、村 3 位、组 2 位
-- mend.en: county 6, town 3, village 3, group 2 digits
-- severity: warning

SELECT 'village', id, NULL, coalesce(code, '-'), geometry
FROM village WHERE code IS NULL OR length(code) <> 14 OR code GLOB '*[^0-9]*'
