-- caption.zh: 权利人已经去世
-- caption.en: the holder of a right is dead
-- mend.zh: 查继承情况，办理变更
-- mend.en: see who inherits and change the right
-- severity: warning

SELECT 'parcel', p.id, NULL, coalesce(p.code, '?') || ': ' || coalesce(h.code, h.name, '?') || ', ' || n.died_on, p.geometry
FROM parcel_right r JOIN person n ON n.id = r.party JOIN party h ON h.id = n.id JOIN parcel p ON p.id = r.parcel
WHERE n.died_on <= :date AND (r.valid_from IS NULL OR r.valid_from <= :date) AND (r.valid_to IS NULL OR r.valid_to >= :date)
