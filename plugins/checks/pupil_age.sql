-- caption.zh: 学段与年龄不符
-- caption.en: stage of school and age do not go together
-- mend.zh: 核对出生年份或学段
-- mend.en: check the year of birth or the stage
-- severity: warning

SELECT 'person', e.person, NULL, coalesce(p.code, '?') || ': ' || e.stage || ', ' || n.birth_year, NULL
FROM enrolment e JOIN person n ON n.id = e.person JOIN party p ON p.id = n.id
JOIN (SELECT 'kindergarten' AS stage, 2 AS low, 7 AS high UNION SELECT 'primary', 5, 15 UNION SELECT 'middle', 10, 19
      UNION SELECT 'high', 13, 22) s ON s.stage = e.stage
WHERE CAST(substr(:date, 1, 4) AS INTEGER) - n.birth_year NOT BETWEEN s.low AND s.high AND (e.valid_from IS NULL OR e.valid_from <= :date) AND (e.valid_to IS NULL OR e.valid_to >= :date)
