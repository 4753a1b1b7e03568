-- caption.zh: 户里没有人
-- caption.en: a household has no members
-- mend.zh: 补上家庭成员，或注销空户
-- mend.en: add its members, or close the empty entry
-- severity: error

SELECT 'household', h.id, NULL, coalesce(p.code, '?'), NULL
FROM household h JOIN party p ON p.id = h.id
WHERE (h.registered_to IS NULL OR h.registered_to >= :date)
  AND NOT EXISTS (SELECT 1 FROM party_member m JOIN person n ON n.id = m.member
                  WHERE m.party = h.id AND (n.died_on IS NULL OR n.died_on > :date) AND (m.valid_from IS NULL OR m.valid_from <= :date) AND (m.valid_to IS NULL OR m.valid_to >= :date))
