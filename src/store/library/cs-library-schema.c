#include "cs-library-schema.h"

#include "cs-library-tokenizer.h"

#define APPLICATION_ID 0x43734C69 /* "CsLi" */

/* A number as #CsNumber has it. An entry without a key is known by "raw" alone; "flags" holds its
 * form, the check of its digits and whether it is ambiguous. */
#define NUMBER_COLUMNS                                                     \
  "  key TEXT,                  -- 'CN.101911042.A'; NULL: no rule fits\n" \
  "  raw TEXT,                  -- as read; NULL: as printed\n"            \
  "  printed TEXT NOT NULL,\n"                                             \
  "  alias TEXT,                -- a second key\n"                         \
  "  kind TEXT NOT NULL,\n"                                                \
  "  flags INTEGER NOT NULL,\n"                                            \
  "  date INTEGER NOT NULL,     -- of filing or publication: YYYYMMDD, 0 unknown\n"

/* What records are told by and what they are imported with. */
static const char tables_of_runs[] =
    "CREATE TABLE run (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  label TEXT NOT NULL,\n"
    "  began_us INTEGER NOT NULL,\n"
    "  ended_us INTEGER NOT NULL, -- 0: it goes on, was stopped or killed; what it wrote stands\n"
    "  n_added INTEGER NOT NULL,\n"
    "  n_changed INTEGER NOT NULL,\n"
    "  n_same INTEGER NOT NULL,\n"
    "  n_withdrawn INTEGER NOT NULL,\n"
    "  n_faults INTEGER NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE file (\n"
    "  sha256 TEXT PRIMARY KEY,   -- of one that was read to its end\n"
    "  name TEXT NOT NULL,\n"
    "  run INTEGER NOT NULL REFERENCES run\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE fault (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  run INTEGER NOT NULL REFERENCES run,\n"
    "  file TEXT NOT NULL,\n"
    "  place INTEGER NOT NULL,    -- of a record in it, from 1; 0: the file\n"
    "  message TEXT NOT NULL\n"
    ") STRICT;\n"
    "CREATE INDEX fault_of_run ON fault (run);\n"
    "CREATE TABLE source (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  name TEXT NOT NULL UNIQUE  -- 'ops', 'uspto', 'table:lens'\n"
    ") STRICT;\n";

/* Documents and their applications. The id of a document is the day of its publication, counted
 * from 0001-01-01, shifted by 24 bits, and a serial number: the order of rowids is that of
 * dates. */
static const char tables_of_documents[] =
    "CREATE TABLE application (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n" NUMBER_COLUMNS
    "  state INTEGER NOT NULL DEFAULT 0,  -- CsLegalState\n"
    "  since INTEGER NOT NULL DEFAULT 0,  -- YYYYMMDD\n"
    "  expiry INTEGER NOT NULL DEFAULT 0, -- YYYYMMDD\n"
    "  is_assumed INTEGER NOT NULL, -- it has the number of its documents, no source told its own\n"
    "  run INTEGER NOT NULL REFERENCES run -- that brought it\n"
    ") STRICT;\n"
    "CREATE INDEX application_of_run ON application (run);\n"
    "CREATE INDEX application_by_expiry ON application (expiry) WHERE expiry > 0;\n"
    "CREATE TABLE document (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  application INTEGER NOT NULL REFERENCES application,\n"
    "  is_published INTEGER NOT NULL,     -- 0: all we have is its application\n"
    "  is_withdrawn INTEGER NOT NULL,     -- by every source that knew it\n" NUMBER_COLUMNS
    "  run INTEGER NOT NULL REFERENCES run -- that brought it\n"
    ") STRICT;\n"
    "CREATE INDEX document_of_application ON document (application);\n"
    "CREATE TABLE number (\n"
    "  stem TEXT NOT NULL,        -- 'CN.101911042': a key or alias without kind; what was read\n"
    "  role INTEGER NOT NULL,     -- 0: of a document, 1: of an application, 2: of one that is\n"
    "                             -- only known by documents of this number\n"
    "  target INTEGER NOT NULL,   -- which\n"
    "  PRIMARY KEY (stem, role, target)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX number_of_target ON number (target, role);\n"
    "CREATE TABLE record (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  document INTEGER NOT NULL REFERENCES document ON UPDATE CASCADE,\n"
    "  source INTEGER NOT NULL REFERENCES source,\n"
    "  file TEXT NOT NULL,\n"
    "  place INTEGER NOT NULL,\n"
    "  as_of INTEGER NOT NULL,    -- YYYYMMDD\n"
    "  is_withdrawn INTEGER NOT NULL,\n"
    "  run INTEGER NOT NULL REFERENCES run, -- that last changed it\n"
    "  sums BLOB NOT NULL,        -- 8 bytes for each part, see cs-library-sums.c; 0: never told\n"
    "  UNIQUE (document, source)\n"
    ") STRICT;\n"
    "CREATE TABLE raw (\n"
    "  record INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE,\n"
    "  packed BLOB NOT NULL       -- by zlib\n"
    ") STRICT;\n";

