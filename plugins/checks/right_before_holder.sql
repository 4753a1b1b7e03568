-- caption.zh: 权利期限与权利人存续时间不相交
-- caption.en: a right and its holder never existed at the same time
-- mend.zh: 核对登记日期和户的注销日期
-- mend.en: compare the date of the right with the days of its holder
-- severity: warning

SELECT 'parcel', p.id, NULL,
       coalesce(p.code, '?') || ': ' || coalesce(h.code, h.name, '?') || ', ' || r.valid_from || ' > ' || coalesce(o.registered_to, n.died_on, c.dissolved_on),
       p.geometry
FROM parcel_right r JOIN party h ON h.id = r.party JOIN parcel p ON p.id = r.parcel
LEFT JOIN household o ON o.id = r.party LEFT JOIN person n ON n.id = r.party LEFT JOIN cooperative c ON c.id = r.party
WHERE r.valid_from > coalesce(o.registered_to, n.died_on, c.dissolved_on)
