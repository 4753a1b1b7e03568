-- Schema version 3: parts of large changesets by rowid. As the key of a table WITHOUT ROWID each new part was
-- held against parts before it, which SQLite then reads whole: a tenth of an import's writing.
ALTER TABLE history_part RENAME TO history_part_2;
CREATE TABLE history_part (id INTEGER PRIMARY KEY, edit INTEGER NOT NULL, part INTEGER NOT NULL, z BLOB NOT NULL);
INSERT INTO history_part (edit, part, z) SELECT edit, part, z FROM history_part_2 ORDER BY edit, part;
DROP TABLE history_part_2;
CREATE UNIQUE INDEX history_part_edit ON history_part(edit, part);
