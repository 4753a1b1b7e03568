-- caption.zh: 同一学生同时在两所学校
-- caption.en: a pupil is at two schools at once
-- mend.zh: 结束转走的一条学籍
-- mend.en: end the one that was left
-- severity: error

SELECT 'person', e.person, NULL, coalesce(p.code, '?') || ': ' || group_concat(e.stage, ' + '), NULL
FROM enrolment e JOIN party p ON p.id = e.person
WHERE (e.valid_from IS NULL OR e.valid_from <= :date) AND (e.valid_to IS NULL OR e.valid_to >= :date)
GROUP BY e.person HAVING count(*) > 1
