-- caption.zh: 一块地的份额加起来不等于一
-- caption.en: the shares of a parcel do not add up to one
-- mend.zh: 找权证核对每户的份额，漏登的补上
-- mend.en: compare the shares with the certificates; add what was left out
-- severity: error

SELECT 'parcel', p.id, NULL, coalesce(p.code, '?') || ' ' || s.kind || ': ' || s.shares || ' = ' || printf('%.4f', s.total), p.geometry
FROM (SELECT r.parcel, r.kind, sum(1.0 * r.share_num / r.share_den) AS total,
             group_concat(r.share_num || '/' || r.share_den, ' + ') AS shares
      FROM parcel_right r WHERE (r.valid_from IS NULL OR r.valid_from <= :date) AND (r.valid_to IS NULL OR r.valid_to >= :date) GROUP BY r.parcel, r.kind) s
JOIN parcel p ON p.id = s.parcel
WHERE abs(s.total - 1) > 0.000001
