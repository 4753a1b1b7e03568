-- caption.zh: 楼栋图形不合法（自相交等）
-- caption.en: the shape of a building is not valid
-- mend.zh: 在标出的位置改图形
-- mend.en: mend the shape at the marked place
-- severity: error

SELECT 'building', id, NULL, coalesce(code, '?'), coalesce(ST_IsValidDetail(geometry), geometry)
FROM building
WHERE geometry IS NOT NULL AND ST_IsValid(geometry) <> 1