#define OF_DOCUMENT                                                      \
  "  document INTEGER NOT NULL REFERENCES document ON UPDATE CASCADE,\n" \
  "  source INTEGER NOT NULL,\n"                                         \
  "  n INTEGER NOT NULL,        -- from 0\n"

/* What sources say of documents, each for itself. */
static const char tables_of_facts[] =
    "CREATE TABLE name (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  name TEXT NOT NULL UNIQUE  -- of a person or company\n"
    ") STRICT;\n"
    "CREATE TABLE party (\n" OF_DOCUMENT
    "  role INTEGER NOT NULL,     -- CsPartyRole\n"
    "  name INTEGER NOT NULL REFERENCES name,\n"
    "  country TEXT NOT NULL,\n"
    "  PRIMARY KEY (document, source, n)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX party_by_name ON party (name, role);\n"
    "CREATE TABLE symbol (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  scheme TEXT NOT NULL,      -- 'ipc', 'cpc', ...\n"
    "  symbol TEXT NOT NULL,      -- 'H01M10/0525'\n"
    "  UNIQUE (scheme, symbol)\n"
    ") STRICT;\n"
    "CREATE TABLE class (\n" OF_DOCUMENT
    "  symbol INTEGER NOT NULL REFERENCES symbol,\n"
    "  flags INTEGER NOT NULL,    -- 1: first, 2: additional\n"
    "  PRIMARY KEY (document, source, n)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX class_by_symbol ON class (symbol);\n"
    "CREATE TABLE priority (\n" OF_DOCUMENT NUMBER_COLUMNS
    "  active INTEGER NOT NULL,   -- 1, 0; -1: not told\n"
    "  linkage TEXT NOT NULL,\n"
    "  PRIMARY KEY (document, source, n)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE relation (\n" OF_DOCUMENT NUMBER_COLUMNS
    "  type INTEGER NOT NULL,     -- CsRelationType\n"
    "  role INTEGER NOT NULL,     -- CsNumberRole of the parent\n"
    "  PRIMARY KEY (document, source, n)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE citation (\n" OF_DOCUMENT
    "  stem TEXT,                 -- of the cited document; NULL: literature\n"
    "  printed TEXT NOT NULL,\n"
    "  text TEXT NOT NULL,\n"
    "  category TEXT NOT NULL,\n"
    "  phase TEXT NOT NULL,\n"
    "  PRIMARY KEY (document, source, n)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX citation_by_stem ON citation (stem) WHERE stem IS NOT NULL;\n"
    "CREATE TABLE event (\n" OF_DOCUMENT
    "  authority TEXT NOT NULL,\n"
    "  code TEXT NOT NULL,\n"
    "  text TEXT NOT NULL,\n"
    "  influence INTEGER NOT NULL,\n"
    "  date INTEGER NOT NULL,\n"
    "  effective INTEGER NOT NULL,\n"
    "  details TEXT NOT NULL,\n"
    "  PRIMARY KEY (document, source, n)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE given (\n" OF_DOCUMENT
    "  rule TEXT NOT NULL,        -- 'docdb', 'patsnap', ...: whose definition it is\n"
    "  external_id TEXT NOT NULL,\n"
    "  members TEXT NOT NULL,     -- a line each: 'A STEM' or 'P STEM', application or document\n"
    "  PRIMARY KEY (document, source, n)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE field (\n" OF_DOCUMENT
    "  name TEXT NOT NULL,\n"
    "  value TEXT NOT NULL,\n"
    "  PRIMARY KEY (document, source, n)\n"
    ") STRICT, WITHOUT ROWID;\n";

/* Texts, each once, whoever told them: what all languages say of a part is joined by line ends with
 * a form feed between them, and "wording" tells what is whose. The indexes hold no text. */
