-- caption.zh: 结对的户已经注销
-- caption.en: a pairing with a household that was closed
-- mend.zh: 结束结对，给干部另派一户
-- mend.en: end the pairing and give the officer another household
-- severity: warning

SELECT 'household', h.id, NULL, coalesce(p.code, '?') || ': ' || coalesce(o.code, o.name), NULL
FROM pairing k JOIN household h ON h.id = k.household JOIN party p ON p.id = h.id JOIN officer o ON o.id = k.officer
WHERE h.registered_to < :date AND (k.valid_from IS NULL OR k.valid_from <= :date) AND (k.valid_to IS NULL OR k.valid_to >= :date)
