-- caption.zh: 职责没有范围
-- caption.en: a duty says not for what
-- mend.zh: 补上社区、网格、楼栋、村组或住户
-- mend.en: add the community, grid, building, village group or household
-- severity: warning

SELECT 'officer', o.id, NULL, coalesce(o.code, o.name) || ': ' || d.role, NULL
FROM duty d JOIN officer o ON o.id = d.officer
WHERE coalesce(d.community, d.grid, d.building, d.village, d.party_group, d.household) IS NULL
