#include "cs-store-schema.h"

#define APPLICATION_ID 0x43734472 /* "CsDr" */

CsMigration cs_store_extra_migration;

/* Version 1. A draft is the text of a matter as it was at one time: as it is now, or as one of its
 * versions. Ids of units are 64 bits without sign, so they are text. */
static const char tables_1[] =
    "CREATE TABLE matter (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  name TEXT,                 -- given by the user; NULL: its title is its name\n"
    "  title TEXT NOT NULL,       -- of the application\n"
    "  reference TEXT NOT NULL,   -- the user's own number\n"
    "  language TEXT NOT NULL,\n"
    "  offices TEXT NOT NULL,     -- 'CN US': those whose checklists examine it\n"
    "  type TEXT NOT NULL,\n"
    "  stage TEXT NOT NULL,\n"
    "  in_bin INTEGER NOT NULL DEFAULT 0,\n"
    "  n_errors INTEGER,          -- findings of the last examination; NULL before the first\n"
    "  n_warnings INTEGER,\n"
    "  n_advice INTEGER,\n"
    "  created_us INTEGER NOT NULL,\n"
    "  changed_us INTEGER NOT NULL,\n"
    "  opened_us INTEGER NOT NULL DEFAULT 0,\n"
    "  kept_us INTEGER NOT NULL,  -- when a version of it was last kept\n"
    "  revision INTEGER NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE search (\n"
    "  matter INTEGER PRIMARY KEY REFERENCES matter ON DELETE CASCADE,\n"
    "  folded TEXT NOT NULL       -- name, number, title and claims, width and case folded\n"
    ") STRICT;\n"
    "CREATE TABLE draft (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  matter INTEGER NOT NULL REFERENCES matter ON DELETE CASCADE,\n"
    "  kept TEXT NOT NULL CHECK (kept IN ('now', 'automatic', 'named')),\n"
    "  name TEXT,                 -- of a named version\n"
    "  made_us INTEGER NOT NULL,\n"
    "  n_claims INTEGER NOT NULL,\n"
    "  n_bytes INTEGER NOT NULL,\n"
    "  document TEXT NOT NULL,    -- the document's own number, or the name of its file\n"
    "  format TEXT NOT NULL,\n"
    "  language TEXT NOT NULL,\n"
    "  complete INTEGER NOT NULL,\n"
    "  request TEXT NOT NULL,     -- JSON\n"
    "  figures TEXT NOT NULL,     -- JSON\n"
    "  notes TEXT NOT NULL,       -- JSON\n"
    "  checksum TEXT NOT NULL     -- SHA-256 over this row from 'document' on, and its parts\n"
    ") STRICT;\n"
    "CREATE UNIQUE INDEX draft_now ON draft (matter) WHERE kept = 'now';\n"
    "CREATE INDEX draft_of_matter ON draft (matter, made_us);\n"
    "CREATE TABLE part (\n"
    "  draft INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,\n"
    "  name TEXT NOT NULL,\n"
    "  text TEXT,                 -- NULL: the part is not there\n"
    "  runs TEXT NOT NULL,        -- JSON: [[start, end, style]] in bytes of text\n"
    "  objects TEXT NOT NULL,     -- JSON: one for each U+FFFC of text\n"
    "  units TEXT NOT NULL,       -- a line each: start of its number, start, end, number, kind\n"
    "  ids TEXT,                  -- identities of the units; NULL: nobody has edited it yet\n"
    "  UNIQUE (draft, name)\n"
    ") STRICT;\n"
    "CREATE TABLE decision (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  matter INTEGER REFERENCES matter ON DELETE CASCADE, -- NULL: for all matters\n"
    "  kind TEXT NOT NULL,\n"
    "  check_name TEXT NOT NULL,\n"
    "  rule TEXT NOT NULL,\n"
    "  fingerprint TEXT NOT NULL,\n"
    "  unit TEXT NOT NULL,\n"
    "  part TEXT NOT NULL,\n"
    "  text TEXT NOT NULL,\n"
    "  reason TEXT NOT NULL,\n"
    "  author TEXT NOT NULL,\n"
    "  made_us INTEGER NOT NULL\n"
    ") STRICT;\n"
    "CREATE INDEX decision_of_matter ON decision (matter);\n"
    "CREATE TABLE image (\n"
    "  sha256 TEXT PRIMARY KEY,\n"
    "  bytes BLOB NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE picture (\n"
    "  matter INTEGER NOT NULL REFERENCES matter ON DELETE CASCADE,\n"
    "  name TEXT NOT NULL,\n"
    "  sha256 TEXT NOT NULL REFERENCES image,\n"
    "  added INTEGER NOT NULL,    -- the one with the highest is the picture of that name now\n"
    "  PRIMARY KEY (matter, name, sha256)\n"
    ") STRICT;\n"
    "CREATE INDEX picture_of_image ON picture (sha256);\n";

