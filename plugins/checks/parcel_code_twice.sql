-- caption.zh: 地块编码重复
-- caption.en: a parcel code stands twice
-- mend.zh: 查原登记；两块都真的，其中一块要换新编码
-- mend.en: look at the register; where both are real, one needs a new code
-- severity: error

-- Blanks and small letters aside: nobody reads "jc" and "JC" as two codes.
SELECT 'parcel', p.id, NULL, p.code, p.geometry
FROM parcel p
WHERE upper(replace(p.code, ' ', '')) IN (
  SELECT upper(replace(code, ' ', '')) FROM parcel WHERE code <> '' GROUP BY 1 HAVING count(*) > 1)
