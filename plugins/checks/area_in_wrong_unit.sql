-- caption.zh: 登记面积的单位弄错（登记／图上，平方米）
-- caption.en: the registered area is in the wrong unit (registered / measured, m²)
-- mend.zh: 亩当成了平方米，或平方米当成了亩；按权证改正
-- mend.en: mu were taken for m², or m² for mu; mend it after the certificate
-- severity: error

SELECT 'parcel', id, NULL, coalesce(code, '?') || ': ' || printf('%.2f / %.2f', registered, measured), geometry
FROM (SELECT p.id, p.code, p.geometry, ST_Area(p.geometry) AS measured,
             CASE a.unit WHEN 'mu' THEN a.value_hundredths / 0.15 ELSE a.value_hundredths / 100.0 END AS registered
      FROM area_record a JOIN parcel p ON p.id = a.parcel
      WHERE a.kind = 'registered' AND p.geometry IS NOT NULL)
WHERE measured > 0 AND (registered >= 500 * measured OR registered * 500 <= measured)