/* Version 2: what the author of a matter said of its terms. */
static const char tables_2[] =
    "CREATE TABLE term (\n"
    "  matter INTEGER NOT NULL REFERENCES matter ON DELETE CASCADE,\n"
    "  name TEXT NOT NULL,        -- as in the claims, without article or 所述\n"
    "  folded TEXT NOT NULL,      -- the same, width and case folded: one verdict for each\n"
    "  verdict TEXT NOT NULL CHECK (verdict IN ('is-term', 'never-report')),\n"
    "  PRIMARY KEY (matter, folded)\n"
    ") STRICT;\n";

/* Version 3: a matter that travels, what lies with it, and who confirmed it. The identity stays the
 * same in every copy that travels. "received" tells which texts came from elsewhere, so that, when
 * a matter comes back, it can be told which texts its sender knew. */
static const char tables_3[] =
    "ALTER TABLE matter ADD COLUMN uuid TEXT NOT NULL DEFAULT '';\n"
    "ALTER TABLE matter ADD COLUMN author TEXT NOT NULL DEFAULT '';\n"
    "UPDATE matter SET uuid = lower (hex (randomblob (4)) || '-' || hex (randomblob (2)) || "
    "'-4' || substr (hex (randomblob (2)), 2) || '-a' || substr (hex (randomblob (2)), 2) || '-' "
    "|| hex (randomblob (6)));\n"
    "CREATE UNIQUE INDEX matter_uuid ON matter (uuid);\n"
    "CREATE TABLE received (\n"
    "  matter INTEGER NOT NULL REFERENCES matter ON DELETE CASCADE,\n"
    "  checksum TEXT NOT NULL,    -- of a draft that came from elsewhere\n"
    "  PRIMARY KEY (matter, checksum)\n"
    ") STRICT;\n"
    "CREATE TABLE review (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  matter INTEGER NOT NULL REFERENCES matter ON DELETE CASCADE,\n"
    "  reviewer TEXT NOT NULL,\n"
    "  remark TEXT NOT NULL,\n"
    "  made_us INTEGER NOT NULL,\n"
    "  text_sha256 TEXT NOT NULL, -- of the texts that were confirmed\n"
    "  n_open INTEGER NOT NULL    -- findings that stood open\n"
    ") STRICT;\n"
    "CREATE INDEX review_of_matter ON review (matter);\n"
    "CREATE TABLE attachment (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  matter INTEGER NOT NULL REFERENCES matter ON DELETE CASCADE,\n"
    "  name TEXT NOT NULL,        -- base name of the file it was\n"
    "  sha256 TEXT NOT NULL REFERENCES image, -- its bytes lie with the pictures\n"
    "  n_pages INTEGER NOT NULL,\n"
    "  added_us INTEGER NOT NULL,\n"
    "  text TEXT NOT NULL,\n"
    "  folded TEXT NOT NULL,      -- name and the beginning of the text, to be searched\n"
    "  UNIQUE (matter, sha256)\n"
    ") STRICT;\n"
    "CREATE INDEX attachment_of_image ON attachment (sha256);\n";

/* Version 4: examinations as they were kept, the answers to their questions, and who signed what. A
 * signature names an examination by its sum, so that it means the same one wherever it travels. */
