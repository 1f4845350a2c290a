#include <string.h>

#include "../../objects/cs-object-picture.h"
#include "cs-cnipa-write-private.h"

/* A unit on its way into a book. */
typedef struct
{
  CsCnipaBook *book;
  const CsText *text;
  const CsSpan *where;
  const CsCnipaContent *content;
  GArray *open; /* CsRun: the elements that are open, the innermost last */
  guint next_run;
} Unit;

static const char *
element_of (CsRunStyle style)
{
  static const char *const names[CS_N_RUN_STYLES] = { "sub", "sup", "b", "i", "u", NULL };

  return names[style];
}

static gboolean
is_open (const Unit *unit, CsRunStyle style)
{
  for (guint i = 0; i < unit->open->len; i++)
    if (g_array_index (unit->open, CsRun, i).style == style)
      return TRUE;

  return FALSE;
}

/* A subscript has subscripts of its own; bold within bold is no more than bold. */
static gboolean
is_wanted (const Unit *unit, const CsRun *run)
{
  if (element_of (run->style) == NULL)
    return FALSE;

  return run->style == CS_RUN_SUB || run->style == CS_RUN_SUP || !is_open (unit, run->style);
}

static void
open_run (Unit *unit, const CsRun *run)
{
  if (!is_wanted (unit, run))
    return;

  g_string_append_printf (unit->book->xml, "<%s>", element_of (run->style));
  g_array_append_vals (unit->open, run, 1);
}

/* Closes elements from the inside until @n are left. */
static void
close_down_to (Unit *unit, guint n)
{
  for (guint i = unit->open->len; i > n; i--)
    g_string_append_printf (unit->book->xml, "</%s>",
                            element_of (g_array_index (unit->open, CsRun, i - 1).style));
}

/* Closes the runs that end at @at. What was opened within them and goes on is opened again: runs
 * may overlap, elements may not. */
static void
close_ended (Unit *unit, gsize at)
{
  g_autoptr (GArray) going_on = NULL;
  guint n = 0;

  while (n < unit->open->len && g_array_index (unit->open, CsRun, n).end > at)
    n++;
  if (n == unit->open->len)
    return;

  going_on = g_array_new (FALSE, FALSE, sizeof (CsRun));
  close_down_to (unit, n);
  g_array_append_vals (going_on, &g_array_index (unit->open, CsRun, n), unit->open->len - n);
  g_array_set_size (unit->open, n);
  for (guint i = 0; i < going_on->len; i++)
    if (g_array_index (going_on, CsRun, i).end > at)
      open_run (unit, &g_array_index (going_on, CsRun, i));
}

static void
open_begun (Unit *unit, gsize at)
{
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (unit->text, &n_runs);

  for (; unit->next_run < n_runs && runs[unit->next_run].start <= at; unit->next_run++)
    if (runs[unit->next_run].end > at)
      open_run (unit, &runs[unit->next_run]);
}

/* Writes @between outside of all runs. */
static void
step_out (Unit *unit, const char *between)
{
  close_down_to (unit, 0);
  g_string_append (unit->book->xml, between);
}

static void
step_in (Unit *unit)
{
  for (guint i = 0; i < unit->open->len; i++)
    g_string_append_printf (unit->book->xml, "<%s>",
                            element_of (g_array_index (unit->open, CsRun, i).style));
}

/* The element that a formula, table or structure is in, with one picture, and its id. */
typedef struct
{
  const char *element;
  const char *id;
} Wrapper;

static const Wrapper wrappers[CS_N_OBJECT_KINDS] = {
  [CS_OBJECT_FORMULA] = { "maths", "math" },
  [CS_OBJECT_TABLE] = { "tables", "tabl" },
  [CS_OBJECT_CHEMISTRY] = { "chemistry", "chem" },
};

static void
add_wrapped (Unit *unit, const CsInlineObject *object, const CsCnipaPicture *picture)
{
  const Wrapper *wrapper = &wrappers[object->kind];
  GString *xml = unit->book->xml;
  guint n;

  if (unit->content->bare || wrapper->element == NULL)
    {
      cs_cnipa_book_add_picture (unit->book, picture);
      return;
    }

  n = ++unit->book->n_objects[object->kind];
  g_string_append_printf (xml, "<%s id=\"%s%04u\" num=\"%04u\">", wrapper->element, wrapper->id, n,
                          n);
  cs_cnipa_book_add_picture (unit->book, picture);
  g_string_append_printf (xml, "</%s>", wrapper->element);
}

