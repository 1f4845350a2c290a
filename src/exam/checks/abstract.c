#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "../../language/cs-word-count.h"
#include "cs-checks.h"

/* The abstract: there, within its length, plain text. Sources: Rules (2023) r. 26; Guidelines 2023
 * part 2 ch. 2, 2.4; 37 CFR 1.72(b); MPEP 608.01(b). */

const char *const cs_abstract_rules[] = {
  "missing", "too-long", "long", "short", "promotional", "heading", "paragraphs",
  "picture", "legal-phrase", "implied-phrase", "merit", "no-name", NULL
};

const char *const cs_abstract_params[] = { "max#", "min#", "unit", NULL };

static CsReport *
report_whole (CsExamContext *context, const char *rule, CsCertainty certainty)
{
  CsDraft *draft = cs_exam_get_draft (context);
  CsSpan span = { CS_PART_ABSTRACT, CS_NO_INDEX, 0, 0 };

  if (cs_draft_get_n_units (draft, CS_PART_ABSTRACT) == 1)
    {
      span.index = 0;
      cs_draft_get_unit_text (draft, CS_PART_ABSTRACT, 0, &span.end);
    }

  return cs_exam_report (context, rule, certainty, span);
}

static void
check_characters (CsExamContext *context, const char *text, guint max)
{
  CsCharCount count = cs_char_count (text);
  CsReport *report;

  if (count.strict <= max)
    return;

  report = report_whole (context, count.lower > max ? "too-long" : "long", CS_CERTAINTY_CERTAIN);
  cs_report_set (report, "count", "%u", count.strict);
  cs_report_set (report, "max", "%u", max);
}

static void
check_words (CsExamContext *context, const char *text, guint max)
{
  guint min = cs_exam_get_number (context, "min", 0);
  guint count = cs_word_count (text);
  CsReport *report;

  if (count <= max && count >= min)
    return;

  report = report_whole (context, count > max ? "too-long" : "short", CS_CERTAINTY_CERTAIN);
  cs_report_set (report, "count", "%u", count);
  cs_report_set (report, "max", "%u", count > max ? max : min);
}

static void
check_length (CsExamContext *context)
{
  CsDraft *draft = cs_exam_get_draft (context);
  const char *text = cs_text_get_string (draft->texts[CS_PART_ABSTRACT]);
  guint max = cs_exam_get_number (context, "max", G_MAXUINT);
  const char *unit = cs_exam_get_param (context, "unit");

  if (g_strcmp0 (unit, "words") == 0)
    check_words (context, text, max);
  else if (draft->request->route != CS_ROUTE_PCT_NATIONAL) /* translations may be longer */
    check_characters (context, text, max);
}

/* "said housing", not "it is said" or "Said". */
static gboolean
is_article (const CsFolded *folded, const CsLexiconHit *hit)
{
  static const char *const verbs[] = { " is ", " be ", " as ", " the ", NULL };
  const char *text = folded->text;

  if (strncmp (text + hit->start, "said ", strlen ("said ")) != 0 || hit->start == 0 ||
      strncmp (text + hit->end, " to ", 4) == 0 || strncmp (text + hit->end, " that ", 6) == 0)
    return FALSE;
  for (guint i = 0; verbs[i] != NULL; i++)
    {
      gsize length = strlen (verbs[i]);

      if (hit->start >= length && memcmp (text + hit->start - length, verbs[i], length) == 0)
        return FALSE;
    }

  return text[hit->start - 1] == ' ' && (hit->start < 2 || text[hit->start - 2] != '.');
}

/* 国际领先的 in front of a name goes; "said" is "the". */
static void
offer_without (CsReport *found, const CsFolded *folded, const CsLexiconHit *hit, guint paragraph)
{
  static const char *const links[] = { "的", NULL };
  gsize end = hit->end + cs_scan_any (folded->text, hit->end, links);
  CsSpan span = { CS_PART_ABSTRACT, paragraph, folded->map[hit->start], folded->map[end] };

  if (strcmp (hit->kind, "promotional") == 0 && end > hit->end)
    cs_report_add_fix (found, "delete", span, "");
  else if (strcmp (hit->kind, "legal-phrase") == 0 && is_article (folded, hit))
    cs_report_add_fix (found, "reword", span, "the");
}

static void
check_listed_words (CsExamContext *context, guint paragraph)
{
  CsDraft *draft = cs_exam_get_draft (context);
  gboolean chinese = g_str_equal (draft->language, "zh");
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, CS_PART_ABSTRACT, paragraph, &n_bytes);
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);
  g_autoptr (GArray) hits =
      cs_lexicon_find (cs_lexicon_get (chinese ? "front-wording.zh" : "front-wording.en"), folded);

  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);
      CsSpan span = { CS_PART_ABSTRACT, paragraph, folded->map[hit->start], folded->map[hit->end] };

      if (g_strv_contains (cs_abstract_rules, hit->kind))
        offer_without (cs_exam_report (context, hit->kind, CS_CERTAINTY_LIKELY, span), folded, hit,
                       paragraph);
    }
}

