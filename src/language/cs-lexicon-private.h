#pragma once

#include "cs-lexicon.h"

G_BEGIN_DECLS

/* Between the files of the lexicon, and for nobody else. */

/** cs_lexicon_read: adds the words of @text to @lexicon; a word that is there changes its class */
void cs_lexicon_read (CsLexicon *lexicon,
                      const char *text);

/** cs_lexicon_load_shipped: Returns: (transfer full): the list as it comes with the program, for
 *  the caller to add to; call cs_lexicon_settle() then */
CsLexicon *cs_lexicon_load_shipped (const char *name);

/** cs_lexicon_settle: makes @lexicon ready for cs_lexicon_find() */
void cs_lexicon_settle (CsLexicon *lexicon);

/** cs_lexicon_list_kinds: Returns: (transfer container) (array zero-terminated=1): the classes */
const char **cs_lexicon_list_kinds (const CsLexicon *lexicon);

/** cs_lexicon_keep: makes @lexicon (transfer full) the one that cs_lexicon_get() gives for @name,
 *  unless it gave one already. Returns: whether it did */
gboolean cs_lexicon_keep (const char *name,
                          CsLexicon *lexicon);

/** cs_lexicon_free: for one that was not kept */
void cs_lexicon_free (CsLexicon *lexicon);

G_END_DECLS
