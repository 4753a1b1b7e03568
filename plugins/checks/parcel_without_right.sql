-- caption.zh: 地块没有权利人
-- caption.en: nobody holds a parcel
-- mend.zh: 补登权利；集体未发包的，登记给集体
-- mend.en: add the right; land that was never let out belongs to the collective
-- severity: warning

SELECT 'parcel', p.id, NULL, coalesce(p.code, '?'), p.geometry
FROM parcel p
WHERE NOT EXISTS (SELECT 1 FROM parcel_right r WHERE r.parcel = p.id AND (r.valid_from IS NULL OR r.valid_from <= :date) AND (r.valid_to IS NULL OR r.valid_to >= :date))
