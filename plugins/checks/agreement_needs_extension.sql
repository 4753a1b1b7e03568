-- caption.zh: 流转期限跨过二轮承包到期日，靠延包三十年才成立（件数）
-- caption.en: agreements that rest on the 30 years' extension of the second round (number)
-- mend.zh: 不用改；办延包时一并确认
-- mend.en: nothing to mend; confirm them with the extension
-- severity: note

-- One line for each day on which contracts end, not one an agreement.
SELECT 'use_agreement', NULL, 'note', min(p.contract_to) || ': ' || count(*), NULL
FROM use_agreement a JOIN parcel p ON p.id = a.parcel
WHERE p.kind = 'farmland' AND a.valid_to > p.contract_to AND a.valid_to <= date(p.contract_to, '+30 years')
  AND a.valid_to >= :date
GROUP BY p.contract_to
