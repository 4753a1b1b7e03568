-- caption.zh: 出租合同没写租金
-- caption.en: a lease without rent
-- mend.zh: 核对合同；无偿的在备注里写明
-- mend.en: look at the agreement; where it is free, say so in its note
-- severity: note

SELECT 'use_agreement', a.id, NULL, coalesce(a.contract_no, '?'), p.geometry
FROM use_agreement a JOIN parcel p ON p.id = a.parcel
WHERE a.kind = 'lease' AND coalesce(a.rent_hundredths, 0) = 0 AND a.note IS NULL AND (a.valid_from IS NULL OR a.valid_from <= :date) AND (a.valid_to IS NULL OR a.valid_to >= :date)
