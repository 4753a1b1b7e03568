-- caption.zh: 流转期限超过承包期
-- caption.en: an agreement runs longer than the contract of its land
-- mend.zh: 按承包期剩余年限改合同
-- mend.en: shorten the agreement to what is left of the contract
-- severity: error

-- Farmland contracts of the second round (to 2027/2028) go on for 30 years after their end by the state's decision;
-- within these 30 years an agreement is only noted (agreement_needs_extension). Woodland has no such extension.
SELECT 'use_agreement', a.id, NULL,
       coalesce(a.contract_no, '?') || ': ' || coalesce(p.code, '?') || ', ' || a.valid_to || ' > ' || p.contract_to, p.geometry
FROM use_agreement a JOIN parcel p ON p.id = a.parcel
WHERE a.valid_to > p.contract_to
  AND (p.kind <> 'farmland' OR a.valid_to > date(p.contract_to, '+30 years'))
