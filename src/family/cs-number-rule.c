#include "cs-number-rule.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_PATH "/io/github/claimsmith/law/number-rules.tsv"
#define ANY_OFFICE "*"
#define N_COLUMNS 11
#define N_WORD_COLUMNS 4

typedef struct
{
  char *text;
  GHashTable *offices; /* code -> GPtrArray of CsNumberRule */
  GArray *words;       /* CsNumberWord */
} RuleTable;

/* Cuts a line at its tabs; "-" is nothing. */
static guint
split_line (char *line, const char *columns[N_COLUMNS])
{
  guint n = 0;

  while (line != NULL && n < N_COLUMNS)
    {
      char *tab = strchr (line, '\t');

      if (tab != NULL)
        *tab = '\0';
      columns[n++] = g_str_equal (line, "-") ? "" : line;
      line = tab == NULL ? NULL : tab + 1;
    }
  return line == NULL ? n : 0;
}

static void
add_rule (RuleTable *table, const char *const columns[N_COLUMNS])
{
  CsNumberRule *rule = g_new0 (CsNumberRule, 1);
  const char *key;
  GPtrArray *rules;

  *rule = (CsNumberRule){ columns[0], columns[1], columns[2], columns[3], columns[4],
                          columns[5], columns[6], columns[7], columns[8], columns[9] };
  key = g_str_equal (rule->forms, "b") ? CS_NUMBER_BARE : rule->office;
  rules = g_hash_table_lookup (table->offices, key);
  if (rules == NULL)
    {
      rules = g_ptr_array_new ();
      g_hash_table_insert (table->offices, (gpointer)key, rules);
    }
  g_ptr_array_add (rules, rule);
}

static void
read_line (RuleTable *table, char *line)
{
  const char *columns[N_COLUMNS];
  guint n;

  if (*line == '\0' || *line == '#')
    return;
  n = split_line (line, columns);
  if (n == N_WORD_COLUMNS && g_str_equal (columns[0], "word"))
    {
      CsNumberWord word = { columns[1], columns[2], columns[3] };

      g_array_append_val (table->words, word);
      return;
    }
  if (n != N_COLUMNS) /* our own file: a test reads it */
    g_error ("rule of numbers \"%s\": columns are missing", line);
  add_rule (table, columns);
}

static RuleTable *
load_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_PATH, 0, &error);
  RuleTable *table = g_new0 (RuleTable, 1);
  gsize n_bytes;
  const char *data;

  if (bytes == NULL)
    g_error ("%s", error->message);
  data = g_bytes_get_data (bytes, &n_bytes);
  table->text = g_strndup (data, n_bytes);
  table->offices = g_hash_table_new (g_str_hash, g_str_equal);
  table->words = g_array_new (FALSE, FALSE, sizeof (CsNumberWord));
  for (char *line = table->text; line != NULL;)
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        *end++ = '\0';
      read_line (table, line);
      line = end;
    }
  return table;
}

static const RuleTable *
get_table (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize)load_table ());

  return (const RuleTable *)once;
}

const GPtrArray *
cs_number_rules_get (const char *office)
{
  const RuleTable *table = get_table ();
  const GPtrArray *rules = g_hash_table_lookup (table->offices, office);

  return rules != NULL ? rules : g_hash_table_lookup (table->offices, ANY_OFFICE);
}

const GArray *
cs_number_words_get (void)
{
  return get_table ()->words;
}

gboolean
cs_number_rule_fits (const CsNumberRule *rule,
                     CsNumberRole role,
                     char letter,
                     const char *text,
                     CsNumberMatch *match)
{
  return strchr (rule->roles, role == CS_NUMBER_PUBLICATION ? 'p' : 'a') != NULL &&
         strchr (rule->forms, letter) != NULL &&
         cs_number_pattern_match (rule->pattern, text, match) &&
         cs_number_pattern_holds (rule->where, match);
}
