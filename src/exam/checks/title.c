#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "../../language/cs-word-count.h"
#include "cs-checks.h"

/* The title: there, the same everywhere, short, technical. Sources: Patent Law art. 26(2); Rules
 * (2023) r. 19(1), 20(1); Guidelines 2023 part 1 ch. 1, 4.1.1; 37 CFR 1.72(a); MPEP 606. */

const char *const cs_title_rules[] = {
  "missing", "mismatch", "long", "too-long", "non-technical", "vague",
  "generic", "promotional", "punctuation", "dropped-word", "category-missing", "characters",
  NULL
};

const char *const cs_title_params[] = { "soft#", "hard#", NULL };

/* The title under examination: where it stands and its folded text. */
typedef struct
{
  CsExamContext *context;
  CsDraft *draft;
  const char *text;
  gsize n_bytes;
  const CsFolded *folded;
  gboolean chinese;
} Title;

static CsReport *
report (const Title *title, const char *rule, CsCertainty certainty, gsize start, gsize end)
{
  CsSpan span = { CS_PART_TITLE, 0, title->folded->map[start], title->folded->map[end] };
  CsReport *found = cs_exam_report (title->context, rule, certainty, span);

  cs_report_set (found, "title", "%.*s", (int)title->n_bytes, title->text);

  return found;
}

static void
offer_removal (const Title *title, CsReport *found, const char *name, gsize start, gsize end)
{
  CsSpan span = { CS_PART_TITLE, 0, title->folded->map[start], title->folded->map[end] };

  cs_report_add_fix (found, name, span, "");
}

/* Equal but for width, case of Latin letters and white space; m² and m2 stay apart. */
static gboolean
same_title (const char *left, const char *right)
{
  g_autoptr (CsFolded) a = cs_fold (left, strlen (left), CS_FOLD_CASE);
  g_autoptr (CsFolded) b = cs_fold (right, strlen (right), CS_FOLD_CASE);
  const char *x = a->text;
  const char *y = b->text;

  while (TRUE)
    {
      while (g_ascii_isspace (*x))
        x++;
      while (g_ascii_isspace (*y))
        y++;
      if (*x != *y)
        return FALSE;
      if (*x == '\0')
        return TRUE;
      x++;
      y++;
    }
}

static void
check_mismatch (const Title *title)
{
  const char *requested = title->draft->request->title;
  g_autofree char *text = g_strndup (title->text, title->n_bytes);
  CsReport *found;

  if (requested == NULL || same_title (requested, text))
    return;

  found = report (title, "mismatch", CS_CERTAINTY_CERTAIN, 0, title->folded->n_bytes);
  cs_report_set (found, "heading", "%s", requested);
}

static void
check_length (const Title *title)
{
  guint soft = cs_exam_get_number (title->context, "soft", G_MAXUINT);
  guint hard = cs_exam_get_number (title->context, "hard", G_MAXUINT);
  g_autofree char *text = g_strndup (title->text, title->n_bytes);
  CsCharCount count = cs_char_count (text);
  guint surely = title->chinese ? count.lower : (guint)g_utf8_strlen (text, -1);
  gboolean too_long = surely > hard;
  CsReport *found;

  if (!too_long && surely <= soft)
    return;

  found = report (title, too_long ? "too-long" : "long", CS_CERTAINTY_CERTAIN, 0,
                  title->folded->n_bytes);
  cs_report_set (found, "count", "%u", title->chinese ? count.strict : surely);
  cs_report_set (found, "max", "%u", too_long ? hard : soft);
}

/* The rule of a listed word, NULL when its condition does not hold here. */
static const char *
rule_for (const Title *title, const CsLexiconHit *hit)
{
  static const struct
  {
    const char *kind;
    const char *rule;
  } rules[] = {
    { "promotional", "promotional" },
    { "title-promotional", "promotional" },
    { "title-vague", "vague" },
    { "title-non-technical", "non-technical" },
  };
  const char *text = title->folded->text;

  if (strcmp (hit->condition, "title-end") == 0 && hit->end < title->folded->n_bytes &&
      !g_str_has_prefix (text + hit->end, "的") && !g_str_has_prefix (text + hit->end, "及") &&
      !g_str_has_prefix (text + hit->end, "、"))
    return NULL;
  /* 某某牌…: a brand stands in front of what it names, not at the end of a word for a sign */
  if (strcmp (hit->condition, "title-brand") == 0 &&
      (hit->start == 0 || hit->end >= title->folded->n_bytes))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (hit->kind, rules[i].kind) == 0)
      return rules[i].rule;

  return NULL;
}

