-- caption.zh: 户主不是恰好一人
-- caption.en: a household has not exactly one head
-- mend.zh: 核对户口簿
-- mend.en: compare with the household register
-- severity: warning

SELECT 'household', h.id, NULL, coalesce(p.code, '?') || ': ' || count(n.id), NULL
FROM household h JOIN party p ON p.id = h.id
JOIN party_member m ON m.party = h.id AND (m.valid_from IS NULL OR m.valid_from <= :date) AND (m.valid_to IS NULL OR m.valid_to >= :date)
LEFT JOIN person n ON n.id = m.member AND m.relation IN ('01', '02') AND (n.died_on IS NULL OR n.died_on > :date)
WHERE h.registered_to IS NULL OR h.registered_to >= :date
GROUP BY h.id HAVING count(n.id) <> 1
