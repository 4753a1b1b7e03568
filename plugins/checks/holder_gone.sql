-- caption.zh: 户已注销，名下还有土地
-- caption.en: a household that was closed still holds land
-- mend.zh: 查注销前土地归了谁，办理变更
-- mend.en: see who took the land over and change the right
-- severity: error

SELECT 'parcel', p.id, NULL, coalesce(p.code, '?') || ': ' || coalesce(h.code, h.name, '?') || ', ' || o.registered_to, p.geometry
FROM parcel_right r JOIN household o ON o.id = r.party JOIN party h ON h.id = o.id JOIN parcel p ON p.id = r.parcel
WHERE o.registered_to < :date AND (r.valid_from IS NULL OR r.valid_from <= :date) AND (r.valid_to IS NULL OR r.valid_to >= :date)
