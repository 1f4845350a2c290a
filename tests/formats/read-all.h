#pragma once

#include "../../src/formats/cs-reader.h"

/* One document or error that a reader gave, kept. */
typedef struct
{
  char *path;
  guint index;
  CsDraft *draft;
  GError *error;
} Kept;

/* Reads @path; every draft is checked as check_draft() does. (element-type Kept) */
GPtrArray *read_all (const char *path);

/* The same, with claims in @language where there is a choice. */
GPtrArray *read_all_in (const char *path,
                        const char *language);

/* Reads a file in memory in the same way. */
GPtrArray *read_all_bytes (const char *bytes,
                           gsize n_bytes);

/* Reads a fixture in the same way. @name: path below tests/formats/fixtures */
GPtrArray *read_fixture (const char *name);

/* The path of a fixture. */
char *fixture_path (const char *name);

/* What was read at @index, which must be there. */
const Kept *kept_at (const GPtrArray *all,
                     guint index);

/* The draft at @index, which must be one. */
const CsDraft *draft_at (const GPtrArray *all,
                         guint index);

/* The text of a unit. */
char *unit_text (const CsDraft *draft,
                 CsPart part,
                 guint index);

/* Asserts the printed number and the text of a unit. */
void assert_unit (const CsDraft *draft,
                  CsPart part,
                  guint index,
                  guint number,
                  const char *expected);

/* How many notes of @code the draft has. */
guint count_notes (const CsDraft *draft,
                   const char *code);

/* Reads the first 1/51, 2/51 ... 50/51 of the bytes: whatever comes of it, it is no crash. */
void read_truncated (const char *bytes,
                     gsize n_bytes);
