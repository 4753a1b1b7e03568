-- caption.zh: 同一人又在业又求职
-- caption.en: a person is employed and seeking work at once
-- mend.zh: 结束过时的一条
-- mend.en: end the one that is out of date
-- severity: warning

SELECT 'person', e.person, NULL, coalesce(p.code, '?'), NULL
FROM employment e JOIN party p ON p.id = e.person
WHERE (e.valid_from IS NULL OR e.valid_from <= :date) AND (e.valid_to IS NULL OR e.valid_to >= :date)
GROUP BY e.person HAVING count(DISTINCT e.status) > 1
