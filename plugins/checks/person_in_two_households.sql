-- caption.zh: 一个人在两户里
-- caption.en: a person belongs to two households
-- mend.zh: 核对户口簿，其中一户里结束
-- mend.en: compare with the household register; end one of the two
-- severity: error

SELECT 'person', m.member, NULL, coalesce(p.code, '?') || ': ' || group_concat(h.code, ' + '), NULL
FROM party_member m JOIN party h ON h.id = m.party AND h.kind = 'household' JOIN party p ON p.id = m.member
WHERE (m.valid_from IS NULL OR m.valid_from <= :date) AND (m.valid_to IS NULL OR m.valid_to >= :date)
GROUP BY m.member HAVING count(DISTINCT m.party) > 1
