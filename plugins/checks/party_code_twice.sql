-- caption.zh: 户号、人员编号等重复
-- caption.en: a code of a household, person or office stands twice
-- mend.zh: 给其中一个换编号
-- mend.en: give one of them another code
-- severity: error

SELECT kind, id, NULL, code, NULL
FROM (SELECT CASE kind WHEN 'household' THEN 'household' WHEN 'person' THEN 'person' WHEN 'cooperative' THEN 'cooperative' ELSE 'party' END AS kind,
             id, code FROM party
      WHERE upper(replace(code, ' ', '')) IN (
        SELECT upper(replace(code, ' ', '')) FROM party WHERE code <> '' GROUP BY 1 HAVING count(*) > 1))
