-- caption.zh: 地块编码与所属村组不符
-- caption.en: a parcel code belongs to another village
-- mend.zh: 核对是编码抄错，还是村组填错
-- mend.en: see whether the code or the village group is wrong
-- severity: warning

-- 地块编码 begins with the 14 digits of the group, 宗地代码 with its first 12.
SELECT 'parcel', p.id, NULL, p.code || ' / ' || v.code, p.geometry
FROM parcel p JOIN village v ON v.id = p.village
WHERE length(p.code) = 19 AND length(v.code) = 14
  AND substr(p.code, 1, CASE WHEN p.code GLOB '*[A-Z]*' THEN 12 ELSE 14 END)
      <> substr(v.code, 1, CASE WHEN p.code GLOB '*[A-Z]*' THEN 12 ELSE 14 END)
