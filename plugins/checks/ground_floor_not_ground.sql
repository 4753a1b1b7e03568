-- caption.zh: 底层照顾房不在底层
-- caption.en: a flat given for being on the ground floor is not
-- mend.zh: 核对分配方式和楼层
-- mend.en: check the kind of allocation and the floor
-- severity: warning

SELECT 'flat', f.id, NULL, coalesce(f.code, '?') || ': ' || f.floor || ', ' || coalesce(h.code, '?'), b.geometry
FROM occupancy o JOIN flat f ON f.id = o.flat JOIN building b ON b.id = f.building JOIN party h ON h.id = o.household
WHERE o.allocation = 'ground_floor' AND f.floor > 1 AND (o.valid_from IS NULL OR o.valid_from <= :date) AND (o.valid_to IS NULL OR o.valid_to >= :date)
