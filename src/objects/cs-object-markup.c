#include "cs-object-markup.h"

#include <string.h>

#define OBJECT_BYTES (sizeof (CS_OBJECT_CHARACTER) - 1)

void
cs_object_markup_append_escaped (GString *out, const char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    switch (text[i])
      {
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      default:
        g_string_append_c (out, text[i]);
      }
}

/* Where one style covers the text, of runs that may lie inside each other. */
typedef struct
{
  const CsRun *runs;
  guint n_runs;
  guint next;                  /* the first run that has not begun */
  gsize ends[CS_N_RUN_STYLES]; /* of the run of each style that goes on longest */
} Styles;

/* The styles at @at, and in *@until how far they stay. */
static guint
find_styles (Styles *styles, gsize at, gsize *until)
{
  guint found = 0;

  for (; styles->next < styles->n_runs && styles->runs[styles->next].start <= at; styles->next++)
    {
      const CsRun *run = &styles->runs[styles->next];

      styles->ends[run->style] = MAX (styles->ends[run->style], run->end);
    }
  if (styles->next < styles->n_runs)
    *until = MIN (*until, styles->runs[styles->next].start);

  for (guint i = 0; i < CS_N_RUN_STYLES; i++)
    if (styles->ends[i] > at)
      {
        found |= 1u << i;
        *until = MIN (*until, styles->ends[i]);
      }

  return found;
}

void
cs_object_markup_walk (
    const CsText *text, gsize start, gsize end, const CsMarkupFuncs *funcs, gpointer data)
{
  Styles styles = { 0 };
  guint n_objects;
  guint next = 0;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);

  styles.runs = cs_text_get_runs (text, &styles.n_runs);
  while (next < n_objects && objects[next].at < start)
    next++;

  for (gsize at = start; at < end;)
    {
      gsize until = end;
      guint found = find_styles (&styles, at, &until);

      if (next < n_objects && objects[next].at == at)
        {
          funcs->object (data, &objects[next++], found);
          at += OBJECT_BYTES;
          continue;
        }
      if (next < n_objects)
        until = MIN (until, objects[next].at);
      funcs->letters (data, cs_text_get_string (text) + at, until - at, found);
      at = until;
    }
}

/* --- HTML --- */

static const struct
{
  CsRunStyle style;
  const char *name;
} html_styles[] = {
  { CS_RUN_BOLD, "b" },
  { CS_RUN_ITALIC, "i" },
  { CS_RUN_UNDERLINE, "u" },
  { CS_RUN_SUB, "sub" },
  { CS_RUN_SUP, "sup" },
};

void
cs_object_markup_open (GString *out, guint styles)
{
  for (guint i = 0; i < G_N_ELEMENTS (html_styles); i++)
    if ((styles & (1u << html_styles[i].style)) != 0)
      g_string_append_printf (out, "<%s>", html_styles[i].name);
}

void
cs_object_markup_close (GString *out, guint styles)
{
  for (guint i = G_N_ELEMENTS (html_styles); i > 0; i--)
    if ((styles & (1u << html_styles[i - 1].style)) != 0)
      g_string_append_printf (out, "</%s>", html_styles[i - 1].name);
}
