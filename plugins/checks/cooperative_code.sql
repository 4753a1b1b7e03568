-- caption.zh: 统一社会信用代码有误
-- caption.en: a social credit code is not right
-- mend.zh: 对照营业执照改正
-- mend.en: compare it with the licence
-- severity: warning

-- GB 32100: 18 characters without I O S V Z; the last is (31 - sum of value x weight mod 31) mod 31.
WITH weight(i, w) AS (VALUES (1,1),(2,3),(3,9),(4,27),(5,19),(6,26),(7,16),(8,17),(9,20),(10,29),(11,25),(12,13),
                             (13,8),(14,24),(15,10),(16,30),(17,28)),
letters(chars) AS (VALUES ('0123456789ABCDEFGHJKLMNPQRTUWXY'))
SELECT 'cooperative', c.id, NULL, coalesce(h.code, h.name, '?') || ': ' || c.registration, NULL
FROM cooperative c JOIN party h ON h.id = c.id, letters
WHERE c.registration IS NOT NULL
  AND (length(c.registration) <> 18 OR c.registration GLOB '*[^0-9A-HJ-NP-RTUW-Y]*'
       OR substr(letters.chars,
                 (31 - (SELECT sum(w * (instr(letters.chars, substr(c.registration, i, 1)) - 1)) FROM weight) % 31) % 31 + 1, 1)
          <> substr(c.registration, 18, 1))
