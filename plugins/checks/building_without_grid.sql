-- caption.zh: 楼栋不在任何网格
-- caption.en: a building is in no grid
-- mend.zh: 给楼栋指定网格，或补画网格
-- mend.en: give the building a grid, or draw the missing one
-- severity: error

SELECT 'building', b.id, NULL, coalesce(b.code, b.name, '?'), b.geometry
FROM building b
WHERE b.kind = 'residential' AND b.grid IS NULL