static const char tables_of_texts[] =
    "CREATE TABLE text (\n"
    "  id INTEGER PRIMARY KEY REFERENCES document ON UPDATE CASCADE,\n"
    "  ti TEXT NOT NULL,\n"
    "  ab TEXT NOT NULL,\n"
    "  cl TEXT NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE description (\n"
    "  id INTEGER PRIMARY KEY REFERENCES document ON UPDATE CASCADE,\n"
    "  de TEXT NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE wording (\n"
    "  document INTEGER NOT NULL REFERENCES document ON UPDATE CASCADE,\n"
    "  part INTEGER NOT NULL,     -- CsRecordPart\n"
    "  n INTEGER NOT NULL,        -- in the order in which they stand there\n"
    "  language TEXT NOT NULL,\n"
    "  source INTEGER NOT NULL,\n"
    "  n_bytes INTEGER NOT NULL,  -- of UTF-8\n"
    "  PRIMARY KEY (document, part, n)\n"
    ") STRICT, WITHOUT ROWID;\n";

/* Triggers take out of the indexes what changes or goes. What is new is put in by who inserts it:
 * a statement with a trigger makes a savepoint, and at each of those the index writes all it holds
 * to the disk, which takes longer than all else. */
static const char indexes_of_texts[] =
    "CREATE VIRTUAL TABLE text_index USING fts5 (ti, ab, cl, content = 'text', "
    "content_rowid = 'id', tokenize = '" CS_LIBRARY_TOKENIZER "');\n"
    "CREATE TRIGGER text_deleted AFTER DELETE ON text BEGIN\n"
    "  INSERT INTO text_index (text_index, rowid, ti, ab, cl)\n"
    "  VALUES ('delete', old.id, old.ti, old.ab, old.cl);\n"
    "END;\n"
    "CREATE TRIGGER text_changed AFTER UPDATE ON text BEGIN\n"
    "  INSERT INTO text_index (text_index, rowid, ti, ab, cl)\n"
    "  VALUES ('delete', old.id, old.ti, old.ab, old.cl);\n"
    "  INSERT INTO text_index (rowid, ti, ab, cl) VALUES (new.id, new.ti, new.ab, new.cl);\n"
    "END;\n"
    "CREATE VIRTUAL TABLE description_index USING fts5 (de, content = 'description', "
    "content_rowid = 'id', tokenize = '" CS_LIBRARY_TOKENIZER "');\n"
    "CREATE TRIGGER description_deleted AFTER DELETE ON description BEGIN\n"
    "  INSERT INTO description_index (description_index, rowid, de)\n"
    "  VALUES ('delete', old.id, old.de);\n"
    "END;\n"
    "CREATE TRIGGER description_changed AFTER UPDATE ON description BEGIN\n"
    "  INSERT INTO description_index (description_index, rowid, de)\n"
    "  VALUES ('delete', old.id, old.de);\n"
    "  INSERT INTO description_index (rowid, de) VALUES (new.id, new.de);\n"
    "END;\n"
    "CREATE VIRTUAL TABLE name_index USING fts5 (name, content = 'name', "
    "content_rowid = 'id', tokenize = '" CS_LIBRARY_TOKENIZER "');\n";

/* For many rows at once: the indexes are written in large pieces, sixteen of which become one, and
 * merged by cs_library_tidy(). */
static const char settings_of_indexes[] =
    "INSERT INTO text_index (text_index, rank) VALUES ('automerge', 0);\n"
    "INSERT INTO text_index (text_index, rank) VALUES ('hashsize', 67108864);\n"
    "INSERT INTO description_index (description_index, rank) VALUES ('automerge', 0);\n"
    "INSERT INTO description_index (description_index, rank) VALUES ('hashsize', 67108864);\n"
    "INSERT INTO name_index (name_index, rank) VALUES ('automerge', 0);\n";

/* Families under every rule. "place" and "facet" are of simple families, narrow, and read as a
 * whole by the search. */
