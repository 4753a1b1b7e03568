-- caption.zh: 楼栋编码重复
-- caption.en: a building code stands twice
-- mend.zh: 给其中一栋换编码
-- mend.en: give one of them another code
-- severity: error

SELECT 'building', id, NULL, code, geometry
FROM building
WHERE upper(replace(code, ' ', '')) IN (
  SELECT upper(replace(code, ' ', '')) FROM building WHERE code <> '' GROUP BY 1 HAVING count(*) > 1)
