-- caption.zh: 一个单元里室号重复
-- caption.en: a flat number stands twice behind one entrance
-- mend.zh: 核对门牌，重复登记的去掉一条
-- mend.en: compare with the doors; take the double one out
-- severity: error

SELECT 'flat', f.id, NULL, coalesce(f.code, '?') || ': ' || f.number, NULL
FROM flat f
WHERE (f.building, coalesce(f.entrance, 0), f.number) IN (
  SELECT building, coalesce(entrance, 0), number FROM flat WHERE number IS NOT NULL GROUP BY 1, 2, 3 HAVING count(*) > 1)
