#include "cs-messages.h"

#include <string.h>

#include <gio/gio.h>

#include "../law/cs-xml-tree.h"

/* --- the table: "kind/key" or "message/check/rule" to words --- */

#define REPORT_WORDS "/io/github/claimsmith/report/words.xml"
#define MESSAGES_FOLDER "/io/github/claimsmith/checklists/messages/"

static void
add_words (GHashTable *table, char *key, const xmlNode *node)
{
  CsWords *words = g_hash_table_lookup (table, key);

  if (words == NULL)
    {
      words = g_new0 (CsWords, 1);
      g_hash_table_insert (table, g_strdup (key), words);
    }
  cs_tree_read_words (node, words);
}

/* An entry has its words as text, or in text elements with one language each. */
static void
read_entry (GHashTable *table, const char *prefix, xmlNode *node)
{
  static const char *const attributes[] = { "rule", "name", "class", "code", "part" };
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  gboolean has_texts = FALSE;

  for (guint i = 0; name == NULL && i < G_N_ELEMENTS (attributes); i++)
    name = cs_tree_dup_attribute (node, attributes[i]);

  key = g_strconcat ((const char *)node->name, "/", prefix, name, NULL);
  for (xmlNode *at = cs_tree_first (node->children); at != NULL; at = cs_tree_first (at->next))
    if (cs_tree_is (at, "text"))
      {
        add_words (table, key, at);
        has_texts = TRUE;
      }
  if (!has_texts)
    add_words (table, key, node);
}

static void
read_check (GHashTable *table, xmlNode *node)
{
  g_autofree char *name = cs_tree_dup_attribute (node, "name");
  g_autofree char *prefix = g_strconcat (name == NULL ? "" : name, "/", NULL);

  for (xmlNode *at = cs_tree_first (node->children); at != NULL; at = cs_tree_first (at->next))
    read_entry (table, prefix, at);
}

static void
read_source (GHashTable *table, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = cs_tree_parse_resource (path, &error);

  if (doc == NULL) /* our own file: a test reads it */
    g_error ("%s", error->message);

  for (xmlNode *at = cs_tree_first (xmlDocGetRootElement (doc)->children); at != NULL;
       at = cs_tree_first (at->next))
    if (cs_tree_is (at, "check"))
      read_check (table, at);
    else
      read_entry (table, "", at);
}

static GHashTable *
load_table (void)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  g_auto (GStrv) names = g_resources_enumerate_children (MESSAGES_FOLDER, 0, NULL);

  read_source (table, REPORT_WORDS);
  for (guint i = 0; names != NULL && names[i] != NULL; i++) /* last: these have the last word */
    {
      g_autofree char *path = g_strconcat (MESSAGES_FOLDER, names[i], NULL);

      read_source (table, path);
    }

  return table;
}

static const CsWords *
find_words (const char *kind, const char *prefix, const char *key)
{
  static gsize once;
  g_autofree char *name = g_strconcat (kind, "/", prefix, key, NULL);

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize)load_table ());

  return g_hash_table_lookup ((GHashTable *)once, name);
}

const char *
cs_messages_get (const char *kind, const char *key, const char *language)
{
  const CsWords *words = find_words (kind, "", key);

  return words == NULL ? key : cs_words_get (words, language);
}

gboolean
cs_messages_has (const char *kind, const char *key, const char *language)
{
  const CsWords *words = find_words (kind, "", key);

  return words != NULL && (g_strcmp0 (language, "zh") == 0 ? words->zh : words->en) != NULL;
}

/* --- messages --- */

typedef struct
{
  const CsFinding *finding;
  const CsExamResult *result;
  const char *language;
  const CsFix *fix; /* whose title is filled in; NULL in messages */
} Filling;

static char *
dup_own_argument (const Filling *filling, const char *name)
{
  const CsSpan *where = &filling->finding->report->where;

  if (strcmp (name, "text") == 0)
    return cs_draft_dup_span_text (filling->result->draft, where);
  if (strcmp (name, "claim") == 0 && where->part == CS_PART_CLAIMS && where->index != CS_NO_INDEX)
    return g_strdup_printf ("%u", cs_exam_result_get_claim_number (filling->result, where->index));
  if (strcmp (name, "item") == 0)
    return g_strdup (cs_words_get (&filling->finding->item->title, filling->language));
  if (strcmp (name, "insert") == 0 && filling->fix != NULL)
    return g_strdup (g_array_index (filling->fix->edits, CsFixEdit, 0).insert);

  return NULL;
}