/* Whether the format it came from held more than a picture: MathML, Office Math, CALS, Word. */
static gboolean
has_source (const CsInlineObject *object)
{
  static const char *const sources[] = {
    "<math>",
    "<math ",
    "oMath",
    "OLEObject",
    "<table>",
    "<table ",
    "w:tbl",
    "<chem ",
  };

  for (guint i = 0; object->payload != NULL && i < G_N_ELEMENTS (sources); i++)
    if (strstr (object->payload, sources[i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
tell_of_object (Unit *unit, const CsInlineObject *object, const CsSpan *span)
{
  static const char *const codes[CS_N_OBJECT_KINDS] = {
    [CS_OBJECT_FORMULA] = "formula-as-picture",
    [CS_OBJECT_TABLE] = "table-as-picture",
    [CS_OBJECT_CHEMISTRY] = "chemistry-as-picture",
  };

  if (codes[object->kind] != NULL && has_source (object))
    cs_write_notes_add (unit->book->package->notes, CS_WRITE_CHANGED, codes[object->kind], NULL,
                        span);
}

static void
add_object (Unit *unit, const CsInlineObject *object)
{
  CsCnipaPicture picture = { .file = object->preview, .object = object, .span = *unit->where };

  picture.span.start = object->at;
  picture.span.end = object->at + strlen (CS_OBJECT_CHARACTER);
  if (object->kind == CS_OBJECT_FOOTNOTE)
    {
      g_autofree char *words = cs_object_dup_text (object);

      cs_write_notes_add (unit->book->package->notes, CS_WRITE_LOST, "footnote-lost", words,
                          &picture.span);
      return;
    }

  tell_of_object (unit, object, &picture.span);
  step_out (unit, "");
  add_wrapped (unit, object, &picture);
  step_in (unit);
}

static void
append_escaped (GString *xml, const char *at, const char *end)
{
  for (; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c == 0xfffe || c == 0xffff) /* XML 1.0, 2.2: no characters */
        g_string_append (xml, "\xef\xbf\xbd");
      else
        g_string_append_len (xml, at, g_utf8_next_char (at) - at);
    }
}

/* The next byte at which something else than text comes. */
static gsize
find_stop (const Unit *unit, gsize at, gsize next_object)
{
  const char *string = cs_text_get_string (unit->text);
  gsize end = cs_text_get_n_bytes (unit->text);
  const char *line_end = memchr (string + at, '\n', end - at);
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (unit->text, &n_runs);
  gsize stop = MIN (end, next_object);

  if (line_end != NULL)
    stop = MIN (stop, (gsize)(line_end - string));
  if (unit->next_run < n_runs)
    stop = MIN (stop, runs[unit->next_run].start);
  for (guint i = 0; i < unit->open->len; i++)
    stop = MIN (stop, g_array_index (unit->open, CsRun, i).end);

  return stop;
}

void
cs_cnipa_book_add_text (CsCnipaBook *book,
                        const CsText *text,
                        const CsSpan *where,
                        const CsCnipaContent *content)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (CsRun));
  Unit unit = { book, text, where, content, open };
  const char *string = cs_text_get_string (text);
  gsize end = cs_text_get_n_bytes (text);
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);
  guint next = 0;

  for (gsize at = 0; at < end;)
    {
      gsize stop;

      close_ended (&unit, at);
      open_begun (&unit, at);
      stop = find_stop (&unit, at, next < n_objects ? objects[next].at : end);
      append_escaped (book->xml, string + at, string + stop);
      if (stop == at && string[at] == '\n')
        {
          step_out (&unit, content->line_end);
          step_in (&unit);
          stop++;
        }
      else if (stop == at)
        {
          add_object (&unit, &objects[next++]);
          stop += strlen (CS_OBJECT_CHARACTER);
        }
      at = stop;
    }
  close_down_to (&unit, 0);
}
