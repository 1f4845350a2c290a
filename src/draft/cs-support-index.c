#include "cs-support-index.h"

#include <string.h>

#include "cs-grams.h"

#define FIRST_SLOTS 4096       /* of the hash table, a power of two */
#define MIN_DISCLOSURE_SHARE 4 /* a description that is nearly all "background" has odd headings */

/* One gram of the description; @last tells a paragraph that was counted already. */
typedef struct
{
  guint64 key;
  guint32 n;
  guint32 last;
  guint32 first;
  guint32 places;
} Entry;

/* One gram in one paragraph. */
typedef struct
{
  guint32 entry;
  guint32 paragraph;
} Posting;

struct _CsSupportIndex
{
  GArray *entries; /* Entry */
  guint32 *slots;  /* entry + 1, 0 for none */
  guint n_slots;
  guint32 *paragraphs; /* by entry, from its first on */
  guint8 *places;      /* CsSupportPlace, by paragraph */
  guint n_paragraphs;
};

/* --- sections --- */

static CsSupportPlace
place_of_heading (CsHeading heading)
{
  static const struct
  {
    CsHeading heading;
    CsSupportPlace place;
  } places[] = {
    { CS_HEADING_FIELD, CS_SUPPORT_BACKGROUND },
    { CS_HEADING_BACKGROUND, CS_SUPPORT_BACKGROUND },
    { CS_HEADING_CROSS_REFERENCE, CS_SUPPORT_BACKGROUND },
    { CS_HEADING_FEDERAL_RESEARCH, CS_SUPPORT_BACKGROUND },
    { CS_HEADING_JOINT_RESEARCH, CS_SUPPORT_BACKGROUND },
    { CS_HEADING_SEQUENCE_REFERENCE, CS_SUPPORT_BACKGROUND },
    { CS_HEADING_SUMMARY, CS_SUPPORT_SUMMARY },
    { CS_HEADING_FIGURES, CS_SUPPORT_FIGURES },
    { CS_HEADING_SIGNS, CS_SUPPORT_FIGURES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].heading == heading)
      return places[i].place;

  return CS_SUPPORT_EMBODIMENT;
}

static gsize
count_bytes (const CsDraft *draft, guint first, guint end)
{
  gsize sum = 0;

  for (guint i = first; i < end; i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, CS_PART_DESCRIPTION, i);

      sum += unit->end - unit->start;
    }

  return sum;
}

static void
place_sections (CsSupportIndex *index, const CsDraft *draft, const CsDescription *description)
{
  const GArray *sections = cs_description_get_sections (description);
  gsize n_background = 0;
  gsize n_all = count_bytes (draft, 0, index->n_paragraphs);

  for (guint i = 0; i < sections->len; i++)
    {
      const CsSection *section = &g_array_index (sections, CsSection, i);
      CsSupportPlace place = place_of_heading (section->heading);

      if (place == CS_SUPPORT_BACKGROUND)
        n_background += count_bytes (draft, section->first, section->end);
      for (guint p = section->first; p < section->end; p++)
        index->places[p] = place;
    }
  if (n_all - n_background >= n_all / MIN_DISCLOSURE_SHARE)
    return;

  for (guint p = 0; p < index->n_paragraphs; p++)
    if (index->places[p] == CS_SUPPORT_BACKGROUND)
      index->places[p] = CS_SUPPORT_EMBODIMENT;
}

/* --- grams --- */

