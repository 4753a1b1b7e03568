-- caption.zh: 流转合同没有受让方
-- caption.en: an agreement names nobody who takes the land
-- mend.zh: 补上受让方或合作社
-- mend.en: add the lessee or the cooperative
-- severity: warning

SELECT 'use_agreement', a.id, NULL, coalesce(a.contract_no, '?'), p.geometry
FROM use_agreement a JOIN parcel p ON p.id = a.parcel
WHERE a.lessee IS NULL AND a.cooperative IS NULL
