#pragma once

#include "../language/cs-fold.h"
#include "cs-reading.h"
#include "cs-signs.h"

G_BEGIN_DECLS

/* The parts of the table of signs, for nobody else.
 *
 * words   resources/lexicons/sign-words
 * names   the name that stands before a number
 * scan    numbers that may be signs
 * find    which of them are signs
 * call    what they are called
 * signs   where they stand
 */

/* --- words --- */

/** CsSignWord: classes of the list sign-words, see there */
typedef enum
{
  CS_SIGN_WORD_NUMBERED = 1 << 0,
  CS_SIGN_WORD_UNIT = 1 << 1,
  CS_SIGN_WORD_MEASURE = 1 << 2,
  CS_SIGN_WORD_CLEAR = 1 << 3,
  CS_SIGN_WORD_COMMON = 1 << 4
} CsSignWord;

#define CS_SIGN_WORD_MAX 24 /* bytes */

/** cs_sign_word_find: Returns: the classes of a word, in lower case, 0 when the list has it not */
guint cs_sign_word_find (gboolean chinese,
                         const char *word,
                         gsize n_bytes);

/* --- scan --- */

/**
 * CsSignDoubt:
 * @CS_SIGN_DOUBT_NUMBERED: the word before is followed by numbers of its own
 * @CS_SIGN_DOUBT_MEASURED: perhaps a quantity: 孔3个
 * @CS_SIGN_DOUBT_NAMELESS: no name stands before it
 */
typedef enum
{
  CS_SIGN_DOUBT_NUMBERED = 1 << 0,
  CS_SIGN_DOUBT_MEASURED = 1 << 1,
  CS_SIGN_DOUBT_NAMELESS = 1 << 2
} CsSignDoubt;

/**
 * CsSignCandidate:
 * @sign: (transfer none): as printed
 * @span: where; part and index are set where the unit is known
 * @name: bytes of the name before it, in the same unit; empty when there is none
 * @window: (transfer none): the words before it, as far as they may be one name, in the form in
 *   which names are compared; empty when there are none
 * @n_name: bytes of the name at the end of @window
 * @doubt: #CsSignDoubt
 * @bracketed: it stands in brackets
 * @shared: one of several signs behind one name
 * @range_end: the second sign of a range: "12 to 15"
 *
 * A number that may be a sign.
 */
typedef struct
{
  const char *sign;
  CsSpan span;
  CsRange name;
  const char *window;
  gsize n_name;
  guint doubt;
  gboolean bracketed;
  gboolean shared;
  gboolean range_end;
} CsSignCandidate;

/** CsSignLemmas: English words -> in the singular, as names have them; @strings holds both */
struct _CsSignLemmas
{
  GHashTable *known;
  GStringChunk *strings;
};

/** cs_sign_lemmas_new: Returns: (transfer full): none yet */
CsSignLemmas *cs_sign_lemmas_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** cs_sign_lemmas_free: frees @lemmas */
void cs_sign_lemmas_free (CsSignLemmas *lemmas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSignLemmas, cs_sign_lemmas_free)

/**
 * CsUnitSigns:
 * @candidates: (element-type CsSignCandidate): in the order of the text
 * @brackets: (element-type CsSignCandidate): those whose bracket is not closed, or not opened
 * @strings: holds their strings
 *
 * What may be a sign in one claim or paragraph.
 */
struct _CsUnitSigns
{
  GArray *candidates;
  GArray *brackets;
  GStringChunk *strings;
};

/** cs_unit_signs_new: O(n). Returns: (transfer full): what may be a sign in the text @cased */
CsUnitSigns *cs_unit_signs_new (const CsFolded *cased,
                                gboolean chinese,
                                CsSignLemmas *lemmas) G_GNUC_WARN_UNUSED_RESULT;

/** cs_unit_signs_free: frees @signs */
void cs_unit_signs_free (CsUnitSigns *signs);

/**
 * CsSignsScan:
 * @chinese: the language
 * @strings: holds the strings
 * @candidates: (element-type CsSignCandidate): found so far
 * @brackets: (element-type CsSignCandidate): those whose bracket is not closed, or not opened
 * @lemmas: English words met so far
 * @folded: the unit at hand
 */
typedef struct
{
  gboolean chinese;
  GStringChunk *strings;
  GArray *candidates;
  GArray *brackets;
  CsSignLemmas *lemmas;
  const CsFolded *folded;
} CsSignsScan;

/** cs_signs_key: Returns: (transfer none): @name in the form in which names are compared */
const char *cs_signs_key (CsSignsScan *scan,
                          const char *name);

/** cs_signs_read_name: finds the name that ends at @end of the folded text: fills in the name and
 *  the window of @candidate, and adds to its doubts */
void cs_signs_read_name (CsSignsScan *scan,
                         gsize end,
                         CsSignCandidate *candidate);

/** cs_signs_is_plural: Returns: whether the word that ends at @end is an English plural */
gboolean cs_signs_is_plural (CsSignsScan *scan,
                             gsize end);

/* --- signs --- */

struct _CsSigns
{
  GArray *entries;     /* CsSignEntry */
  GArray *mentions;    /* CsSignMention */
  GArray *brackets;    /* CsSignBracket */
  GHashTable *by_sign; /* sign -> index + 1 */
  GStringChunk *strings;
  gboolean has_list;
};

/** CsSignsBuilder: signs in the making. @by_name: a name as it is compared -> its entry and 1 more,
 *  %G_MAXUINT when several have it. @keys: entry and 1 more -> its name as it is compared */
typedef struct
{
  CsSigns *signs;
  CsSignsScan scan;
  GHashTable *by_name;
  GHashTable *keys;
} CsSignsBuilder;

/** cs_signs_entry: Returns: (transfer none): the entry at @index */
CsSignEntry *cs_signs_entry (const CsSigns *signs,
                             guint index);

/** cs_signs_add_entry: Returns: index of the entry of @sign, which is added when it is new */
guint cs_signs_add_entry (CsSigns *signs,
                          const char *sign,
                          const CsSpan *first);

/** cs_signs_add_list: adds what the list of signs gives (cs-signs-call.c) */
void cs_signs_add_list (CsSignsBuilder *builder,
                        const CsDescription *description);

/** cs_signs_name_unlisted: names the others by what stands before them most often */
void cs_signs_name_unlisted (CsSignsBuilder *builder);

/** cs_signs_find_named: Returns: index of the entry whose name the words before a sign end with,
 *  the longest one; @exact: (out): whether nothing more belongs to the name there */
guint cs_signs_find_named (const CsSignsBuilder *builder,
                           const CsSignCandidate *candidate,
                           gboolean *exact);

/** cs_signs_add_claimed: adds what stands in brackets in claims (cs-signs-find.c) */
void cs_signs_add_claimed (CsSignsBuilder *builder);

/** cs_signs_add_repeated: adds what stands twice behind the same name */
void cs_signs_add_repeated (CsSignsBuilder *builder);

/** cs_signs_add_mistaken: adds what stands behind the very name of another sign */
void cs_signs_add_mistaken (CsSignsBuilder *builder);

G_END_DECLS
