-- caption.zh: 同一户在同一块地上登记了两次
-- caption.en: one holder holds the same parcel twice
-- mend.zh: 留一条；确实是两份的，合成一个份额
-- mend.en: keep one; where it is really two shares, make them one
-- severity: error

SELECT 'parcel', p.id, NULL, coalesce(p.code, '?') || ': ' || coalesce(h.code, h.name, '?') || ', ' || r.kind, p.geometry
FROM parcel_right r JOIN parcel p ON p.id = r.parcel JOIN party h ON h.id = r.party
WHERE (r.valid_from IS NULL OR r.valid_from <= :date) AND (r.valid_to IS NULL OR r.valid_to >= :date)
GROUP BY r.parcel, r.party, r.kind HAVING count(*) > 1
