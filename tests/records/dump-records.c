/* Prints what the readers of records make of files, a line for each thing, fields divided by tabs,
 * for judges in other languages. Usage: dump-records PATH... */

#include <stdio.h>
#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/formats/cs-records.h"

static void
put (const char *text)
{
  const char *at;

  putchar ('\t');
  for (at = text == NULL ? "" : text; *at != '\0'; at++)
    if (*at == '\n')
      fputs ("\\n", stdout);
    else if (*at == '\t')
      fputs ("\\t", stdout);
    else if (*at == '\\')
      fputs ("\\\\", stdout);
    else
      putchar (*at);
}

static void
put_date (CsOfficeDate date)
{
  g_autofree char *text = cs_office_date_dup_text (date);

  put (text);
}

static void
put_number (const char *what, const CsNumber *number)
{
  if (number == NULL)
    return;
  fputs (what, stdout);
  put (number->country);
  put (number->raw);
  put (number->kind);
  put_date (number->date);
  put (number->alias);
  printf ("\t%d\t%d", (int)number->role, (int)number->form);
  put (cs_number_get_id (number));
  putchar ('\n');
}

static void
put_texts (const char *part, const CsRecordText *texts, guint n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    {
      fputs (part, stdout);
      put (texts[i].language);
      put (texts[i].text);
      putchar ('\n');
    }
}

static void
put_lists (const CsRecord *record)
{
  for (guint i = 0; i < record->n_parties; i++)
    {
      printf ("party\t%d", (int)record->parties[i].role);
      put (record->parties[i].name);
      put (record->parties[i].country);
      putchar ('\n');
    }
  for (guint i = 0; i < record->n_classes; i++)
    {
      const CsClass *klass = &record->classes[i];

      printf ("class\t%s\t%s\t%d\t%d\n", klass->scheme, klass->symbol, klass->is_first,
              klass->is_additional);
    }
  for (guint i = 0; i < record->n_fields; i++)
    {
      fputs ("field", stdout);
      put (record->fields[i].name);
      put (record->fields[i].value);
      putchar ('\n');
    }
}

static void
put_links (const CsRecord *record)
{
  for (guint i = 0; i < record->n_priorities; i++)
    {
      g_autofree char *what =
          g_strdup_printf ("priority\t%d\t%s", record->priorities[i].active,
                           record->priorities[i].linkage);

      put_number (what, record->priorities[i].number);
    }
  for (guint i = 0; i < record->n_relations; i++)
    {
      g_autofree char *what = g_strdup_printf ("relation\t%d", (int)record->relations[i].type);

      put_number (what, record->relations[i].parent);
    }
  for (guint i = 0; i < record->n_citations; i++)
    {
      fputs ("citation", stdout);
      put (record->citations[i].category);
      put (record->citations[i].phase);
      put (record->citations[i].text);
      put_number ("", record->citations[i].number);
      if (record->citations[i].number == NULL)
        putchar ('\n');
    }
}

static void
put_events (const CsRecord *record)
{
  for (guint i = 0; i < record->n_events; i++)
    {
      const CsLegalEvent *event = &record->events[i];

      fputs ("event", stdout);
      put (event->authority);
      put (event->code);
      printf ("\t%c", event->influence == '\0' ? ' ' : event->influence);
      put_date (event->date);
      put_date (event->effective);
      put (event->text);
      put (event->details);
      putchar ('\n');
    }
  for (guint i = 0; i < record->n_families; i++)
    {
      const CsGivenFamily *family = &record->families[i];

      printf ("family\t%s\t%s\t%u\n", family->rule, family->id, family->n_members);
      for (guint m = 0; m < family->n_members; m++)
        put_number ("member", family->members[m]);
    }
}

static gboolean
put_record (CsRecord *record, gpointer data)
{
  printf ("record\t%u\t%s", record->place, record->source);
  put (record->file);
  put_date (record->as_of);
  printf ("\t%d\t%" G_GSIZE_FORMAT "\n", record->is_withdrawn, strlen (record->raw));
  put_number ("publication", record->publication);
  put_number ("application", record->application);
  put_texts ("title", record->titles, record->n_titles);
  put_texts ("abstract", record->abstracts, record->n_abstracts);
  put_texts ("claims", record->claims, record->n_claims);
  put_texts ("description", record->descriptions, record->n_descriptions);
  put_lists (record);
  put_links (record);
  put_events (record);

  return TRUE;
}

static gboolean
put_fault (const CsRecordFault *fault, gpointer data)
{
  printf ("fault\t%u\t%s\t%u", fault->place, cs_error_get_name (fault->error),
          cs_error_get_line (fault->error));
  put (fault->name);
  put (fault->error->message);
  putchar ('\n');

  return TRUE;
}

int
main (int argc, char *argv[])
{
  const CsRecordSink sink = { put_record, put_fault, NULL };

  for (int i = 1; i < argc; i++)
    {
      puts ("file");
      cs_records_read (argv[i], &sink, NULL, NULL, NULL);
    }

  return 0;
}
