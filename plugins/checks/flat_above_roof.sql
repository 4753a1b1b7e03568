-- caption.zh: 户室楼层高于楼栋层数
-- caption.en: a flat lies above the building's top floor
-- mend.zh: 核对楼层或楼栋层数
-- mend.en: check the floor, or the building's floors
-- severity: error

SELECT 'flat', f.id, NULL, coalesce(f.code, '?') || ': ' || f.floor || ' > ' || b.floors, b.geometry
FROM flat f JOIN building b ON b.id = f.building
WHERE f.floor > b.floors
