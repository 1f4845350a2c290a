#include "cs-record-line.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../report/family/cs-family-words.h"
#include "cs-legal-words.h"

struct _CsRecordLine
{
  GObject parent_instance;

  char *name;
  char *text;
  char *source;
  gint64 family;
};

G_DEFINE_FINAL_TYPE (CsRecordLine, cs_record_line, G_TYPE_OBJECT)

static void
cs_record_line_finalize (GObject *object)
{
  CsRecordLine *line = CS_RECORD_LINE (object);

  g_free (line->name);
  g_free (line->text);
  g_free (line->source);

  G_OBJECT_CLASS (cs_record_line_parent_class)->finalize (object);
}

static void
cs_record_line_class_init (CsRecordLineClass *class)
{
  G_OBJECT_CLASS (class)->finalize = cs_record_line_finalize;
}

static void
cs_record_line_init (CsRecordLine *line)
{
}

const char *
cs_record_line_get_name (CsRecordLine *line)
{
  return line->name;
}

const char *
cs_record_line_get_text (CsRecordLine *line)
{
  return line->text;
}

const char *
cs_record_line_get_source (CsRecordLine *line)
{
  return line->source;
}

gint64
cs_record_line_get_family (CsRecordLine *line)
{
  return line->family;
}

CsRecordLine *
cs_record_line_new (char *name, char *text, char *source, gint64 family)
{
  CsRecordLine *line = g_object_new (CS_TYPE_RECORD_LINE, NULL);

  line->name = name;
  line->text = text;
  line->source = source;
  line->family = family;

  return line;
}

/* --- lists --- */

GListStore *
cs_record_lines_new (void)
{
  return g_list_store_new (CS_TYPE_RECORD_LINE);
}

/* What a source calls a thing is shown as it is; what we call it is translated. */
static const char *
get_label (const char *word)
{
  static const struct
  {
    const char *word;
    const char *label;
  } labels[] = {
    { "applicant", N_ ("Applicant") },
    { "owner", N_ ("Owner") },
    { "inventor", N_ ("Inventor") },
    { "agent", N_ ("Agent") },
    { "examiner", N_ ("Examiner") },
    { "ipc", N_ ("IPC") },
    { "cpc", N_ ("CPC") },
    { "locarno", N_ ("Locarno") },
    { "us", N_ ("US classes") },
    { "first", N_ ("first") },
    { "additional", N_ ("additional") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].word, word) == 0)
      return _ (labels[i].label);

  return word;
}

static char *
join (const char *text, const char *note)
{
  return *note == '\0' ? g_strdup (text) : g_strdup_printf ("%s · %s", text, note);
}

void
cs_record_lines_add_facts (GListStore *lines,
                           const CsFamilyDocument *document,
                           CsLibraryFactKind kind)
{
  for (guint i = 0; i < document->facts->len; i++)
    {
      const CsLibraryFact *fact = document->facts->pdata[i];
      g_autoptr (CsRecordLine) line = NULL;

      if (fact->kind != kind)
        continue;
      line = cs_record_line_new (
          g_strdup (kind == CS_FACT_FIELD ? fact->group : get_label (fact->group)),
          join (fact->value, get_label (fact->note)),
          g_strdup (cs_family_source_get_word (fact->source)), 0);
      g_list_store_append (lines, line);
    }
}

void
cs_record_lines_add_citations (GListStore *lines, const GPtrArray *citations, gboolean backward)
{
  for (guint i = 0; citations != NULL && i < citations->len; i++)
    {
      const CsLibraryCitation *citation = citations->pdata[i];
      g_autoptr (CsRecordLine) line = cs_record_line_new (
          join (backward ? _ ("Cites") : _ ("Cited by"), citation->category),
          *citation->number == '\0' ? g_strdup (citation->text) :
                                      join (citation->number, citation->text),
          join (cs_family_source_get_word (citation->source), citation->phase), citation->family);

      g_list_store_append (lines, line);
    }
}
