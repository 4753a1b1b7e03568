-- caption.zh: 单元入口离楼栋太远（米）
-- caption.en: an entrance lies far from its building (m)
-- mend.zh: 移动入口，或核对所属楼栋
-- mend.en: move the entrance, or check its building
-- severity: warning

SELECT 'entrance', e.id, NULL, coalesce(e.code, '?') || ': ' || printf('%.1f', ST_Distance(e.geometry, b.geometry)), e.geometry
FROM entrance e JOIN building b ON b.id = e.building
WHERE ST_Distance(e.geometry, b.geometry) > 10
