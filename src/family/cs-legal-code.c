#include "cs-legal-code.h"

#include <string.h>

#include <gio/gio.h>

#define RESOURCE_PATH "/io/github/claimsmith/law/legal-events.tsv"
#define ANY_OFFICE "*"
#define BEFORE "before:"

/* The columns of the file. */
enum
{
  COLUMN_OFFICE,
  COLUMN_CODE,
  COLUMN_WHEN,
  COLUMN_CLASS,
  COLUMN_EFFECT,
  COLUMN_SOURCE,
  COLUMN_STATUS,
  N_COLUMNS
};

typedef struct
{
  CsLegalCode code;
  char *words;         /* folded; "" when any event of the code fits */
  CsOfficeDate before; /* unknown when any date fits */
} Line;

static const char *const effect_names[CS_N_LEGAL_EFFECTS] = {
  "none", "pending", "grant", "keep", "cease", "expire",
  "refuse", "withdraw", "revive", "cease-part", "revive-part", "challenge",
  "end-challenge", "transfer", "licence", "end-licence", "pledge", "end-pledge",
  "national"
};

const char *
cs_legal_effect_get_name (CsLegalEffect effect)
{
  return effect_names[effect];
}

/* --- the file --- */

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->words);
  g_free (line);
}

static CsLegalEffect
read_effect (const char *name)
{
  for (guint i = 0; i < CS_N_LEGAL_EFFECTS; i++)
    if (strcmp (effect_names[i], name) == 0)
      return i;
  g_error ("%s: no effect is called \"%s\"", RESOURCE_PATH, name); /* our own file */
}

static char *
dup_key (const char *office,
         const char *code)
{
  return g_strconcat (office, " ", code, NULL);
}

static void
add_line (GHashTable *lines,
          char **columns)
{
  Line *line = g_new0 (Line, 1);
  char *key = dup_key (columns[COLUMN_OFFICE], columns[COLUMN_CODE]);
  GPtrArray *of_code = g_hash_table_lookup (lines, key);
  const char *when = columns[COLUMN_WHEN];

  line->code.category = columns[COLUMN_CLASS][0];
  line->code.effect = read_effect (columns[COLUMN_EFFECT]);
  line->code.is_verified = strcmp (columns[COLUMN_STATUS], "unverified") != 0;
  if (g_str_has_prefix (when, BEFORE))
    {
      cs_office_date_read (when + strlen (BEFORE), &line->before);
      when = "";
    }
  line->words = g_ascii_strup (when, -1);
  if (of_code == NULL)
    {
      of_code = g_ptr_array_new_with_free_func (line_free);
      g_hash_table_insert (lines, g_strdup (key), of_code);
    }
  g_ptr_array_add (of_code, line);
  g_free (key);
}

static GHashTable *
load (void)
{
  GHashTable *lines =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_PATH, 0, NULL);
  g_auto (GStrv) texts = NULL;

  g_assert (bytes != NULL);
  texts = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_auto (GStrv) columns = NULL;

      if (texts[i][0] == '#' || texts[i][0] == '\0')
        continue;
      columns = g_strsplit (texts[i], "\t", -1);
      if (g_strv_length (columns) <= N_COLUMNS)
        g_error ("%s: line %u has too few columns", RESOURCE_PATH, i + 1);
      add_line (lines, columns);
    }
  return lines;
}

static GHashTable *
get_lines (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize)load ());
  return (GHashTable *)once;
}

/* --- looking up --- */

const char *
cs_legal_get_office (const CsNumber *application)
{
  if (application == NULL || application->country == NULL)
    return "";
  return g_strcmp0 (application->kind, "W") == 0 ? "WO" : application->country;
}

static const GPtrArray *
find_lines (const char *office,
            const char *code)
{
  g_autofree char *key = dup_key (office, code);

  return g_hash_table_lookup (get_lines (), key);
}

static gboolean
says (const CsLegalEvent *event,
      const char *words)
{
  g_autofree char *details = NULL;
  g_autofree char *text = NULL;

  if (words[0] == '\0')
    return TRUE;
  details = g_ascii_strup (event->details == NULL ? "" : event->details, -1);
  text = g_ascii_strup (event->text == NULL ? "" : event->text, -1);
  return strstr (details, words) != NULL || strstr (text, words) != NULL;
}

const CsLegalCode *
cs_legal_code_find (const char *office,
                    const CsLegalEvent *event)
{
  const GPtrArray *lines = event->code == NULL ? NULL : find_lines (office, event->code);

  if (lines == NULL && event->code != NULL && event->authority != NULL)
    lines = find_lines (event->authority, event->code);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];

      if (says (event, line->words))
        return &line->code;
    }
  return NULL;
}

const CsLegalCode *
cs_legal_code_find_publication (const char *office,
                                const char *kind,
                                CsOfficeDate date)
{
  g_autofree char *code = g_strconcat ("publication ", kind, NULL);
  const GPtrArray *lines = find_lines (office, code);

  if (lines == NULL)
    lines = find_lines (ANY_OFFICE, code);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];
      gboolean is_bound = cs_office_date_is_known (line->before);
      gboolean is_told = cs_office_date_is_known (date);

      if (!is_bound || (is_told && cs_office_date_compare (date, line->before) < 0))
        return &line->code;
    }
  return NULL;
}
