-- caption.zh: 去世的人还在上班、上学或任职
-- caption.en: a dead person still works, learns or serves
-- mend.zh: 结束相应记录
-- mend.en: end the record
-- severity: warning

SELECT 'person', n.id, NULL, coalesce(p.code, '?') || ': ' || n.died_on || ', ' || w.what, NULL
FROM person n JOIN party p ON p.id = n.id
JOIN (SELECT person, 'employment' AS what FROM employment e WHERE (e.valid_from IS NULL OR e.valid_from <= :date) AND (e.valid_to IS NULL OR e.valid_to >= :date)
      UNION SELECT person, 'enrolment' FROM enrolment e WHERE (e.valid_from IS NULL OR e.valid_from <= :date) AND (e.valid_to IS NULL OR e.valid_to >= :date)
      UNION SELECT o.person, d.role FROM duty d JOIN officer o ON o.id = d.officer WHERE (d.valid_from IS NULL OR d.valid_from <= :date) AND (d.valid_to IS NULL OR d.valid_to >= :date)) w ON w.person = n.id
WHERE n.died_on <= :date