/* A word of praise goes with its 的, an open end goes as it is; a name or a trade mark needs another
 * word in its place. */
static void
offer_without (const Title *title, CsReport *found, const char *rule, const CsLexiconHit *hit)
{
  static const char *const links[] = { "的", " ", NULL };
  const char *text = title->folded->text;
  gsize end = hit->end;

  if (strcmp (rule, "promotional") == 0 && end < title->folded->n_bytes &&
      (title->chinese || hit->start > 0))
    offer_removal (title, found, "delete", hit->start, end + cs_scan_any (text, end, links));
  else if (strcmp (rule, "vague") == 0 && title->chinese && end == title->folded->n_bytes &&
           hit->start > 0)
    offer_removal (title, found, "delete", hit->start, end);
}

static void
check_words (const Title *title)
{
  const CsLexicon *lexicon =
      cs_lexicon_get (title->chinese ? "front-wording.zh" : "front-wording.en");
  g_autoptr (GArray) hits = cs_lexicon_find (lexicon, title->folded);

  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);
      const char *rule = rule_for (title, hit);

      if (rule != NULL)
        offer_without (title, report (title, rule, CS_CERTAINTY_LIKELY, hit->start, hit->end), rule,
                       hit);
    }
}

/* Names of people and firms of the request have no place in the title. */
static void
check_names (const Title *title)
{
  char **const lists[] = { title->draft->request->applicants, title->draft->request->inventors };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint n = 0; lists[i][n] != NULL; n++)
      {
        g_autoptr (CsFolded) name = cs_fold (lists[i][n], strlen (lists[i][n]), CS_FOLD_CASE);
        const char *found = name->n_bytes < 4 ? NULL : strstr (title->folded->text, name->text);
        gsize start;

        if (found == NULL)
          continue;
        start = found - title->folded->text;
        report (title, "non-technical", CS_CERTAINTY_LIKELY, start, start + name->n_bytes);
      }
}

/* A bare 方法 or "System and Method": says nothing of the invention. */
static void
check_generic (const Title *title)
{
  static const char *const names[] = { "方法", "装置", "组合物", "化合物", "系统",
                                       "设备", "产品", "结构", "材料", "工艺",
                                       "用途", "机构", "器具", "介质", "method",
                                       "apparatus", "device", "system", "process", "composition",
                                       "machine", "article", NULL };
  static const char *const dropped[] = { "一种", "新型", "改进的", "a ", "an ",
                                         "the ", "new ", "improved ", NULL };
  g_auto (GStrv) parts = g_regex_split_simple (" and |, |及|和|、|以及", title->folded->text, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *rest = g_strstrip (parts[i]);

      for (guint n = 0; dropped[n] != NULL; n++)
        if (g_str_has_prefix (rest, dropped[n]))
          rest += strlen (dropped[n]);
      if (!g_strv_contains (names, rest))
        return;
    }

  report (title, "generic", CS_CERTAINTY_CERTAIN, 0, title->folded->n_bytes);
}

#define N_FINAL_MARKS 4 /* of those below, which can go at the end; the others come in pairs */

static void
check_marks (const Title *title)
{
  static const char *const marks[] = { "。", ";", "!", "?", "\"", "“", "”", "…", "\\", NULL };
  const char *text = title->folded->text;

  for (gsize at = 0; at < title->folded->n_bytes; at += g_utf8_skip[(guchar)text[at]])
    for (guint i = 0; marks[i] != NULL; i++)
      if (g_str_has_prefix (text + at, marks[i]))
        {
          CsReport *found =
              report (title, "punctuation", CS_CERTAINTY_LIKELY, at, at + strlen (marks[i]));

          if (i < N_FINAL_MARKS && at > 0 && text[at + strlen (marks[i])] == '\0')
            offer_removal (title, found, "delete", at, at + strlen (marks[i]));
          return;
        }
}

