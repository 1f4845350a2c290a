#include <string.h>

#include "../base/cs-limits.h"
#include "../base/cs-text-splice.h"
#include "cs-draft-private.h"
#include "cs-edit.h"

static void
edit_clear (gpointer data)
{
  CsEdit *edit = data;

  cs_text_unref (edit->text);
}

GArray *
cs_edits_new (void)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (CsEdit));

  g_array_set_clear_func (edits, edit_clear);

  return edits;
}

void
cs_edits_add (GArray *edits, CsPart part, gsize start, gsize end, const char *insert)
{
  CsEdit edit = { part, start, end, cs_text_new (insert, strlen (insert)) };

  g_array_append_val (edits, edit);
}

void
cs_edits_add_text (GArray *edits, CsPart part, gsize start, gsize end, CsText *insert)
{
  CsEdit edit = { part, start, end, cs_text_ref (insert) };

  g_array_append_val (edits, edit);
}

/* Two insertions at one place keep the order in which they were added: the sort is stable. */
static int
compare_edits (gconstpointer a, gconstpointer b)
{
  const CsEdit *left = a;
  const CsEdit *right = b;

  if (left->part != right->part)
    return left->part < right->part ? -1 : 1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;

  return left->end < right->end ? -1 : left->end > right->end;
}

static gboolean
is_bound (const char *string, gsize byte)
{
  return ((guchar)string[byte] & 0xc0) != 0x80;
}

static gboolean
fits (const CsEdit *edit, const CsDraft *draft)
{
  const CsText *text;

  if ((guint)edit->part >= CS_N_PARTS || draft->texts[edit->part] == NULL)
    return FALSE;

  text = draft->texts[edit->part];
  return edit->start <= edit->end && edit->end <= cs_text_get_n_bytes (text) &&
         is_bound (cs_text_get_string (text), edit->start) &&
         is_bound (cs_text_get_string (text), edit->end);
}

static gboolean
changes_nothing (const CsEdit *edit, const CsDraft *draft)
{
  g_autoptr (CsText) there = NULL;

  if (edit->end - edit->start != cs_text_get_n_bytes (edit->text))
    return FALSE;

  there = cs_text_slice (draft->texts[edit->part], edit->start, edit->end);
  return cs_text_equal (there, edit->text);
}

gboolean
cs_edits_normalise (GArray *edits, const CsDraft *draft)
{
  guint kept = 0;

  g_array_sort (edits, compare_edits);
  for (guint i = 0; i < edits->len; i++)
    {
      const CsEdit *edit = &g_array_index (edits, CsEdit, i);

      if (!fits (edit, draft))
        return FALSE;
      if (i > 0 && edit[-1].part == edit->part && edit[-1].end > edit->start)
        return FALSE;
    }

  for (guint i = 0; i < edits->len; i++)
    {
      CsEdit edit = g_array_index (edits, CsEdit, i);

      if (changes_nothing (&edit, draft))
        continue;
      g_array_index (edits, CsEdit, i) = g_array_index (edits, CsEdit, kept);
      g_array_index (edits, CsEdit, kept++) = edit;
    }
  g_array_set_size (edits, kept);

  return TRUE;
}

/* The edits of @part, which begin at @first, as splices. (element-type CsTextSplice) */
static GArray *
collect_splices (const GArray *edits, CsPart part, guint *first)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (CsTextSplice));

  for (; *first < edits->len; (*first)++)
    {
      const CsEdit *edit = &g_array_index (edits, CsEdit, *first);
      CsTextSplice splice = { edit->start, edit->end, edit->text };

      if (edit->part != part)
        break;
      g_array_append_val (splices, splice);
    }

  return splices;
}

static CsText *
splice_text (CsText *text, const GArray *splices, CsPart part, GError **error)
{
  const CsTextSplice *all = (const CsTextSplice *)(gpointer)splices->data;
  gsize n_bytes = cs_text_get_n_bytes (text);

  if (splices->len == 0)
    return cs_text_ref (text);

  for (guint i = 0; i < splices->len; i++)
    n_bytes += cs_text_get_n_bytes (all[i].insert) - (all[i].end - all[i].start);
  if (n_bytes > CS_MAX_PART_BYTES)
    {
      cs_draft_set_too_large (error, part);
      return NULL;
    }

  return cs_text_splice_all (text, all, splices->len);
}

/* The texts of a draft while edits are made to them. */
typedef struct
{
  CsText *texts[CS_N_PARTS];
  GArray *splices[CS_N_PARTS];
  CsSpliceMap *maps[CS_N_PARTS];
} Splicing;

static gboolean
splice_parts (Splicing *splicing,
              const CsDraft *draft,
              const GArray *edits,
              gboolean afresh,
              GError **error)
{
  guint next = 0;

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      GArray *splices = splicing->splices[part] = collect_splices (edits, part, &next);

      if (draft->texts[part] == NULL)
        continue;
      splicing->texts[part] = splice_text (draft->texts[part], splices, part, error);
      if (splicing->texts[part] == NULL)
        return FALSE;
      if (splices->len > 0 || afresh)
        splicing->maps[part] = cs_splice_map_new ((const CsTextSplice *)(gpointer)splices->data,
                                                  splices->len);
    }

  return TRUE;
}

static void
splicing_clear (Splicing *splicing)
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      g_clear_pointer (&splicing->maps[part], cs_splice_map_free);
      g_clear_pointer (&splicing->splices[part], g_array_unref);
      g_clear_pointer (&splicing->texts[part], cs_text_unref);
    }
}

CsDraft *
cs_draft_apply (CsDraft *draft, const GArray *edits, gboolean afresh, GError **error)
{
  Splicing splicing = { 0 };
  CsDraft *after = NULL;

  if (splice_parts (&splicing, draft, edits, afresh, error))
    after = cs_draft_rebuild (draft, splicing.texts, NULL, splicing.maps, error);
  splicing_clear (&splicing);

  return after;
}

CsDraft *
cs_draft_apply_edits (CsDraft *draft, const GArray *edits, GError **error)
{
  return cs_draft_apply (draft, edits, FALSE, error);
}
