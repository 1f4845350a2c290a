#pragma once

#include "cs-lexicon.h"

G_BEGIN_DECLS

/* Between the files of the lexicon, and for nobody else. */

/** CsLexiconEntry: a term of a list, folded; its class is interned */
typedef struct
{
  char *term;
  gsize n_bytes;
  const char *kind;
  const char *condition;
} CsLexiconEntry;

#define CS_LEXICON_BITS 65536

/* A term is kept under what it begins with: its first word of letters, or its first two characters,
 * for most Chinese ones begin a term; a term of one character under that alone. */
struct _CsLexicon
{
  GHashTable *by_start;             /* hash of a start -> GArray of entries, the longest first */
  guint8 bits[CS_LEXICON_BITS / 8]; /* one for each start: mostly no term stands at a place */
};

/** CsLexiconStart: what a text begins with, @n_bytes of it, in the two forms under which terms are
 *  kept: with what stands behind a character and without, both the same for a word of letters */
typedef struct
{
  gsize n_bytes;
  guint32 longer;
  guint32 shorter;
} CsLexiconStart;

/** cs_lexicon_read_start: Returns: what @text, which is not empty, begins with */
CsLexiconStart cs_lexicon_read_start (const char *text);

/** cs_lexicon_has_bit: Returns: whether a term may begin with what has that hash */
static inline gboolean
cs_lexicon_has_bit (const guint8 *bits,
                    guint32 hash)
{
  return (bits[hash % CS_LEXICON_BITS / 8] & (1u << (hash % 8))) != 0;
}

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
