#include "cs-terms-zh.h"

#include <string.h>

/* The terms of Chinese claims: what the files of this analysis share, and their order. */

static int
compare_guints (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return left < right ? -1 : left > right;
}

gboolean
cs_zh_is_above (CsZhAnalysis *analysis, guint above, guint claim)
{
  if (analysis->ancestors_of != claim)
    {
      cs_claim_parents_get_ancestors (analysis->scan->parents, claim, analysis->ancestors);
      analysis->ancestors_of = claim;
    }

  return g_array_binary_search (analysis->ancestors, &above, compare_guints, NULL);
}

char *
cs_zh_dup_key (const CsZhText *text, guint at, guint length)
{
  g_autoptr (GString) key = g_string_sized_new (length * 3 + 1);

  for (guint i = 0; i < length; i++)
    g_string_append_unichar (key, cs_zh_text_char (text, at + i)->unit);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

guint
cs_zh_add_mention (
    CsZhAnalysis *analysis, CsMention *mention, guint at, guint length, guint rests)
{
  const CsZhText *text = analysis->text;
  const CsClaim *claim = cs_claim_set_get (analysis->scan->claims, mention->claim);
  const CsZhSign *sign = cs_zh_text_find_sign (text, at + length);
  g_autofree char *key = cs_zh_dup_key (text, at, length);
  guint index = analysis->scan->mentions->len;

  mention->range.start = cs_zh_text_char (text, at)->start;
  mention->range.end = cs_zh_text_char (text, at + length - 1)->end;
  if (sign != NULL)
    mention->sign = sign->range;
  mention->term = cs_terms_scan_term (analysis->scan, key, claim->text + mention->range.start,
                                      mention->range.end - mention->range.start);
  mention->other = CS_NO_INDEX;
  if ((mention->flags & CS_MENTION_REPEATED) == 0)
    mention->second = CS_NO_INDEX;
  mention->suggested = CS_NO_INDEX;

  g_array_append_val (analysis->scan->mentions, *mention);
  g_array_append_val (analysis->rests, rests);
  g_array_append_val (analysis->places, at);
  for (guint i = 0; i < length; i++)
    analysis->cover[at + i] = index + 1;

  return index;
}

void
cs_terms_scan_zh (CsTermsScan *scan)
{
  CsZhAnalysis analysis = { .scan = scan, .ancestors_of = CS_NO_INDEX };
  guint n_chars;

  g_return_if_fail (scan != NULL);

  analysis.text = cs_zh_text_new (scan->claims);
  analysis.index = cs_zh_index_new (analysis.text);
  n_chars = analysis.text->chars->len;
  analysis.voided = g_new0 (guint8, n_chars + 1);
  analysis.cover = g_new0 (guint, n_chars + 1);
  analysis.rests = g_array_new (FALSE, FALSE, sizeof (guint));
  analysis.places = g_array_new (FALSE, FALSE, sizeof (guint));
  analysis.ancestors = g_array_new (FALSE, FALSE, sizeof (guint));
  analysis.names = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  analysis.is_name = g_hash_table_new (NULL, NULL);
  analysis.failed = cs_zh_failures_new ();

  cs_zh_judge_references (&analysis);
  cs_zh_find_names (&analysis);
  cs_zh_add_flags (&analysis);

  g_hash_table_unref (analysis.failed);
  g_hash_table_unref (analysis.is_name);
  g_hash_table_unref (analysis.names);
  g_array_unref (analysis.ancestors);
  g_array_unref (analysis.places);
  g_array_unref (analysis.rests);
  g_free (analysis.cover);
  g_free (analysis.voided);
  cs_zh_index_free (analysis.index);
  cs_zh_text_free (analysis.text);
}
