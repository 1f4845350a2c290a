#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets of documents, or of families, by their places in CsSearchPlaces; for nobody else. A bit
 * each: 125 kB for a million. */

typedef struct
{
  guint n; /* places there are */
  guint n_words;
  guint64 *bits;
} CsSearchSet;

/* Returns: (transfer full): a set with nothing in it */
CsSearchSet *cs_search_set_new (guint n);

void cs_search_set_free (CsSearchSet *set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSearchSet, cs_search_set_free)

static inline void
cs_search_set_add (CsSearchSet *set,
                   guint place)
{
  set->bits[place / 64] |= G_GUINT64_CONSTANT (1) << place % 64;
}

static inline void
cs_search_set_remove (CsSearchSet *set,
                      guint place)
{
  set->bits[place / 64] &= ~(G_GUINT64_CONSTANT (1) << place % 64);
}

static inline gboolean
cs_search_set_has (const CsSearchSet *set,
                   guint place)
{
  return (set->bits[place / 64] >> place % 64 & 1) != 0;
}

/* Adds @from and all up to before @to. */
void cs_search_set_add_range (CsSearchSet *set,
                              guint from,
                              guint to);

/* Adds all that @other has. */
void cs_search_set_join (CsSearchSet *set,
                         const CsSearchSet *other);

/* Keeps what @other has too. */
void cs_search_set_meet (CsSearchSet *set,
                         const CsSearchSet *other);

/* Keeps what @other has not. */
void cs_search_set_subtract (CsSearchSet *set,
                             const CsSearchSet *other);

/* Makes it what it was not. */
void cs_search_set_invert (CsSearchSet *set);

guint cs_search_set_count (const CsSearchSet *set);

/* Returns: the first place from @from on that is in the set, or @n of the set */
guint cs_search_set_next (const CsSearchSet *set,
                          guint from);

/* Returns: the last place before @before that is in the set, or @n of the set */
guint cs_search_set_previous (const CsSearchSet *set,
                              guint before);

G_END_DECLS