/* The next word takes over the capital. */
static void
drop_word (const Title *title, gsize n_bytes)
{
  CsReport *found = report (title, "dropped-word", CS_CERTAINTY_CERTAIN, 0, n_bytes - 1);
  gsize next = cs_scan_spaces (title->folded->text, n_bytes);
  CsSpan span = { CS_PART_TITLE, 0, 0, title->folded->map[next] };
  char capital[2] = { title->text[span.end], '\0' };

  if (!g_ascii_isalpha (*capital))
    return;
  if (g_ascii_isupper (title->text[0]))
    *capital = g_ascii_toupper (*capital);
  span.end++;
  cs_report_add_fix (found, "delete", span, capital);
}

/* MPEP 606: the Office drops these at the start of a title. */
static void
check_dropped_word (const Title *title)
{
  static const char *const words[] = { "a ", "an ", "the ", "new ", "improved ", "improvement of ",
                                       "improvement in ", "improvements in ", NULL };

  for (guint i = 0; words[i] != NULL && !title->chinese; i++)
    if (g_str_has_prefix (title->folded->text, words[i]))
      drop_word (title, strlen (words[i]));
}

/* 37 CFR 1.72(a): characters that the Office's systems cannot record. */
static void
check_characters (const Title *title)
{
  const char *end = title->text + title->n_bytes;

  for (const char *at = title->text; at < end && !title->chinese; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) > 0xff && !g_unichar_ispunct (g_utf8_get_char (at)))
      {
        CsSpan span = { CS_PART_TITLE, 0, at - title->text, g_utf8_next_char (at) - title->text };

        cs_exam_report (title->context, "characters", CS_CERTAINTY_POSSIBLE, span);
        return;
      }
}

/* Guidelines 2023 part 2 ch. 2, 2.2.1: the title tells product and method when both are claimed. */
static void
check_categories (const Title *title)
{
  static const char *const methods[] = { "方法", "工艺", "用途", "应用", "法", "流程", "制备", "使用", "method",
                                         "process", "use", "procedure", NULL };
  const CsClaimSet *claims = cs_exam_get_claims (title->context);
  const char *text = title->folded->text;
  gboolean named = FALSE;

  for (guint i = 0; methods[i] != NULL; i++)
    named |= strstr (text, methods[i]) != NULL;

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims) && !named; i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      if (claim->dependent || claim->broken != CS_NO_INDEX || claim->category != CS_CATEGORY_METHOD)
        continue;
      cs_report_set (
          report (title, "category-missing", CS_CERTAINTY_LIKELY, 0, title->folded->n_bytes),
          "subject", "%.*s", (int)(claim->subject.end - claim->subject.start),
          claim->text + claim->subject.start);
      return;
    }
}

void
cs_check_title (CsExamContext *context, const CsClaim *unused)
{
  CsDraft *draft = cs_exam_get_draft (context);
  Title title = { .context = context, .draft = draft };
  g_autoptr (CsFolded) folded = NULL;

  if (cs_draft_get_n_units (draft, CS_PART_TITLE) == 0)
    {
      if (draft->complete && draft->request->title == NULL)
        cs_exam_report (context, "missing", CS_CERTAINTY_CERTAIN,
                        (CsSpan){ CS_PART_TITLE, CS_NO_INDEX, 0, 0 });
      else
        cs_exam_skip (context, NULL, "no-title", CS_NO_INDEX);
      return;
    }

  title.text = cs_draft_get_unit_text (draft, CS_PART_TITLE, 0, &title.n_bytes);
  folded = cs_fold (title.text, title.n_bytes, CS_FOLD_CASE);
  title.folded = folded;
  title.chinese = g_str_equal (draft->language, "zh");

  check_mismatch (&title);
  check_length (&title);
  check_words (&title);
  check_names (&title);
  check_generic (&title);
  check_marks (&title);
  check_dropped_word (&title);
  check_characters (&title);
  check_categories (&title);
}
