-- caption.zh: 室号不合“楼层+两位序号”
-- caption.en: a flat number is not floor and two digits
-- mend.zh: 按门牌改正，例如 3 层 2 号写 302
-- mend.en: write it as on the door: floor 3, door 2 is 302
-- severity: warning

SELECT 'flat', f.id, NULL, coalesce(f.code, '?') || ': ' || coalesce(f.number, '-') || ' / ' || coalesce(f.floor, '-'), b.geometry
FROM flat f JOIN building b ON b.id = f.building
WHERE b.kind = 'residential'
  AND (f.number IS NULL OR f.number GLOB '*[^0-9]*' OR length(f.number) < 3 OR substr(f.number, 1, length(f.number) - 2) <> CAST(f.floor AS TEXT))