static const char tables_of_families[] =
    "CREATE TABLE link (\n"
    "  stem TEXT NOT NULL,        -- of what an application is, claims, comes from\n"
    "  application INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,\n"
    "  PRIMARY KEY (stem, application)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX link_of_application ON link (application);\n"
    "CREATE TABLE family (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  rule INTEGER NOT NULL,     -- CsFamilyRule\n"
    "  source TEXT NOT NULL,      -- 'docdb', 'patsnap'; '': computed here\n"
    "  external_id TEXT NOT NULL,\n"
    "  run INTEGER NOT NULL REFERENCES run -- that made it\n"
    ") STRICT;\n"
    "CREATE INDEX family_of_run ON family (run);\n"
    "CREATE TABLE member (\n"
    "  application INTEGER NOT NULL REFERENCES application,\n"
    "  rule INTEGER NOT NULL,\n"
    "  family INTEGER NOT NULL REFERENCES family,\n"
    "  PRIMARY KEY (application, rule, family)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX member_of_family ON member (family, application);\n"
    "CREATE UNIQUE INDEX member_once ON member (application, rule) WHERE rule < 3;\n"
    "CREATE TABLE place (\n"
    "  document INTEGER PRIMARY KEY REFERENCES document ON UPDATE CASCADE,\n"
    "  family INTEGER NOT NULL    -- the simple one\n"
    ") STRICT;\n"
    "CREATE TABLE facet (\n"
    "  family INTEGER PRIMARY KEY REFERENCES family,\n"
    "  earliest INTEGER NOT NULL, -- priority or filing: YYYYMMDD\n"
    "  latest INTEGER NOT NULL,   -- publication: YYYYMMDD\n"
    "  status INTEGER NOT NULL,   -- CsFamilyStatus\n"
    "  applicant INTEGER NOT NULL, -- first one of the representative: name, 0 unknown\n"
    "  document INTEGER NOT NULL, -- the representative: a grant before others, then the earliest\n"
    "  n_members INTEGER NOT NULL,\n"
    "  offices TEXT NOT NULL,     -- 'CN EP US'\n"
    "  applicants TEXT NOT NULL,  -- '12 7': names of all applicants and owners, the first first\n"
    "  classes TEXT NOT NULL      -- 'H01M H04W': subclasses of IPC and CPC, the main one first\n"
    ") STRICT;\n"
    "CREATE TABLE snapshot (\n"
    "  family INTEGER NOT NULL,\n"
    "  run INTEGER NOT NULL REFERENCES run, -- that changed it\n"
    "  members TEXT NOT NULL,     -- as it was before: 'KEY STATE' a line\n"
    "  PRIMARY KEY (family, run)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE change (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  run INTEGER NOT NULL REFERENCES run,\n"
    "  kind INTEGER NOT NULL,     -- CsLibraryChangeKind\n"
    "  rule INTEGER NOT NULL,\n"
    "  family INTEGER NOT NULL,\n"
    "  application INTEGER,\n"
    "  printed TEXT,              -- number of the application\n"
    "  was TEXT NOT NULL,\n"
    "  now TEXT NOT NULL\n"
    ") STRICT;\n"
    "CREATE INDEX change_of_run ON change (run, kind, application);\n";

/* What the user adds. */
static const char tables_of_marks[] =
    "CREATE TABLE mark (\n"
    "  family INTEGER PRIMARY KEY REFERENCES family,\n"
    "  note TEXT NOT NULL,\n"
    "  rating INTEGER NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE label (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  kind INTEGER NOT NULL,     -- CsLabelKind\n"
    "  name TEXT NOT NULL,\n"
    "  UNIQUE (kind, name)\n"
    ") STRICT;\n"
    "CREATE TABLE labelled (\n"
    "  label INTEGER NOT NULL REFERENCES label,\n"
    "  family INTEGER NOT NULL REFERENCES family,\n"
    "  PRIMARY KEY (label, family)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX label_of_family ON labelled (family);\n"
    "CREATE TABLE search (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  name TEXT NOT NULL UNIQUE,\n"
    "  query TEXT NOT NULL,\n"
    "  is_watched INTEGER NOT NULL,\n"
    "  made_us INTEGER NOT NULL,\n"
    "  seen_us INTEGER NOT NULL   -- 0: never\n"
    ") STRICT;\n"
    "CREATE TABLE seen (\n"
    "  search INTEGER NOT NULL REFERENCES search ON DELETE CASCADE,\n"
    "  family INTEGER NOT NULL,\n"
    "  members TEXT NOT NULL,     -- 'ID STATE' a line: what it was like\n"
    "  PRIMARY KEY (search, family)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE history (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  query TEXT NOT NULL UNIQUE,\n"
    "  n_hits INTEGER NOT NULL,\n"
    "  made_us INTEGER NOT NULL\n"
    ") STRICT;\n";

static gboolean
migrate_to_1 (const CsDatabase *store, GError **error)
{
  return cs_store_exec (store, tables_of_runs, error) &&
         cs_store_exec (store, tables_of_documents, error) &&
         cs_store_exec (store, tables_of_facts, error) &&
         cs_store_exec (store, tables_of_texts, error) &&
         cs_store_exec (store, indexes_of_texts, error) &&
         cs_store_exec (store, settings_of_indexes, error) &&
         cs_store_exec (store, tables_of_families, error) &&
         cs_store_exec (store, tables_of_marks, error);
}

static const CsMigration migrations[] = { migrate_to_1 };

CsMigration cs_library_extra_migration;

const CsSchema cs_library_schema = {
  .application_id = APPLICATION_ID,
  .migrations = migrations,
  .n_migrations = G_N_ELEMENTS (migrations),
  .extra = &cs_library_extra_migration,
  .prepare = cs_library_register_tokenizer,
};
