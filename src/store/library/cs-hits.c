#include "cs-search-run.h"

/* Hits with what they own. */
typedef struct
{
  CsHits hits;
  guint generation; /* of the places */
  guint32 *family_places;
  gint64 *families;
  gint64 *documents;
} OwnedHits;

G_DEFINE_BOXED_TYPE (CsHits, cs_hits, cs_hits_ref, cs_hits_unref)

CsHits *
cs_hits_new (const CsSearchPlaces *places,
             const CsHits *hits,
             guint32 *families,
             guint32 *documents)
{
  OwnedHits *owned = g_atomic_rc_box_new0 (OwnedHits);

  owned->hits = *hits;
  owned->hits.query = cs_query_ref (hits->query);
  if (hits->filters != NULL)
    g_ptr_array_ref (hits->filters);
  owned->generation = places->generation;
  owned->family_places = families;
  owned->families = g_new (gint64, hits->n_families + 1);
  owned->documents = g_new (gint64, hits->n_families + 1);
  for (guint i = 0; i < hits->n_families; i++)
    {
      owned->families[i] = places->families[families[i]];
      owned->documents[i] = places->documents[documents[i]];
    }
  owned->hits.families = owned->families;
  owned->hits.documents = owned->documents;
  g_free (documents);

  return &owned->hits;
}

const guint32 *
cs_hits_get_places (const CsHits *hits, const CsSearchPlaces *places)
{
  const OwnedHits *owned = (const OwnedHits *)(gconstpointer)hits;

  return owned->generation == places->generation ? owned->family_places : NULL;
}

CsHits *
cs_hits_ref (CsHits *hits)
{
  return g_atomic_rc_box_acquire (hits);
}

static void
clear (gpointer data)
{
  OwnedHits *owned = data;

  cs_query_unref (owned->hits.query);
  g_clear_pointer (&owned->hits.filters, g_ptr_array_unref);
  g_free (owned->family_places);
  g_free (owned->families);
  g_free (owned->documents);
}

void
cs_hits_unref (CsHits *hits)
{
  g_atomic_rc_box_release_full (hits, clear);
}