static char *
dup_argument (const char *name, gpointer data)
{
  const Filling *filling = data;
  const GArray *args = filling->finding->report->args;
  gboolean as_word = g_str_has_suffix (name, ":word");
  gsize n_bytes = strlen (name) - (as_word ? strlen (":word") : 0);

  for (guint i = 0; i < args->len; i++)
    {
      const CsArg *arg = &g_array_index (args, CsArg, i);

      if (strlen (arg->name) != n_bytes || strncmp (arg->name, name, n_bytes) != 0)
        continue;

      return g_strdup (as_word ? cs_messages_get ("word", arg->value, filling->language) :
                                 arg->value);
    }

  return dup_own_argument (filling, name);
}

static const char *
find_pattern (const CsFinding *finding, const char *language)
{
  g_autofree char *prefix = g_strconcat (cs_finding_get_check_name (finding), "/", NULL);
  const CsWords *words;

  if (strcmp (finding->report->rule, CS_RULE_ANSWERED_NO) == 0)
    return cs_messages_get ("label", CS_RULE_ANSWERED_NO, language);

  for (guint i = 0; i < finding->item->messages->len; i++)
    {
      const CsMessage *message = &g_array_index (finding->item->messages, CsMessage, i);

      if (strcmp (message->rule, finding->report->rule) == 0)
        return cs_words_get (&message->words, language);
    }

  words = find_words ("message", prefix, finding->report->rule);

  return words == NULL ? NULL : cs_words_get (words, language);
}

char *
cs_messages_dup (const CsFinding *finding,
                 const CsExamResult *result,
                 const char *language,
                 gboolean *complete)
{
  Filling filling = { finding, result, language, NULL };
  const char *pattern = find_pattern (finding, language);

  if (pattern != NULL)
    return cs_words_fill (pattern, dup_argument, &filling, complete);

  if (complete != NULL)
    *complete = FALSE;

  return g_strdup_printf ("%s (%s)", cs_words_get (&finding->item->title, language),
                          finding->report->rule);
}

char *
cs_messages_dup_fix (const CsFinding *finding,
                     const CsFix *fix,
                     const CsExamResult *result,
                     const char *language)
{
  Filling filling = { finding, result, language, fix };
  g_autofree char *prefix = g_strconcat (cs_finding_get_check_name (finding), "/", NULL);
  const CsWords *words = find_words ("fix", prefix, fix->name);

  if (words == NULL)
    return g_strdup (fix->name);

  return cs_words_fill (cs_words_get (words, language), dup_argument, &filling, NULL);
}

/* --- places and counts --- */

static char *
dup_number (const char *name, gpointer data)
{
  return strcmp (name, "number") == 0 || strcmp (name, "n") == 0 ? g_strdup (data) : NULL;
}

static char *
fill_number (const char *pattern, guint number)
{
  g_autofree char *printed = g_strdup_printf ("%u", number);

  return cs_words_fill (pattern, dup_number, printed, NULL);
}

/* A figure has no text; its label names it. */
static char *
dup_figure_place (const CsFigure *figure, const char *language)
{
  g_autofree char *label = cs_figure_label_canonical (figure->label);

  if (label == NULL)
    return g_strdup (cs_messages_get ("word", "figures", language));

  return cs_words_fill (cs_messages_get ("place", "figures", language), dup_number, label, NULL);
}

char *
cs_messages_dup_place_in (const CsSpan *where, const CsDraft *draft, const char *language)
{
  const char *part = cs_part_get_name (where->part);
  const GArray *figures = draft->figures;
  const CsUnit *unit;

  if (where->part == CS_PART_FIGURES && where->index < figures->len)
    return dup_figure_place (&g_array_index (figures, CsFigure, where->index), language);
  if (where->index >= cs_draft_get_n_units (draft, where->part) ||
      !cs_messages_has ("place", part, language))
    return g_strdup (cs_messages_get ("word", part, language));

  unit = cs_draft_get_unit (draft, where->part, where->index);
  if (where->part == CS_PART_CLAIMS && unit->number == 0)
    return g_strdup (cs_messages_get ("word", "claim-unnumbered", language));

  return fill_number (cs_messages_get ("place", part, language),
                      unit->number != 0 ? unit->number : where->index + 1);
}

char *
cs_messages_dup_place (const CsSpan *where, const CsExamResult *result, const char *language)
{
  return cs_messages_dup_place_in (where, result->draft, language);
}

char *
cs_messages_dup_reason (const CsItemResult *item, const CsExamResult *result, const char *language)
{
  const char *words = cs_messages_get ("reason", item->reason, language);

  if (item->claim == CS_NO_INDEX)
    return g_strdup (words);

  return fill_number (words, cs_exam_result_get_claim_number (result, item->claim));
}

char *
cs_messages_dup_count (const char *key, guint n, const char *language)
{
  return fill_number (cs_messages_get ("label", key, language), n);
}
