-- caption.zh: 不动产单元号重复
-- caption.en: a real-estate unit number stands twice
-- mend.zh: 对照不动产权证改正
-- mend.en: compare with the certificate
-- severity: error

SELECT 'flat', id, NULL, coalesce(code, '?') || ': ' || unit_number, NULL
FROM flat
WHERE unit_number IN (SELECT unit_number FROM flat WHERE unit_number <> '' GROUP BY 1 HAVING count(*) > 1)
