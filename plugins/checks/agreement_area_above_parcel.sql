-- caption.zh: 流转面积大于地块登记面积（流转／登记，平方米）
-- caption.en: an agreement covers more than the parcel's registered area (agreed / registered, m²)
-- mend.zh: 核对合同面积和登记面积，看单位
-- mend.en: compare both areas, and their units
-- severity: error

SELECT 'use_agreement', id, NULL, coalesce(contract_no, '?') || ': ' || printf('%.2f / %.2f', agreed, registered), geometry
FROM (SELECT u.id, u.contract_no, p.geometry,
             CASE u.unit WHEN 'mu' THEN u.area_hundredths / 0.15 ELSE u.area_hundredths / 100.0 END AS agreed,
             (SELECT sum(CASE a.unit WHEN 'mu' THEN a.value_hundredths / 0.15 ELSE a.value_hundredths / 100.0 END)
              FROM area_record a WHERE a.parcel = u.parcel AND a.kind = 'registered') AS registered
      FROM use_agreement u JOIN parcel p ON p.id = u.parcel WHERE u.area_hundredths IS NOT NULL)
WHERE agreed > registered + 0.1
