#include <string.h>

#include "../../draft/cs-term-variants.h"
#include "cs-checks.h"
#include "prose.h"
#include "spelling-words.h"

/* The spelling of English words. A word of the art that no dictionary has is no slip: what is used
 * again and again, stands with a capital, bears a reference sign or looks like no known word
 * passes; what differs from a known word by one slip of typing is told. Source: 37 CFR 1.52(b)(1),
 * PCT r. 10; practice. */

const char *const cs_spelling_rules[] = { "misspelt", "unknown", NULL };

#define MAX_USES 2      /* a word used more often is meant so */
#define MAX_DOUBTFUL 60 /* words of a draft; with more it is no English */
#define MIN_SLIP 6      /* letters: shorter words lie beside too many others */

typedef struct
{
  CsExamContext *context;
  GHashTable *used;
} Spelling;

/* Words that a check of terms has told of as near another term. */
static gboolean
is_term_variant (Spelling *spelling, const CsSpelledWord *word)
{
  const GArray *variants = cs_exam_get_variants (spelling->context);

  for (guint i = 0; i < variants->len; i++)
    {
      const CsTermVariant *variant = &g_array_index (variants, CsTermVariant, i);

      if (variant->kind == CS_VARIANT_MISSPELT && variant->where.part == word->first.part &&
          variant->where.index == word->first.index && variant->where.start < word->first.end &&
          word->first.start < variant->where.end)
        return TRUE;
    }

  return FALSE;
}

/* "transcriptomes", "duplexed", "extensin": the last letter makes another form, or another word. */
static gboolean
is_form_of (const CsSpelledWord *word, const char *known)
{
  gsize n_bytes = strlen (known);
  gsize same = 0;

  while (same < n_bytes && same < word->n_bytes && known[same] == word->text[same])
    same++;

  return same + 1 >= word->n_bytes && same + 1 >= n_bytes;
}

/* The one word that is meant; %NULL when there is none, or a choice. A typist slips in words that
 * he types often: a rare word beside another rare one is mostly just that. */
static const char *
find_meant (const CsSpelledWord *word, char *const *near, gboolean *slip)
{
  const char *meant = NULL;
  guint n = 0;

  for (guint i = 0; near[i] != NULL; i++)
    if (!is_form_of (word, near[i]))
      {
        meant = near[i];
        n++;
      }
  *slip = n > 0;

  return n == 1 ? meant : NULL;
}

static void
report_word (CsExamContext *context, const CsSpelledWord *word, const char *rule, const char *meant)
{
  CsReport *report = cs_exam_report (context, rule, CS_CERTAINTY_LIKELY, word->first);

  cs_report_set (report, "word", "%.*s", (int)word->n_bytes, word->text);
  cs_report_set (report, "known", "%s", meant == NULL ? "" : meant);
  if (meant != NULL)
    cs_report_add_fix (report, "replace", word->first, meant);
  if (word->n_uses == 1)
    return;
  cs_report_add_related (report, "also", word->last);
  if (meant != NULL)
    cs_report_add_fix (report, "replace", word->last, meant);
}

static void
check_word (Spelling *spelling, const CsSpelledWord *word)
{
  CsExamContext *context = spelling->context;
  g_auto (GStrv) near = cs_speller_find_near (cs_exam_get_speller (context), word->text,
                                              word->n_bytes, spelling->used);
  gboolean slip;
  const char *meant = find_meant (word, near, &slip);

  if (slip && word->n_bytes >= MIN_SLIP && !is_term_variant (spelling, word))
    report_word (context, word, "misspelt", meant);
  else if (word->first.part == CS_PART_CLAIMS && word->n_uses == 1)
    report_word (context, word, "unknown", NULL);
}

/* Words that the draft uses, known ones and what comes back: the right forms of its slips. */
static GHashTable *
collect_used (const GArray *words)
{
  GHashTable *used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const CsSpelledWord *word = &g_array_index (words, CsSpelledWord, i);

      if (word->n_uses > MAX_USES)
        g_hash_table_add (used, g_strndup (word->text, word->n_bytes));
    }

  return used;
}

void
cs_check_spelling (CsExamContext *context, const CsClaim *unused)
{
  CsSpeller *speller = cs_exam_get_speller (context);
  g_autoptr (GArray) words = NULL;
  g_autoptr (GPtrArray) doubtful = g_ptr_array_new ();
  g_autoptr (GHashTable) used = NULL;
  Spelling spelling = { .context = context };

  if (g_str_equal (cs_exam_get_draft (context)->language, "zh"))
    {
      cs_exam_not_applicable (context, NULL, "language");
      return;
    }
  if (speller == NULL)
    {
      cs_exam_skip (context, NULL, "no-dictionary", CS_NO_INDEX);
      return;
    }

  words = cs_spelled_words_new (context);
  for (guint i = 0; i < words->len && doubtful->len < MAX_DOUBTFUL; i++)
    {
      CsSpelledWord *word = &g_array_index (words, CsSpelledWord, i);

      if (word->n_uses <= MAX_USES && !word->named &&
          !cs_speller_knows (speller, word->text, word->n_bytes))
        g_ptr_array_add (doubtful, word);
    }
  if (doubtful->len == 0)
    return;

  used = collect_used (words);
  spelling.used = used;
  for (guint i = 0; i < doubtful->len; i++)
    check_word (&spelling, doubtful->pdata[i]);
}
