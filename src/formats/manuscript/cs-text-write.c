/* Plain text that the reader of plain text reads back: headings for the parts, a line for each
 * paragraph, numbers as they are printed. Subscripts and superscripts become plain letters, never
 * look-alikes of Unicode: what is lost is told, and not half kept. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "../../draft/cs-heading.h"
#include "../../objects/cs-object-picture.h"
#include "cs-write-loss.h"

typedef struct
{
  const CsWriteJob *job;
  GString *text;
  gboolean chinese;
} TextWriter;

/* --- words --- */

/* What stands for an object: its words, else what it is. A table begins a line of its own. */
static void
append_object (TextWriter *writer, const CsInlineObject *object)
{
  g_autofree char *words = cs_object_dup_text (object);
  gboolean is_table = object->kind == CS_OBJECT_TABLE && words != NULL;

  if (words == NULL)
    words = cs_write_loss_dup_placeholder (object, writer->job->draft->language);
  if (is_table && writer->text->len > 0 && writer->text->str[writer->text->len - 1] != '\n')
    g_string_append_c (writer->text, '\n');
  if (object->kind == CS_OBJECT_FOOTNOTE && *words != '[')
    g_string_append_printf (writer->text, "[%s]", words);
  else
    g_string_append (writer->text, words);
}

static void
append_words (TextWriter *writer, CsPart part, const char *at, const char *end)
{
  for (; at < end; at++)
    g_string_append_c (writer->text, *at == '\n' && part != CS_PART_CLAIMS ? ' ' : *at);
}

/* Writes bytes [start, end) of a part. @next_object: index of its next object. */
static void
append_range (TextWriter *writer, CsPart part, CsRange range, guint *next_object)
{
  const CsText *text = writer->job->draft->texts[part];
  const char *string = cs_text_get_string (text);
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);

  while (*next_object < n_objects && objects[*next_object].at < range.end)
    {
      const CsInlineObject *object = &objects[(*next_object)++];

      if (object->at < range.start)
        continue;
      append_words (writer, part, string + range.start, string + object->at);
      append_object (writer, object);
      range.start = object->at + strlen (CS_OBJECT_CHARACTER);
    }
  append_words (writer, part, string + range.start, string + range.end);
}

/* --- parts --- */

/* A number that the draft knows and that stands in no text. */
static void
append_number (TextWriter *writer, CsPart part, const CsUnit *unit)
{
  if (unit->number == 0 || unit->start > unit->number_start || unit->kind == CS_UNIT_HEADING)
    return;

  g_string_append_printf (writer->text, part == CS_PART_CLAIMS ? "%u. " : "[%04u] ", unit->number);
}

static void
append_rest (TextWriter *writer, CsPart part, CsRange range, guint *next_object)
{
  const char *string = cs_text_get_string (writer->job->draft->texts[part]);

  while (range.start < range.end && g_ascii_isspace (string[range.start]))
    range.start++;
  while (range.end > range.start && g_ascii_isspace (string[range.end - 1]))
    range.end--;
  if (cs_range_is_empty (range))
    return;

  append_range (writer, part, range, next_object);
  g_string_append_c (writer->text, '\n');
}

static gboolean
append_part (TextWriter *writer, CsPart part, GError **error)
{
  const CsDraft *draft = writer->job->draft;
  guint next_object = 0;
  gsize at = 0;

  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, part, i);

      if (g_cancellable_set_error_if_cancelled (writer->job->cancellable, error))
        return FALSE;
      append_rest (writer, part, (CsRange){ at, unit->number_start }, &next_object);
      at = unit->end;
      if (unit->end == unit->number_start)
        continue; /* a claim that "4-6. (canceled)" speaks of */
      append_number (writer, part, unit);
      append_range (writer, part, (CsRange){ unit->number_start, unit->end }, &next_object);
      g_string_append_c (writer->text, '\n');
    }
  append_rest (writer, part, (CsRange){ at, cs_text_get_n_bytes (draft->texts[part]) },
               &next_object);

  return TRUE;
}

static void
append_heading (TextWriter *writer, const char *chinese, const char *english)
{
  if (writer->text->len > 0)
    g_string_append_c (writer->text, '\n');
  g_string_append_printf (writer->text, "%s\n", writer->chinese ? chinese : english);
}

static gboolean
has_text (const TextWriter *writer, CsPart part)
{
  const CsText *text = writer->job->draft->texts[part];

  return text != NULL && cs_text_get_n_bytes (text) > 0;
}

/* "发明名称：一种泵": in one line, whatever the title looks like. */
static void
append_title (TextWriter *writer)
{
  guint next_object = 0;
  gsize n_bytes;

  if (!has_text (writer, CS_PART_TITLE))
    return;

  n_bytes = cs_text_get_n_bytes (writer->job->draft->texts[CS_PART_TITLE]);
  g_string_append (writer->text, writer->chinese ? "发明名称：" : "Title: ");
  append_range (writer, CS_PART_TITLE, (CsRange){ 0, n_bytes }, &next_object);
  g_string_append_c (writer->text, '\n');
}

