-- caption.zh: 出生、去世年份不可能
-- caption.en: years of birth and death that cannot be
-- mend.zh: 对照证件改正
-- mend.en: compare with the papers
-- severity: error

SELECT 'person', n.id, NULL, coalesce(p.code, '?') || ': ' || coalesce(n.birth_year, '-') || ' – ' || coalesce(n.died_on, ''), NULL
FROM person n JOIN party p ON p.id = n.id
WHERE n.birth_year > CAST(substr(:date, 1, 4) AS INTEGER) OR n.birth_year < 1900
   OR CAST(substr(n.died_on, 1, 4) AS INTEGER) < n.birth_year OR n.died_on > :date
