-- caption.zh: 搬迁户没有迁出地
-- caption.en: a relocated household has no village of origin
-- mend.zh: 补上迁出村组，否则两地对不上
-- mend.en: add the village group, or the two places cannot be joined
-- severity: warning

SELECT 'household', h.id, NULL, coalesce(p.code, '?'), NULL
FROM household h JOIN party p ON p.id = h.id
WHERE h.relocated = 1 AND h.origin IS NULL
