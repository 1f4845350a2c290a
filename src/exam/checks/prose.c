#include "prose.h"

#include <string.h>

#include "../../language/cs-scan.h"

#define NO_TOPIC CS_PROSE_N_TOPICS

G_STATIC_ASSERT (2 * CS_PROSE_N_TOPICS <= CS_READING_TOPICS);

/* A walk under way. */
typedef struct
{
  CsProse prose;
  CsProseTopic topic;
  CsProseVisit visit;
  gpointer data;
} Walk;

static void
visit_unit (Walk *walk)
{
  CsProse *prose = &walk->prose;
  CsDraft *draft = cs_exam_get_draft (prose->context);
  CsReading *reading = cs_draft_get_reading (draft, prose->part, prose->index);
  guint topic = 2 * walk->topic + prose->chinese;
  gboolean noted = FALSE;

  if (walk->topic != NO_TOPIC && cs_reading_is_plain (reading, topic))
    return;

  prose->source = cs_draft_get_unit_text (draft, prose->part, prose->index, &prose->n_source);
  prose->folded = cs_reading_get_folded (reading, CS_FOLD_CASE);
  prose->noted = &noted;
  walk->visit (prose, walk->data);
  if (walk->topic != NO_TOPIC && !noted)
    cs_reading_set_plain (reading, topic);
}

/* Paragraphs of the description, each with the section it is in. */
static void
walk_description (Walk *walk)
{
  CsProse *prose = &walk->prose;
  const GArray *sections =
      cs_description_get_sections (cs_exam_get_description (prose->context));

  for (guint i = 0; i < sections->len && !cs_exam_is_cancelled (prose->context); i++)
    {
      const CsSection *section = &g_array_index (sections, CsSection, i);

      prose->heading = section->heading;
      for (prose->index = section->first; prose->index < section->end; prose->index++)
        visit_unit (walk);
    }
}

void
cs_prose_walk (CsExamContext *context, CsProseParts parts, CsProseVisit visit, gpointer data)
{
  cs_prose_walk_noted (context, parts, NO_TOPIC, visit, data);
}

void
cs_prose_walk_noted (CsExamContext *context,
                     CsProseParts parts,
                     CsProseTopic topic,
                     CsProseVisit visit,
                     gpointer data)
{
  static const CsPart order[] = { CS_PART_TITLE, CS_PART_ABSTRACT, CS_PART_CLAIMS };
  CsDraft *draft = cs_exam_get_draft (context);
  Walk walk = { .topic = topic, .visit = visit, .data = data };
  CsProse *prose = &walk.prose;

  prose->context = context;
  prose->chinese = g_str_equal (draft->language, "zh");

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      prose->part = order[i];
      if ((parts & (1u << prose->part)) == 0)
        continue;
      for (prose->index = 0; prose->index < cs_draft_get_n_units (draft, prose->part);
           prose->index++)
        visit_unit (&walk);
    }

  prose->part = CS_PART_DESCRIPTION;
  if ((parts & CS_PROSE_DESCRIPTION) != 0)
    walk_description (&walk);
}

void
cs_prose_note (const CsProse *prose)
{
  *prose->noted = TRUE;
}

CsLexiconHits
cs_prose_get_listed (const CsProse *prose, const char *list)
{
  const CsDraft *draft = cs_exam_get_draft (prose->context);

  return cs_reading_get_listed (cs_draft_get_reading (draft, prose->part, prose->index),
                                prose->chinese, list);
}

CsSpan
cs_prose_span (const CsProse *prose, gsize start, gsize end)
{
  return (CsSpan){ prose->part, prose->index, prose->folded->map[start],
                   prose->folded->map[end] };
}

CsReport *
cs_prose_report (const CsProse *prose,
                 const char *rule,
                 CsCertainty certainty,
                 gsize start,
                 gsize end)
{
  cs_prose_note (prose);

  return cs_exam_report (prose->context, rule, certainty, cs_prose_span (prose, start, end));
}

const char *
cs_prose_source (const CsProse *prose, gsize at)
{
  return prose->source + prose->folded->map[at];
}

char *
cs_prose_dup (const CsProse *prose, gsize start, gsize end)
{
  const guint32 *map = prose->folded->map;

  return g_strndup (prose->source + map[start], map[end] - map[start]);
}

static gboolean
is_han (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf);
}

gboolean
cs_prose_is_han (const CsProse *prose, gsize at)
{
  return at < prose->folded->n_bytes && is_han (cs_scan_char (prose->folded->text, at));
}

gboolean
cs_prose_is_han_before (const CsProse *prose, gsize at)
{
  const char *text = prose->folded->text;
  const char *before = at == 0 ? NULL : g_utf8_find_prev_char (text, text + at);

  return before != NULL && is_han (g_utf8_get_char (before));
}

gboolean
cs_prose_is_number_before (const CsProse *prose, gsize at, gsize *start)
{
  const char *text = prose->folded->text;
  gsize end = at;

  if (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '-'))
    end--;
  *start = end;
  while (*start > 0 && (g_ascii_isdigit (text[*start - 1]) ||
                        (*start < end && strchr (".,", text[*start - 1]) != NULL)))
    (*start)--;

  return *start < end && (*start == 0 || !g_ascii_isalpha (text[*start - 1]));
}
