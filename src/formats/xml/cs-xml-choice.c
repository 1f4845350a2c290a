#include <string.h>

#include "cs-xml-choice.h"

#define LANGUAGE_CODE_BYTES 2 /* of "EN" and of "zh-CN" */
#define MAX_TITLES 64         /* and no document has more */
#define MAX_ASIDE_BYTES 200   /* of the languages left aside, to be read by people */

typedef struct
{
  char *language;
  CsText *text;
} Title;

struct _CsXmlChoice
{
  CsDraftBuilder *builder;
  char *wanted;
  char *own;
  char *taken[CS_N_PARTS]; /* language of what was taken */
  GString *aside;          /* languages of claims that were not: "de, fr" */
  GArray *titles;          /* Title */
};

static void
clear_title (gpointer data)
{
  Title *title = data;

  g_free (title->language);
  cs_text_unref (title->text);
}

CsXmlChoice *
cs_xml_choice_new (CsDraftBuilder *builder, const char *wanted)
{
  CsXmlChoice *choice = g_new0 (CsXmlChoice, 1);

  choice->builder = builder;
  choice->wanted = g_strdup (wanted);
  choice->aside = g_string_new (NULL);
  choice->titles = g_array_new (FALSE, FALSE, sizeof (Title));
  g_array_set_clear_func (choice->titles, clear_title);

  return choice;
}

void
cs_xml_choice_free (CsXmlChoice *choice)
{
  g_free (choice->wanted);
  g_free (choice->own);
  for (guint part = 0; part < CS_N_PARTS; part++)
    g_free (choice->taken[part]);
  g_string_free (choice->aside, TRUE);
  g_array_unref (choice->titles);
  g_free (choice);
}

static char *
dup_code (const char *language)
{
  g_autofree char *code = g_strndup (language, LANGUAGE_CODE_BYTES);

  return g_str_is_ascii (code) ? g_ascii_strdown (code, -1) : g_strdup ("?");
}

void
cs_xml_choice_set_own (CsXmlChoice *choice, const char *language)
{
  if (language == NULL || *language == '\0')
    return;

  g_free (choice->own);
  choice->own = dup_code (language);
}

static gboolean
is_same (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_ascii_strncasecmp (a, b, LANGUAGE_CODE_BYTES) == 0;
}

static guint
rank (const CsXmlChoice *choice, const char *language)
{
  if (is_same (language, choice->wanted))
    return 2;

  return is_same (language, choice->own) ? 1 : 0;
}

/* Claims in another language are one note for all of them; a second text in the same language, and
 * other abstracts, are one each. */
static void
put_aside (CsXmlChoice *choice, CsPart part, const char *language, gboolean is_other_language)
{
  if (part == CS_PART_CLAIMS && is_other_language)
    {
      if (choice->aside->len > MAX_ASIDE_BYTES)
        return;
      if (choice->aside->len > 0)
        g_string_append (choice->aside, ", ");
      g_string_append (choice->aside, language);
    }
  else
    {
      g_autofree char *detail = g_strdup_printf ("%s (%s)", cs_part_get_name (part), language);

      cs_draft_builder_add_note (choice->builder, "other-version", detail, CS_PART_DOCUMENT, 0);
    }
}

gboolean
cs_xml_choice_takes (CsXmlChoice *choice, CsPart part, const char *language)
{
  const char *taken = choice->taken[part];
  g_autofree char *code = NULL;
  gboolean is_better;

  if (language == NULL || *language == '\0')
    return TRUE;

  code = dup_code (language);
  is_better = taken == NULL || rank (choice, code) > rank (choice, taken);
  if (!is_better)
    {
      put_aside (choice, part, code, !is_same (code, taken));
      return FALSE;
    }

  if (taken != NULL)
    {
      put_aside (choice, part, taken, TRUE);
      cs_text_unref (cs_draft_builder_take_part (choice->builder, part));
    }
  g_free (choice->taken[part]);
  choice->taken[part] = g_steal_pointer (&code);
  return TRUE;
}

void
cs_xml_choice_add_title (CsXmlChoice *choice, const char *language)
{
  Title title = {
    .language = language == NULL || *language == '\0' ? NULL : dup_code (language),
    .text = cs_draft_builder_take_part (choice->builder, CS_PART_TITLE),
  };

  if (choice->titles->len < MAX_TITLES)
    g_array_append_val (choice->titles, title);
  else
    clear_title (&title);
}

/* The last of the best: a title in the description comes after that of the bibliographic data. */
static const Title *
find_title (const CsXmlChoice *choice)
{
  const char *language = choice->taken[CS_PART_CLAIMS];
  const Title *best = NULL;

  if (language == NULL)
    language = choice->wanted != NULL ? choice->wanted : choice->own;
  for (guint i = 0; i < choice->titles->len; i++)
    {
      const Title *title = &g_array_index (choice->titles, Title, i);
      gboolean fits = title->language == NULL || is_same (title->language, language);

      if (best == NULL || fits)
        best = title;
    }

  return best;
}

/* Appends @from as it is, with its runs and objects. */
static void
append_text (CsTextBuilder *to, const CsText *from)
{
  const char *string = cs_text_get_string (from);
  const gsize start = cs_text_builder_get_n_bytes (to);
  const CsInlineObject *objects;
  const CsRun *runs;
  guint n_objects;
  guint n_runs;
  gsize at = 0;

  objects = cs_text_get_objects (from, &n_objects);
  for (guint i = 0; i < n_objects; i++)
    {
      cs_text_builder_append (to, string + at, objects[i].at - at);
      cs_text_builder_append_object (to, objects[i].kind, objects[i].payload, objects[i].preview);
      at = objects[i].at + strlen (CS_OBJECT_CHARACTER);
    }
  cs_text_builder_append (to, string + at, cs_text_get_n_bytes (from) - at);

  runs = cs_text_get_runs (from, &n_runs);
  for (guint i = 0; i < n_runs; i++)
    cs_text_builder_add_run (to, start + runs[i].start, start + runs[i].end, runs[i].style);
}

void
cs_xml_choice_finish (CsXmlChoice *choice)
{
  const Title *title = find_title (choice);

  if (title != NULL)
    {
      cs_draft_builder_begin_unit (choice->builder, CS_PART_TITLE, CS_UNIT_PARAGRAPH);
      append_text (cs_draft_builder_get_text (choice->builder, CS_PART_TITLE), title->text);
      cs_draft_builder_end_unit (choice->builder, CS_PART_TITLE);
    }
  if (choice->aside->len > 0)
    cs_draft_builder_add_note (choice->builder, "other-claims", choice->aside->str,
                               CS_PART_DOCUMENT, 0);
}
