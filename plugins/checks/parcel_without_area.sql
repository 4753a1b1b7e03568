-- caption.zh: 地块没有登记面积
-- caption.en: a parcel has no registered area
-- mend.zh: 从权证或合同补上
-- mend.en: add it from the certificate or the contract
-- severity: warning

SELECT 'parcel', p.id, NULL, coalesce(p.code, '?'), p.geometry
FROM parcel p
WHERE NOT EXISTS (SELECT 1 FROM area_record a WHERE a.parcel = p.id AND a.kind = 'registered' AND a.value_hundredths > 0)
