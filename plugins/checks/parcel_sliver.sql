-- caption.zh: 地块过小或过窄（平方米）
-- caption.en: a parcel is tiny or very narrow (m²)
-- mend.zh: 多半是切割、叠加留下的碎片；并入相邻地块，或从资料里去掉
-- mend.en: mostly a scrap of cutting or overlaying; merge it into its neighbour or leave it out
-- severity: warning

SELECT 'parcel', id, NULL, coalesce(code, '?') || ': ' || printf('%.2f', m2), geometry
FROM (SELECT id, code, geometry, ST_Area(geometry) AS m2, ST_Perimeter(geometry) AS length FROM parcel)
WHERE m2 < 2 OR (length > 0 AND 2 * m2 / length < 0.5)
