-- caption.zh: 不满 16 周岁却登记就业
-- caption.en: somebody under 16 is registered as employed
-- mend.zh: 核对出生年份；属实的报人社部门
-- mend.en: check the year of birth; where it is true, tell the labour office
-- severity: error

SELECT 'person', e.person, NULL, coalesce(p.code, '?') || ': ' || n.birth_year, NULL
FROM employment e JOIN person n ON n.id = e.person JOIN party p ON p.id = n.id
WHERE e.status = 'employed' AND CAST(substr(:date, 1, 4) AS INTEGER) - n.birth_year < 16 AND (e.valid_from IS NULL OR e.valid_from <= :date) AND (e.valid_to IS NULL OR e.valid_to >= :date)
