-- The Entente database, version 2. The same file creates every database, is read by the tests and is meant to be
-- read by people; docs/schema.md has example queries.
--
-- Stable, for SQL users: the views at the end. Names and columns of a view only ever grow.
-- Not stable: the tables, and every column called `number` (each import may number derived rows anew).
--
-- Days are counted from 1970-01-01 (day 0), proleptic Gregorian, both ends of an interval included; NULL is no
-- bound. `date`, `first`, `last`, `used` … hold dates as the source wrote them, in EDTF.

PRAGMA application_id = 1164866670;  -- 0x456E746E, "Entn"
PRAGMA user_version = 2;

-- What the program notes about the file itself. `derivation`: version of the rules that derived
-- the edges; `entities`, `disputed`: how many there are; `edge`: the greatest number of an edge, ever.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- what the sources said: never changed, only added

-- Labels that recur in every row: relations (`member_of`) and the rules or loaders that read a claim.
CREATE TABLE term (
  number INTEGER PRIMARY KEY,
  text   TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE source (
  number    INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  title     TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url       TEXT NOT NULL,
  published TEXT,              -- EDTF; its last day is the horizon of the source's claims
  retrieved TEXT,              -- EDTF
  priority  INTEGER NOT NULL   -- higher wins a conflict
) STRICT;

CREATE TABLE claim (
  number       INTEGER PRIMARY KEY,   -- from 1, without gaps
  id           BLOB NOT NULL,         -- 16 bytes, made from all that follows except loaded_at and the parties
  subject      INTEGER REFERENCES entity,  -- derived: whom the mentions were taken to mean, whatever the certainty
  object       INTEGER REFERENCES entity,
  subject_name TEXT NOT NULL,         -- as written; '' when only the id is known
  subject_id   TEXT NOT NULL,
  event        INTEGER NOT NULL REFERENCES term,  -- joined, left …; held for a state, which the relation names
  relation     INTEGER NOT NULL REFERENCES term,
  object_name  TEXT NOT NULL,
  object_id    TEXT NOT NULL,
  date         TEXT,                  -- EDTF; NULL when undated
  certainty    INTEGER NOT NULL,      -- 0 stated, 1 inferred, 2 hypothetical, 3 negated
  detail       TEXT NOT NULL,
  source       INTEGER NOT NULL REFERENCES source,
  begin_byte   INTEGER NOT NULL,      -- [begin_byte, end_byte) of the UTF-8 document; both 0 when `row` speaks
  end_byte     INTEGER NOT NULL,
  row          INTEGER NOT NULL,      -- line of the file, from 1; 0 when the bytes speak
  text         TEXT NOT NULL,         -- the quoted sentence, or the row as it stood
  rule         INTEGER NOT NULL REFERENCES term,
  loaded_at    INTEGER NOT NULL,      -- Unix time of the first import; no part of the id
  renames      INTEGER                -- derived: 1 for a claim that gives an entity a name by its other name
) STRICT;
CREATE UNIQUE INDEX claim_of_id ON claim (id);
CREATE INDEX claim_that_renames ON claim (renames) WHERE renames IS NOT NULL;

-- Inputs that were read whole and without a fault: the same input again is known to say nothing new.
CREATE TABLE input (
  fingerprint TEXT PRIMARY KEY,  -- of the content, and of the options with which it was read
  report      TEXT NOT NULL      -- what was found in it
) STRICT, WITHOUT ROWID;

-- ------------------------------------------------- what follows from it: may be thrown away and derived again
-- Besides these tables, the columns of `claim` that are called derived.

CREATE TABLE entity (
  number    INTEGER PRIMARY KEY,
  id        TEXT NOT NULL,
  name      TEXT NOT NULL,      -- the preferred one
  kind      TEXT NOT NULL,      -- state, organisation, treaty, person, group, place, unknown
  founded   TEXT,               -- EDTF
  dissolved TEXT,
  described INTEGER NOT NULL,   -- 1: some claim describes it by its id
  mentions  INTEGER NOT NULL,   -- how often claims mention it
  life      INTEGER NOT NULL    -- how many claims date its founding, its end or its entry into force
) STRICT;
CREATE UNIQUE INDEX entity_of_id ON entity (id);

CREATE TABLE name (
  entity   INTEGER NOT NULL REFERENCES entity,
  position INTEGER NOT NULL,  -- among the entity's names
  key      TEXT NOT NULL,     -- folded: no case, no accents, no punctuation
  text     TEXT NOT NULL,
  sort     TEXT NOT NULL,     -- name, acronym, demonym, adjective, capital, mapped
  language TEXT NOT NULL,     -- BCP 47, '' when not said
  used     TEXT,              -- EDTF; NULL when no source limits it
  used_earliest INTEGER,      -- first and last day of `used`
  used_latest   INTEGER,
  origin   INTEGER NOT NULL,  -- sum of 1: given by a description of the entity, 2: got by a renaming; 4, 8: preferred so
  mentions INTEGER NOT NULL,  -- how often claims call it so; of names with the same text, on the first
  PRIMARY KEY (entity, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_of_key ON name (key);

CREATE TABLE outside_id (
  scheme TEXT NOT NULL,  -- wikidata, iso3166-1-alpha-3, cow …
  value  TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity,
  PRIMARY KEY (scheme, value, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX outside_id_of_entity ON outside_id (entity, scheme, value);

-- Where the mentions `scheme:value` lead, and names that entities got by renamings.
CREATE TABLE code (
  code TEXT PRIMARY KEY,
  id   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE renaming (
  key TEXT PRIMARY KEY,  -- a folded name
  id  TEXT NOT NULL      -- of an entity
) STRICT, WITHOUT ROWID;

-- The edges of a subject lie together.
CREATE TABLE edge (
  subject  INTEGER NOT NULL REFERENCES entity,
  number   INTEGER NOT NULL,                   -- unique among all edges
  object   INTEGER NOT NULL REFERENCES entity,
  relation INTEGER NOT NULL REFERENCES term,
  -- The choices of one first and one last day that the sources allow: see docs/time.md.
  first_earliest INTEGER,
  first_latest   INTEGER,
  last_earliest  INTEGER,
  last_latest    INTEGER,
  may_never_end  INTEGER NOT NULL,             -- 1: besides those days, the last day may never come
  -- What they follow from.
  first     TEXT,                              -- EDTF; NULL: unknown
  last      TEXT,                              -- EDTF when `ending` is dated
  ending    INTEGER NOT NULL,                  -- 0 dated, 1 ended but nobody says when, 2 ongoing, 3 not stated
  horizon   INTEGER,                           -- ongoing: the day as of which a source says so
  first_not_before INTEGER,
  first_not_after  INTEGER,
  last_not_before  INTEGER,
  last_not_after   INTEGER,
  disputes  INTEGER NOT NULL,                  -- how many rows of `dispute` and `note` belong to it
  notes     INTEGER NOT NULL,
  claims    INTEGER NOT NULL,                  -- how many it stands on; more than 1: they are in edge_claim
  claim     INTEGER REFERENCES claim,          -- the only one
  id        BLOB NOT NULL,                     -- 16 bytes, the same in every database
  PRIMARY KEY (subject, number),
  CHECK (ending BETWEEN 0 AND 3)
) STRICT, WITHOUT ROWID;
-- Who was in it then? In what was it then? Both are answered from the index, up to the dates.
CREATE INDEX edge_of_object ON edge (object, first_earliest, last_latest, relation, may_never_end);

-- The relations that edges have, and how many have them.
CREATE TABLE relation (
  number INTEGER PRIMARY KEY REFERENCES term,
  edges  INTEGER NOT NULL
) STRICT;

CREATE TABLE edge_claim (
  edge  INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim,
  life  INTEGER NOT NULL,  -- 1: it does not speak of the tie, but of the life of one of its ends
  PRIMARY KEY (edge, claim)
) STRICT, WITHOUT ROWID;

-- One row for each of the dates that contradict one another; rank 1 is the one that the edge keeps.
CREATE TABLE dispute (
  subject  INTEGER NOT NULL,  -- of the edge
  edge     INTEGER NOT NULL,
  position INTEGER NOT NULL,  -- of the dispute, among those of the edge
  rank     INTEGER NOT NULL,
  side     TEXT NOT NULL,     -- first, last
  date     TEXT NOT NULL,     -- EDTF
  PRIMARY KEY (subject, edge, position, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispute_claim (
  edge     INTEGER NOT NULL,
  position INTEGER NOT NULL,
  rank     INTEGER NOT NULL,
  claim    INTEGER NOT NULL REFERENCES claim,
  PRIMARY KEY (edge, position, rank, claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  subject  INTEGER NOT NULL,  -- of the edge
  edge     INTEGER NOT NULL,
  position INTEGER NOT NULL,
  rule     TEXT NOT NULL,  -- dissolution, founding, signatory … (docs/resolution.md)
  text     TEXT NOT NULL,
  PRIMARY KEY (subject, edge, position)
) STRICT, WITHOUT ROWID;

-- The claims that mention an entity and stand behind none of its edges as what is said of the tie: those of its
-- names, its kind, its founding and its end, and whatever is denied, planned or reported.
CREATE TABLE mentioned (
  entity INTEGER NOT NULL REFERENCES entity,
  claim  INTEGER NOT NULL REFERENCES claim,
  PRIMARY KEY (entity, claim)
) STRICT, WITHOUT ROWID;

-- Names that several entities have and that nothing decides between; one row for each candidate.
CREATE TABLE unmatched (
  entity    INTEGER NOT NULL REFERENCES entity,  -- what the name became: an entity of its own
  name      TEXT NOT NULL,
  rank      INTEGER NOT NULL,
  candidate TEXT NOT NULL,  -- an entity's id
  PRIMARY KEY (entity, name, rank)
) STRICT, WITHOUT ROWID;

-- --------------------------------------------------------------------------------- for SQL users: stable views
-- Days as ISO 8601 text. Outside the years -4713 … 9999, SQLite has no text for a day and the column is NULL.

CREATE VIEW entities AS
  SELECT id, name, kind, founded, dissolved FROM entity;

CREATE VIEW names AS
  SELECT n.text AS name, n.key, n.sort, n.language, n.used,
         date(n.used_earliest + 2440587.5) AS used_earliest,
         date(n.used_latest + 2440587.5) AS used_latest,
         e.id AS entity_id, e.name AS entity, e.kind
  FROM name n JOIN entity e ON e.number = n.entity;

CREATE VIEW outside_ids AS
  SELECT o.scheme, o.value, e.id AS entity_id, e.name AS entity, e.kind
  FROM outside_id o JOIN entity e ON e.number = o.entity;

CREATE VIEW sources AS
  SELECT id, title, publisher, url, published, retrieved,
         -- the one that this database gives it, else its own
         coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'priority:' || source.id), priority) AS priority
  FROM source;

CREATE VIEW claims AS
  SELECT lower(hex(c.id)) AS claim, c.subject_name, c.subject_id, v.text AS event, r.text AS relation,
         c.object_name, c.object_id, c.date,
         CASE c.certainty WHEN 0 THEN 'stated' WHEN 1 THEN 'inferred' WHEN 2 THEN 'hypothetical' ELSE 'negated' END
           AS certainty,
         c.detail, s.id AS source, c.begin_byte, c.end_byte, c.row, c.text, u.text AS rule,
         datetime(c.loaded_at, 'unixepoch') AS loaded_at,
         es.id AS subject, eo.id AS object  -- whom it was taken to mean
  FROM claim c
  JOIN term v ON v.number = c.event
  JOIN term r ON r.number = c.relation
  JOIN term u ON u.number = c.rule
  JOIN source s ON s.number = c.source
  LEFT JOIN entity es ON es.number = c.subject
  LEFT JOIN entity eo ON eo.number = c.object;

CREATE VIEW edges AS
  SELECT lower(hex(g.id)) AS edge,
         s.id AS subject_id, s.name AS subject, t.text AS relation, o.id AS object_id, o.name AS object,
         g.first, g.last,
         CASE g.ending WHEN 0 THEN 'dated' WHEN 1 THEN 'unknown' WHEN 2 THEN 'ongoing' ELSE 'not stated' END
           AS ending,
         date(g.horizon + 2440587.5) AS horizon,
         date(g.first_earliest + 2440587.5) AS first_earliest,
         date(g.first_latest + 2440587.5) AS first_latest,
         date(g.last_earliest + 2440587.5) AS last_earliest,
         date(g.last_latest + 2440587.5) AS last_latest,
         g.may_never_end, g.disputes > 0 AS disputed
  FROM edge g
  JOIN entity s ON s.number = g.subject
  JOIN entity o ON o.number = g.object
  JOIN term t ON t.number = g.relation;

CREATE VIEW memberships AS
  SELECT * FROM edges WHERE relation = 'member_of';

CREATE VIEW evidence AS
  SELECT lower(hex(g.id)) AS edge,
         s.id AS subject_id, s.name AS subject, t.text AS relation, o.id AS object_id, o.name AS object,
         lower(hex(c.id)) AS claim, v.text AS event, c.date,
         CASE c.certainty WHEN 0 THEN 'stated' WHEN 1 THEN 'inferred' WHEN 2 THEN 'hypothetical' ELSE 'negated' END
           AS certainty,
         c.text, c.begin_byte, c.end_byte, c.row,
         u.text AS rule, d.id AS source, d.title, d.url, d.published
  FROM edge g
  JOIN entity s ON s.number = g.subject
  JOIN entity o ON o.number = g.object
  JOIN term t ON t.number = g.relation
  LEFT JOIN edge_claim gc ON gc.edge = g.number AND g.claims > 1
  JOIN claim c ON c.number = coalesce(gc.claim, g.claim)
  JOIN term v ON v.number = c.event
  JOIN term u ON u.number = c.rule
  JOIN source d ON d.number = c.source;

CREATE VIEW conflicts AS
  SELECT lower(hex(g.id)) AS edge,
         s.id AS subject_id, s.name AS subject, t.text AS relation, o.id AS object_id, o.name AS object,
         d.side, d.rank, d.date, d.rank = 1 AS kept,
         lower(hex(c.id)) AS claim, c.text, q.id AS source, q.title, q.url
  FROM dispute d
  JOIN edge g ON g.subject = d.subject AND g.number = d.edge
  JOIN entity s ON s.number = g.subject
  JOIN entity o ON o.number = g.object
  JOIN term t ON t.number = g.relation
  LEFT JOIN dispute_claim dc ON dc.edge = d.edge AND dc.position = d.position AND dc.rank = d.rank
  LEFT JOIN claim c ON c.number = dc.claim
  LEFT JOIN source q ON q.number = c.source;

CREATE VIEW notes AS
  SELECT lower(hex(g.id)) AS edge,
         s.id AS subject_id, s.name AS subject, t.text AS relation, o.id AS object_id, o.name AS object,
         n.rule, n.text
  FROM note n
  JOIN edge g ON g.subject = n.subject AND g.number = n.edge
  JOIN entity s ON s.number = g.subject
  JOIN entity o ON o.number = g.object
  JOIN term t ON t.number = g.relation;

CREATE VIEW ambiguous_names AS
  SELECT u.name, u.candidate AS candidate_id, e.name AS candidate
  FROM unmatched u LEFT JOIN entity e ON e.id = u.candidate;
