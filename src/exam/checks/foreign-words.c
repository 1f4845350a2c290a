#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "cs-checks.h"
#include "prose.h"

/* Latin letters in a Chinese application. An abbreviation is told once for the whole draft, and
 * only when nothing anywhere says what it stands for; elements, formulae, units, labels and what
 * every engineer reads (acronyms.zh.tsv) pass. Sources: Rules (2023) r. 3(1), 44(2); practice. */

const char *const cs_foreign_words_rules[] = { "acronym", "acronym-claim", "language", NULL };

#define MIN_LETTERS 200 /* of a part: a shorter one tells nothing of its language */
#define MIN_ACRONYM 2
#define MAX_ACRONYM 6

/* An abbreviation met in the draft. */
typedef struct
{
  CsSpan first;
  CsSpan claim; /* first place in the claims, index CS_NO_INDEX when none */
  gboolean explained;
} Acronym;

typedef struct
{
  GHashTable *acronyms; /* text -> Acronym */
  GPtrArray *order;     /* of text, as first met */
  guint n_han[CS_N_PARTS];
  guint n_latin[CS_N_PARTS];
} Found;

/* --- what passes --- */

/* NaOH, HCN, SiO: made of the symbols of elements, and so told by their letters. */
static gboolean
is_formula (const char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (strchr ("HBCNOFPSKVYIWU", text[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_sequence (const char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (strchr ("ACGTU", text[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_common (const char *text, gsize n_bytes)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);
  g_autoptr (GArray) hits = cs_lexicon_find (cs_lexicon_get ("acronyms.zh"), folded);

  return hits->len > 0;
}

/* "点AB", "AB段", "XY平面": letters of a drawing; "SVM算法" is none of these. */
static gboolean
is_label (const char *text, gsize start, gsize end)
{
  static const char *const behind[] = {
    "段", "边", "线", "点", "轴", "面", "端", "相", "区", "型", "级", "键", "口",
    "之间", "方向", "平面", "坐标", "两点", "向", "角", "公司", "值", "=", "<",
    ">", "+", "*", "×", "为", "表示", "是", "指", "即", NULL
  };
  static const char *const before[] = { "点", "线段", "标记", "轴", "型", "=", "+",
                                        "*", "×", "中", "符号", "记为", "为", NULL };

  if (cs_scan_any (text, end, behind) > 0)
    return TRUE;
  for (guint i = 0; before[i] != NULL; i++)
    {
      gsize length = strlen (before[i]);

      if (start >= length && memcmp (text + start - length, before[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* In brackets behind its name, with its name in brackets behind it, or with a word for that. */
static gboolean
is_explained (const char *text, gsize start, gsize end)
{
  static const char *const words[] = { "(", ",简称", "简称", "缩写", "即", ":", NULL };
  static const char *const before[] = { "(", "简称", "简称为", "缩写为", "缩写", "简称“", "也称", "又称", "即",
                                        ",", ";", NULL };
  gsize at = start;

  if (cs_scan_any (text, end, words) > 0)
    return TRUE;
  while (at > 0 && text[at - 1] == ' ')
    at--;
  for (guint i = 0; before[i] != NULL; i++)
    {
      gsize length = strlen (before[i]);

      if (at >= length && memcmp (text + at - length, before[i], length) == 0)
        return strchr (",;", before[i][0]) == NULL || text[end] == ')';
    }

  return FALSE;
}

/* --- reading --- */

static void
note_acronym (const CsProse *prose, gsize start, gsize end, Found *found)
{
  const char *text = prose->folded->text;
  g_autofree char *word = cs_prose_dup (prose, start, end);
  Acronym *acronym = g_hash_table_lookup (found->acronyms, word);

  if (acronym == NULL)
    {
      char *key = g_strdup (word);

      acronym = g_new0 (Acronym, 1);
      acronym->first = cs_prose_span (prose, start, end);
      acronym->claim.index = CS_NO_INDEX;
      acronym->explained = is_formula (word, end - start) || is_sequence (word, end - start) ||
                           is_common (word, end - start);
      g_hash_table_insert (found->acronyms, key, acronym);
      g_ptr_array_add (found->order, key);
    }
  if (prose->part == CS_PART_CLAIMS && acronym->claim.index == CS_NO_INDEX)
    acronym->claim = cs_prose_span (prose, start, end);
  acronym->explained = acronym->explained || is_label (text, start, end) ||
                       is_explained (text, start, end);
}

/* A run of capitals that nothing of a code, a formula or a word is joined to. */
static gsize
read_letters (const CsProse *prose, gsize start, Found *found)
{
  const char *text = prose->folded->text;
  const char *source = cs_prose_source (prose, start);
  gboolean capitals = TRUE;
  gsize end = start;

  for (; g_ascii_isalpha (text[end]); end++)
    capitals = capitals && g_ascii_isupper (source[end - start]);

  found->n_latin[prose->part] += end - start;
  if (capitals && prose->part != CS_PART_TITLE && end - start >= MIN_ACRONYM &&
      end - start <= MAX_ACRONYM && !g_ascii_isdigit (text[end]) &&
      strchr ("-_./'", text[end] == '\0' ? ' ' : text[end]) == NULL &&
      (start == 0 || (!g_ascii_isdigit (text[start - 1]) &&
                      strchr ("-_./'", text[start - 1]) == NULL)))
    note_acronym (prose, start, end, found);

  return end;
}

static void
read_unit (const CsProse *prose, gpointer data)
{
  const char *text = prose->folded->text;
  Found *found = data;

  for (gsize at = 0; at < prose->folded->n_bytes;)
    {
      if (g_ascii_isalpha (text[at]))
        {
          at = read_letters (prose, at, found);
          continue;
        }
      found->n_han[prose->part] += cs_prose_is_han (prose, at);
      at += g_utf8_skip[(guchar)text[at]];
    }
}

/* --- reporting --- */

static void
report_acronyms (CsExamContext *context, const Found *found)
{
  CsReport *reports[2] = { NULL, NULL };

  for (guint i = 0; i < found->order->len; i++)
    {
      const char *word = found->order->pdata[i];
      const Acronym *acronym = g_hash_table_lookup (found->acronyms, word);
      gboolean claim = acronym->claim.index != CS_NO_INDEX;
      CsSpan where = claim ? acronym->claim : acronym->first;

      if (acronym->explained || (!claim && acronym->first.part != CS_PART_DESCRIPTION))
        continue;
      if (reports[claim] != NULL)
        {
          cs_report_add_related (reports[claim], "also", where);
          continue;
        }
      reports[claim] = cs_exam_report (context, claim ? "acronym-claim" : "acronym",
                                       CS_CERTAINTY_POSSIBLE, where);
      cs_report_set (reports[claim], "word", "%s", word);
    }
}

/* A part of which most is not Chinese was forgotten to be translated. */
static void
report_language (CsExamContext *context, const Found *found)
{
  static const CsPart parts[] = { CS_PART_ABSTRACT, CS_PART_CLAIMS, CS_PART_DESCRIPTION };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint n_han = found->n_han[parts[i]];
      guint n_latin = found->n_latin[parts[i]];

      /* a word of English has some six letters where Chinese has two characters */
      if (n_latin >= MIN_LETTERS && n_han < n_latin / 3 * 3 / 5)
        cs_exam_report (context, "language", CS_CERTAINTY_CERTAIN,
                        (CsSpan){ parts[i], CS_NO_INDEX, 0, 0 });
    }
}

void
cs_check_foreign_words (CsExamContext *context, const CsClaim *unused)
{
  g_autoptr (GHashTable) acronyms =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new (); /* keys of acronyms */
  Found found = { .acronyms = acronyms, .order = order };

  if (!g_str_equal (cs_exam_get_draft (context)->language, "zh"))
    {
      cs_exam_not_applicable (context, NULL, "language");
      return;
    }

  cs_prose_walk (context, CS_PROSE_ALL, read_unit, &found);
  if (cs_draft_get_n_units (cs_exam_get_draft (context), CS_PART_DESCRIPTION) > 0)
    report_acronyms (context, &found);
  else /* where it would be explained */
    {
      cs_exam_skip (context, "acronym", "no-description", CS_NO_INDEX);
      cs_exam_skip (context, "acronym-claim", "no-description", CS_NO_INDEX);
    }
  report_language (context, &found);
}