/* The line goes with its end, when there is text behind it. */
static void
offer_without_heading (CsReport *found, const CsDraft *draft)
{
  CsSpan span = { CS_PART_ABSTRACT, CS_NO_INDEX, 0, 0 };

  if (cs_draft_get_n_units (draft, CS_PART_ABSTRACT) < 2)
    return;

  span.start = cs_draft_get_unit (draft, CS_PART_ABSTRACT, 0)->number_start;
  span.end = cs_draft_get_unit (draft, CS_PART_ABSTRACT, 1)->number_start;
  cs_report_add_fix (found, "delete", span, "");
}

/* A first line that is the title or the word "abstract" rather than text. */
static void
check_heading (CsExamContext *context)
{
  CsDraft *draft = cs_exam_get_draft (context);
  CsSpan span = { CS_PART_ABSTRACT, 0, 0, 0 };
  const char *text = cs_draft_get_unit_text (draft, CS_PART_ABSTRACT, 0, &span.end);
  gboolean heading = cs_heading_scan (text, span.end, NULL) == CS_HEADING_ABSTRACT;

  if (cs_draft_get_n_units (draft, CS_PART_ABSTRACT) > 1 &&
      cs_draft_get_n_units (draft, CS_PART_TITLE) > 0)
    {
      gsize title_bytes;
      const char *title = cs_draft_get_unit_text (draft, CS_PART_TITLE, 0, &title_bytes);

      heading |= title_bytes == span.end && memcmp (title, text, title_bytes) == 0;
    }

  if (heading)
    offer_without_heading (cs_exam_report (context, "heading", CS_CERTAINTY_CERTAIN, span), draft);
  else if (cs_draft_get_n_units (draft, CS_PART_ABSTRACT) > 1)
    cs_exam_report (context, "paragraphs", CS_CERTAINTY_CERTAIN,
                    (CsSpan){ CS_PART_ABSTRACT, CS_NO_INDEX, 0, 0 });
}

static void
check_pictures (CsExamContext *context)
{
  CsDraft *draft = cs_exam_get_draft (context);
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (draft->texts[CS_PART_ABSTRACT], &n_objects);

  for (guint i = 0; i < n_objects; i++)
    for (guint p = 0; p < cs_draft_get_n_units (draft, CS_PART_ABSTRACT); p++)
      {
        const CsUnit *unit = cs_draft_get_unit (draft, CS_PART_ABSTRACT, p);
        gsize at = objects[i].at - unit->start;

        if (objects[i].kind == CS_OBJECT_IMAGE && objects[i].at >= unit->start &&
            objects[i].at < unit->end)
          cs_exam_report (context, "picture", CS_CERTAINTY_CERTAIN,
                          (CsSpan){ CS_PART_ABSTRACT, p, at, at + strlen (CS_OBJECT_CHARACTER) });
      }
}

/* Rules (2023) r. 26(1): the abstract names the invention. Its last two characters will do: the
 * name of a thing ends in what it is. */
static void
check_name (CsExamContext *context)
{
  CsDraft *draft = cs_exam_get_draft (context);
  g_autofree char *title = NULL;
  g_auto (GStrv) names = NULL;
  gsize n_bytes;
  const char *text;

  if (cs_draft_get_n_units (draft, CS_PART_TITLE) == 0 || !g_str_equal (draft->language, "zh"))
    return;

  text = cs_draft_get_unit_text (draft, CS_PART_TITLE, 0, &n_bytes);
  title = g_strndup (text, n_bytes);
  names = g_strsplit (title, "、", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *end = names[i] + strlen (names[i]);
      const char *tail = end;

      for (guint n = 0; n < 2 && tail > names[i]; n++)
        tail = g_utf8_prev_char (tail);
      if (tail < end && strstr (cs_text_get_string (draft->texts[CS_PART_ABSTRACT]), tail) != NULL)
        return;
    }

  cs_exam_report (context, "no-name", CS_CERTAINTY_POSSIBLE,
                  (CsSpan){ CS_PART_ABSTRACT, CS_NO_INDEX, 0, 0 });
}

void
cs_check_abstract (CsExamContext *context, const CsClaim *unused)
{
  CsDraft *draft = cs_exam_get_draft (context);
  guint n_paragraphs = cs_draft_get_n_units (draft, CS_PART_ABSTRACT);

  if (n_paragraphs == 0)
    {
      if (draft->complete)
        cs_exam_report (context, "missing", CS_CERTAINTY_CERTAIN,
                        (CsSpan){ CS_PART_ABSTRACT, CS_NO_INDEX, 0, 0 });
      else
        cs_exam_skip (context, NULL, "no-abstract", CS_NO_INDEX);
      return;
    }

  check_length (context);
  check_heading (context);
  check_pictures (context);
  check_name (context);
  for (guint i = 0; i < n_paragraphs; i++)
    check_listed_words (context, i);
}
