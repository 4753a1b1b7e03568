-- caption.zh: 网格图形不合法（自相交等）
-- caption.en: the shape of a grid is not valid
-- mend.zh: 在标出的位置改图形
-- mend.en: mend the shape at the marked place
-- severity: error

SELECT 'grid', id, NULL, coalesce(code, '?'), coalesce(ST_IsValidDetail(geometry), geometry)
FROM grid
WHERE geometry IS NOT NULL AND ST_IsValid(geometry) <> 1
