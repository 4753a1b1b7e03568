-- caption.zh: 登记面积与图上面积差得多（登记／图上，平方米）
-- caption.en: the registered area is far from the measured one (registered / measured, m²)
-- mend.zh: 核对权证、合同和图形，看是面积抄错还是界线画错
-- mend.en: compare certificate, contract and shape: is the figure wrong, or the boundary?
-- severity: warning

-- More than 5 % and more than 0.1 mu (66.67 m2). Ratios that are units taken for one another have a rule of their own.
SELECT 'parcel', id, NULL, coalesce(code, '?') || ': ' || printf('%.2f / %.2f', registered, measured), geometry
FROM (SELECT p.id, p.code, p.geometry, ST_Area(p.geometry) AS measured,
             CASE a.unit WHEN 'mu' THEN a.value_hundredths / 0.15 ELSE a.value_hundredths / 100.0 END AS registered
      FROM area_record a JOIN parcel p ON p.id = a.parcel
      WHERE a.kind = 'registered' AND p.geometry IS NOT NULL)
WHERE abs(registered - measured) > 0.05 * measured AND abs(registered - measured) > 66.67
  AND registered < 500 * measured AND registered * 500 > measured
