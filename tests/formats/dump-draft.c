/* Prints what the reader makes of a file, one thing a line, fields apart by tabs, for those who
 * judge it by other means. Usage: dump-draft FILE [LANGUAGE OF THE CLAIMS] */

#include <stdio.h>
#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/formats/cs-reader.h"

/* Tabs, line ends and backslashes become \t, \n and \\; the rest stays UTF-8. */
static void
print_escaped (const char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (text[i] == '\t')
      fputs ("\\t", stdout);
    else if (text[i] == '\n')
      fputs ("\\n", stdout);
    else if (text[i] == '\\')
      fputs ("\\\\", stdout);
    else
      putchar (text[i]);
  putchar ('\n');
}

static void
print_units (const CsDraft *draft, CsPart part)
{
  static const char *const kinds[] = { "paragraph", "heading", "claim" };

  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, part, i);
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, part, i, &n_bytes);

      printf ("unit\t%s\t%s\t%u\t", cs_part_get_name (part), kinds[unit->kind], unit->number);
      print_escaped (text, n_bytes);
    }
}

static void
print_text (const CsDraft *draft, CsPart part)
{
  static const char *const styles[] = { "sub", "sup", "bold", "italic", "underline", "heading" };
  static const char *const kinds[] = { "image", "formula", "table", "chemistry", "unknown",
                                       "footnote" };
  const CsText *text = draft->texts[part];
  const CsRun *runs;
  const CsInlineObject *objects;
  guint n;

  if (text == NULL)
    return;
  runs = cs_text_get_runs (text, &n);
  for (guint i = 0; i < n; i++)
    {
      printf ("run\t%s\t%s\t", cs_part_get_name (part), styles[runs[i].style]);
      print_escaped (cs_text_get_string (text) + runs[i].start, runs[i].end - runs[i].start);
    }
  objects = cs_text_get_objects (text, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *payload = objects[i].payload == NULL ? "" : objects[i].payload;

      printf ("object\t%s\t%s\t", cs_part_get_name (part), kinds[objects[i].kind]);
      print_escaped (payload, strlen (payload));
    }
}

static void
print_names (const char *key, char *const *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    printf ("request\t%s\t%s\n", key, names[i]);
}

static void
print_request (const CsRequest *request)
{
  printf ("request\toffice\t%s\n", cs_office_get_name (request->office));
  printf ("request\ttype\t%s\n", cs_right_type_get_name (request->type));
  printf ("request\troute\t%s\n", cs_route_get_name (request->route));
  printf ("request\tfiling-date\t%s\n", request->filing_date);
  printf ("request\tagency\t%s\n", request->agency);
  print_names ("applicant", request->applicants);
  print_names ("inventor", request->inventors);
  print_names ("class", request->classes);
  for (guint i = 0; i < request->priorities->len; i++)
    {
      const CsPriorityClaim *priority = &g_array_index (request->priorities, CsPriorityClaim, i);

      printf ("request\tpriority\t%s %s %s\n", priority->country, priority->number,
              priority->date);
    }
}

static void
print_draft (const CsDraft *draft)
{
  printf ("draft\t%s\t%s\n", draft->format, draft->id);
  print_request (draft->request);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      print_units (draft, part);
      print_text (draft, part);
    }
  for (guint i = 0; i < draft->figures->len; i++)
    printf ("figure\t%s\t%s\n", g_array_index (draft->figures, CsFigure, i).label,
            g_array_index (draft->figures, CsFigure, i).file);
  for (guint i = 0; i < draft->notes->len; i++)
    printf ("note\t%s\t%s\n", g_array_index (draft->notes, CsReadNote, i).code,
            g_array_index (draft->notes, CsReadNote, i).detail);
}

static gboolean
print (const CsReadItem *item, gpointer data)
{
  if (item->draft != NULL)
    print_draft (item->draft);
  else
    printf ("error\t%u\t%s\n", cs_error_get_line (item->error), item->error->message);

  return TRUE;
}

int
main (int argc, char *argv[])
{
  CsReader reader = { .func = print };

  if (argc < 2)
    return 2;

  reader.claims_language = argc > 2 ? argv[2] : NULL;
  return cs_read (argv[1], &reader, NULL, NULL) ? 0 : 1;
}
