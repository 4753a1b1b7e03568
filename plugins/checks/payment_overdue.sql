-- caption.zh: 到期的款项没有付清
-- caption.en: a payment that is due was not made in full
-- mend.zh: 核对银行回单，付了的补登；没付的催付
-- mend.en: compare the bank's receipts; enter what was paid, or ask for it
-- severity: warning

SELECT 'use_agreement', a.id, NULL, coalesce(a.contract_no, '?') || ' / ' || coalesce(h.code, h.name, '?') || ', ' || m.due_on || ': ' || printf('%.2f', m.planned_hundredths / 100.0) || ' / ' || printf('%.2f', coalesce(m.paid_hundredths, 0) / 100.0), p.geometry
FROM payment m JOIN use_agreement a ON a.id = m.agreement JOIN parcel p ON p.id = a.parcel LEFT JOIN party h ON h.id = m.party
WHERE m.due_on < :date AND coalesce(m.paid_hundredths, 0) < m.planned_hundredths