static const char tables_4[] =
    "CREATE TABLE answer (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  matter INTEGER NOT NULL REFERENCES matter ON DELETE CASCADE,\n"
    "  item TEXT NOT NULL,        -- the item that asks\n"
    "  checklist TEXT NOT NULL,   -- in which it was answered\n"
    "  verdict TEXT NOT NULL,     -- 'yes', 'no', 'unsure'\n"
    "  text TEXT NOT NULL,\n"
    "  author TEXT NOT NULL,\n"
    "  made_us INTEGER NOT NULL,\n"
    "  text_sha256 TEXT NOT NULL, -- of the texts it was given for\n"
    "  evidence_sum TEXT NOT NULL -- of what was shown beside the question\n"
    ") STRICT;\n"
    "CREATE INDEX answer_of_matter ON answer (matter);\n"
    "CREATE TABLE run (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  matter INTEGER NOT NULL REFERENCES matter ON DELETE CASCADE,\n"
    "  number INTEGER NOT NULL,   -- counted from 1\n"
    "  author TEXT NOT NULL,\n"
    "  made_us INTEGER NOT NULL,\n"
    "  text_sha256 TEXT NOT NULL, -- of the texts that were examined\n"
    "  sha256 TEXT NOT NULL,      -- of 'record'\n"
    "  record TEXT NOT NULL       -- JSON: checklists, items, findings\n"
    ") STRICT;\n"
    "CREATE INDEX run_of_matter ON run (matter);\n"
    "CREATE TABLE signature (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  matter INTEGER NOT NULL REFERENCES matter ON DELETE CASCADE,\n"
    "  role TEXT NOT NULL,        -- 'self-check', 'second-person'\n"
    "  author TEXT NOT NULL,\n"
    "  made_us INTEGER NOT NULL,\n"
    "  text_sha256 TEXT NOT NULL, -- it has lapsed once the texts have another\n"
    "  record_sha256 TEXT NOT NULL -- of the run that is signed\n"
    ") STRICT;\n"
    "CREATE INDEX signature_of_matter ON signature (matter);\n"
    "CREATE TABLE tick (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  matter INTEGER NOT NULL REFERENCES matter ON DELETE CASCADE,\n"
    "  figure TEXT NOT NULL,      -- base name of the picture, or label of the figure\n"
    "  sha256 TEXT NOT NULL,      -- of the picture\n"
    "  signs TEXT NOT NULL,       -- JSON: those that a person saw in it\n"
    "  author TEXT NOT NULL,\n"
    "  made_us INTEGER NOT NULL\n"
    ") STRICT;\n"
    "CREATE INDEX tick_of_matter ON tick (matter);\n";

static gboolean
migrate_to_1 (const CsDraftStore *store, GError **error)
{
  return cs_store_exec (store, tables_1, error);
}

static gboolean
migrate_to_2 (const CsDraftStore *store, GError **error)
{
  return cs_store_exec (store, tables_2, error);
}

static gboolean
migrate_to_3 (const CsDraftStore *store, GError **error)
{
  return cs_store_exec (store, tables_3, error);
}

static gboolean
migrate_to_4 (const CsDraftStore *store, GError **error)
{
  return cs_store_exec (store, tables_4, error);
}

static const CsMigration migrations[] = { migrate_to_1, migrate_to_2, migrate_to_3, migrate_to_4 };

static const CsSchema schema = {
  .application_id = APPLICATION_ID,
  .migrations = migrations,
  .n_migrations = G_N_ELEMENTS (migrations),
  .extra = &cs_store_extra_migration,
};

guint
cs_store_schema_get_current (void)
{
  return cs_schema_get_current (&schema);
}

gboolean
cs_store_schema_migrate (const CsDraftStore *store, guint version, GError **error)
{
  return cs_schema_migrate (&schema, store, version, error);
}

gboolean
cs_store_schema_identify (const CsDraftStore *store, guint *version, GError **error)
{
  return cs_schema_identify (&schema, store, version, error);
}
