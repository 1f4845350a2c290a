#pragma once

#include "../../src/store/cs-draft-store.h"
#include "store-folder.h"

/* The store of @folder, which must open and be writable. */
CsDraftStore *open_store (const char *folder);

/* A draft with all that a draft can have: runs, objects, headings, figures, notes, priorities. Its
 * title is @title, and it has @n_claims claims that @words are in. */
CsDraft *make_draft (const char *title,
                     guint n_claims,
                     const char *words);

/* A text without runs and objects. */
CsText *make_text (const char *utf8);

/* Makes a matter of such a draft. Returns: its id */
gint64 add_matter (CsDraftStore *store,
                   const char *title,
                   const char *reference);

/* Matter @id of @store, which must be there. */
CsMatter *load_matter (CsDraftStore *store,
                       gint64 id);

/* Asserts that all fields are the same, but for path and index. */
void assert_same_draft (const CsDraft *a,
                        const CsDraft *b);

/* Asserts that the check of the store finds nothing. */
void assert_sound (CsDraftStore *store);