static guint
slot_of (const CsSupportIndex *index, guint64 key)
{
  guint at = (guint)((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & (index->n_slots - 1);

  while (index->slots[at] != 0 &&
         g_array_index (index->entries, Entry, index->slots[at] - 1).key != key)
    at = (at + 1) & (index->n_slots - 1);

  return at;
}

static void
grow (CsSupportIndex *index)
{
  g_free (index->slots);
  index->n_slots *= 2;
  index->slots = g_new0 (guint32, index->n_slots);
  for (guint i = 0; i < index->entries->len; i++)
    index->slots[slot_of (index, g_array_index (index->entries, Entry, i).key)] = i + 1;
}

static void
add_gram (CsSupportIndex *index, guint64 key, guint paragraph, GArray *postings)
{
  guint slot = slot_of (index, key);
  Posting posting = { index->slots[slot] - 1, paragraph };
  Entry *entry;

  if (index->slots[slot] == 0)
    {
      Entry fresh = { key, 0, G_MAXUINT32, 0, 0 };

      posting.entry = index->entries->len;
      g_array_append_val (index->entries, fresh);
      index->slots[slot] = index->entries->len;
      if (index->entries->len * 2 > index->n_slots)
        grow (index);
    }
  entry = &g_array_index (index->entries, Entry, posting.entry);
  if (entry->last == paragraph)
    return;

  entry->last = paragraph;
  entry->n++;
  entry->places |= 1 << index->places[paragraph];
  g_array_append_val (postings, posting);
}

/* Sorts the postings, which come by paragraph, by gram. */
static void
sort_postings (CsSupportIndex *index, const GArray *postings)
{
  guint32 at = 0;

  for (guint i = 0; i < index->entries->len; i++)
    {
      Entry *entry = &g_array_index (index->entries, Entry, i);

      entry->first = at;
      at += entry->n;
      entry->n = 0;
    }
  index->paragraphs = g_new (guint32, MAX (postings->len, 1));
  for (guint i = 0; i < postings->len; i++)
    {
      const Posting *posting = &g_array_index (postings, Posting, i);
      Entry *entry = &g_array_index (index->entries, Entry, posting->entry);

      index->paragraphs[entry->first + entry->n++] = posting->paragraph;
    }
}

CsSupportIndex *
cs_support_index_new (const CsDraft *draft, const CsDescription *description)
{
  CsSupportIndex *index = g_new0 (CsSupportIndex, 1);
  CsGramKind kind = strcmp (draft->language, "zh") == 0 ? CS_GRAMS_ZH : CS_GRAMS_EN;
  g_autoptr (GArray) postings = g_array_new (FALSE, FALSE, sizeof (Posting));

  index->n_paragraphs = cs_draft_get_n_units (draft, CS_PART_DESCRIPTION);
  index->places = g_new0 (guint8, MAX (index->n_paragraphs, 1));
  memset (index->places, CS_SUPPORT_BACKGROUND, index->n_paragraphs); /* headings stay so */
  index->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  index->n_slots = FIRST_SLOTS;
  index->slots = g_new0 (guint32, index->n_slots);
  place_sections (index, draft, description);

  for (guint p = 0; p < index->n_paragraphs; p++)
    {
      CsReading *reading = cs_draft_get_reading (draft, CS_PART_DESCRIPTION, p);
      const GArray *grams = cs_reading_get_grams (reading, kind);

      for (guint i = 0; i < grams->len; i++)
        add_gram (index, g_array_index (grams, CsGram, i).key, p, postings);
    }
  sort_postings (index, postings);

  return index;
}

void
cs_support_index_free (CsSupportIndex *index)
{
  g_array_unref (index->entries);
  g_free (index->slots);
  g_free (index->paragraphs);
  g_free (index->places);
  g_free (index);
}

CsGramPlaces
cs_support_index_get (const CsSupportIndex *index, guint64 key)
{
  guint32 slot = index->slots[slot_of (index, key)];
  const Entry *entry;

  if (slot == 0)
    return (CsGramPlaces){ NULL, 0, 0 };
  entry = &g_array_index (index->entries, Entry, slot - 1);

  return (CsGramPlaces){ index->paragraphs + entry->first, entry->n, entry->places };
}

CsSupportPlace
cs_support_index_get_place (const CsSupportIndex *index, guint paragraph)
{
  return index->places[paragraph];
}

guint
cs_support_index_get_n_paragraphs (const CsSupportIndex *index)
{
  return index->n_paragraphs;
}
