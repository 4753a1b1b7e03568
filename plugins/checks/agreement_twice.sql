-- caption.zh: 一块地同时流转给两家
-- caption.en: one parcel is let twice at the same time
-- mend.zh: 核对两份合同的期限和面积
-- mend.en: compare terms and areas of both agreements
-- severity: error

SELECT 'use_agreement', a.id, NULL, coalesce(a.contract_no, '?') || ' + ' || coalesce(b.contract_no, '?') || ': ' || coalesce(p.code, '?'), p.geometry
FROM use_agreement a JOIN use_agreement b ON b.parcel = a.parcel AND b.id <> a.id JOIN parcel p ON p.id = a.parcel
WHERE (a.area_hundredths IS NULL OR b.area_hundredths IS NULL)
  AND coalesce(a.valid_from, '0') <= coalesce(b.valid_to, '9') AND coalesce(b.valid_from, '0') <= coalesce(a.valid_to, '9')