static gboolean
append_titled_part (TextWriter *writer, CsPart part, GError **error)
{
  if (!has_text (writer, part))
    return TRUE;

  if (part == CS_PART_ABSTRACT)
    append_heading (writer, "说明书摘要", "ABSTRACT");
  else if (part == CS_PART_CLAIMS)
    append_heading (writer, "权利要求书", "CLAIMS");
  else
    append_heading (writer, "说明书", "DESCRIPTION");

  return append_part (writer, part, error);
}

static void
append_figures (TextWriter *writer)
{
  const CsDraft *draft = writer->job->draft;

  if (draft->request->abstract_figure != NULL && writer->chinese)
    {
      append_heading (writer, "摘要附图", NULL);
      g_string_append_printf (writer->text, "%s\n", draft->request->abstract_figure);
    }
  if (draft->figures->len == 0)
    return;

  append_heading (writer, "说明书附图", "DRAWINGS");
  for (guint i = 0; i < draft->figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (draft->figures, CsFigure, i);

      if (*figure->label != '\0')
        g_string_append_printf (writer->text, "%s\n", figure->label);
    }
}

static GBytes *
write_text (const CsWriteJob *job, GError **error)
{
  static const CsPart chinese[] = { CS_PART_ABSTRACT, CS_PART_CLAIMS, CS_PART_DESCRIPTION };
  static const CsPart english[] = { CS_PART_DESCRIPTION, CS_PART_CLAIMS, CS_PART_ABSTRACT };
  g_autoptr (GString) text = g_string_new (NULL);
  TextWriter writer = { job, text, strcmp (job->draft->language, "zh") == 0 };
  const CsPart *parts = writer.chinese ? chinese : english;

  append_title (&writer);
  for (guint i = 0; i < G_N_ELEMENTS (chinese); i++)
    if (!append_titled_part (&writer, parts[i], error))
      return NULL;
  append_figures (&writer);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* --- what is lost --- */

static void
add_runs (GArray *notes, const CsDraft *draft, CsPart part)
{
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (draft->texts[part], &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      gboolean is_script = runs[i].style == CS_RUN_SUB || runs[i].style == CS_RUN_SUP;
      CsSpan span = cs_write_loss_span (draft, part, runs[i].start, runs[i].end);

      if (is_script)
        cs_write_notes_add (notes, CS_WRITE_LOST, "script-lost", NULL, &span);
      else if (runs[i].style != CS_RUN_HEADING)
        cs_write_notes_add (notes, CS_WRITE_CHANGED, "style-lost", NULL, &span);
    }
}

static void
add_objects (GArray *notes, const CsDraft *draft, CsPart part)
{
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (draft->texts[part], &n_objects);

  for (guint i = 0; i < n_objects; i++)
    {
      g_autofree char *words = cs_object_dup_text (&objects[i]);
      CsSpan span = cs_write_loss_span (draft, part, objects[i].at,
                                        objects[i].at + strlen (CS_OBJECT_CHARACTER));

      if (words == NULL)
        cs_write_notes_add (notes, CS_WRITE_LOST, "picture-as-text", NULL, &span);
      else
        cs_write_notes_add (notes, CS_WRITE_CHANGED, "object-as-text", NULL, &span);
    }
}

static void
add_lines (GArray *notes, const CsDraft *draft, CsPart part)
{
  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, part, i);
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, part, i, &n_bytes);
      CsSpan span = { part, i, 0, n_bytes };

      if (unit->kind == CS_UNIT_HEADING && unit->number > 0 && unit->start == unit->number_start)
        cs_write_notes_add (notes, CS_WRITE_CHANGED, "paragraph-number", NULL, &span);
      if (part != CS_PART_CLAIMS && memchr (text, '\n', n_bytes) != NULL)
        cs_write_notes_add (notes, CS_WRITE_CHANGED, "line-break", NULL, &span);
      if (unit->kind == CS_UNIT_HEADING &&
          (part != CS_PART_DESCRIPTION || cs_heading_scan (text, n_bytes, NULL) == CS_HEADING_NONE))
        cs_write_notes_add (notes, CS_WRITE_CHANGED, "heading-as-paragraph", NULL, &span);
    }
}

static void
add_figures (GArray *notes, const CsDraft *draft)
{
  for (guint i = 0; i < draft->figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (draft->figures, CsFigure, i);
      CsSpan span = { .part = CS_PART_FIGURES, .index = CS_NO_INDEX };

      if (figure->file != NULL || *figure->label == '\0')
        cs_write_notes_add (notes, CS_WRITE_LOST, "drawing-left-out",
                            *figure->label == '\0' ? figure->file : figure->label, &span);
    }
}

static GArray *
preview_text (const CsWriteJob *job, GError **error)
{
  g_autoptr (GArray) notes = cs_write_notes_new ();
  const CsDraft *draft = job->draft;

  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    {
      if (draft->texts[part] == NULL)
        continue;
      add_runs (notes, draft, part);
      add_objects (notes, draft, part);
      add_lines (notes, draft, part);
    }
  add_figures (notes, draft);
  cs_write_loss_add_sheet (notes, draft, strcmp (draft->language, "zh") != 0);
  cs_write_loss_add_reading (notes, draft);

  return g_steal_pointer (&notes);
}

const CsWriter cs_text_writer = {
  .name = "text",
  .title = N_ ("Plain text"),
  .extension = "txt",
  .preview = preview_text,
  .write = write_text,
};
