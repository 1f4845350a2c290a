#include "cs-manual.h"

#include <string.h>

#include "../exam/cs-messages.h"
#include "cs-report-model-private.h"

/* --- the value --- */

static void
free_line (gpointer data)
{
  cs_report_line_free (data);
}

static void
example_free (gpointer data)
{
  g_ptr_array_unref (((CsManualExample *)data)->lines);
  g_free (data);
}

static void
item_free (gpointer data)
{
  CsManualItem *item = data;

  g_free (item->id);
  g_free (item->title);
  g_free (item->severity_word);
  g_free (item->explain);
  g_free (item->question);
  g_array_unref (item->bases);
  g_free (item->consequence);
  g_free (item->check);
  g_free (item->lists);
  g_ptr_array_unref (item->examples);
  g_free (item);
}

static void
topic_free (gpointer data)
{
  CsManualTopic *topic = data;

  g_free (topic->id);
  g_free (topic->office);
  g_free (topic->title);
  g_ptr_array_unref (topic->items);
  g_free (topic);
}

static void
list_free (gpointer data)
{
  CsManualList *list = data;

  g_free (list->id);
  g_free (list->title);
  g_free (list->edition);
  g_free (list);
}

/* --- examples --- */

static void
add_unit (CsManualExample *told, const CsExample *example, CsPart part, guint index)
{
  const CsUnit *unit = cs_draft_get_unit (example->draft, part, index);
  g_autoptr (GArray) quote = cs_report_quote_new (example->draft, part, index, example->marks);

  if (part == CS_PART_CLAIMS && unit->number > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u. ", unit->number);
      CsReportPiece piece = { g_steal_pointer (&number), 1u << CS_RUN_BOLD, FALSE };

      g_array_prepend_val (quote, piece);
    }
  g_ptr_array_add (told->lines, cs_report_line_new_pieces (CS_LOOK_QUOTE, quote));
}

static CsManualExample *
tell_example (const CsExample *example, const char *language)
{
  CsManualExample *told = g_new0 (CsManualExample, 1);

  told->bad = example->bad;
  told->lines = g_ptr_array_new_with_free_func (free_line);
  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    {
      guint n_units = cs_draft_get_n_units (example->draft, part);

      if (n_units > 0)
        g_ptr_array_add (told->lines,
                         cs_report_line_new (CS_LOOK_CAPTION,
                                             cs_messages_get ("word", cs_part_get_name (part),
                                                              language)));
      for (guint i = 0; i < n_units; i++)
        add_unit (told, example, part, i);
    }

  return told;
}

static GPtrArray *
list_examples (const CsItem *item, const char *language)
{
  GPtrArray *examples = g_ptr_array_new_with_free_func (example_free);

  for (guint bad = 2; bad-- > 0;)
    for (guint i = 0; i < item->examples->len; i++)
      {
        const CsExample *example = item->examples->pdata[i];

        if (example->bad == (bad == 1))
          g_ptr_array_add (examples, tell_example (example, language));
      }

  return examples;
}

/* --- items --- */

/* Each class once, whatever the types of right it holds for. */
static char *
dup_consequence (const CsItem *item, const char *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < item->consequences->len; i++)
    {
      const char *class_name = g_array_index (item->consequences, CsConsequence, i).class_name;
      const char *words = cs_messages_get ("consequence", class_name, language);

      if (!g_str_equal (class_name, "none") && strstr (text->str, words) == NULL)
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : " / ", words);
    }

  return g_string_free (text, FALSE);
}

static CsManualItem *
tell_item (const CsItem *item, const char *language)
{
  CsManualItem *told = g_new0 (CsManualItem, 1);

  told->id = g_strdup (item->id);
  told->title = cs_report_dup_words (&item->title, language);
  told->severity = item->severity;
  told->severity_word = g_strdup (
      cs_messages_get ("severity", cs_severity_get_name (item->severity), language));
  told->explain = cs_report_dup_words (&item->explain, language);
  told->question = cs_report_dup_words (&item->question, language);
  told->bases = cs_report_bases_new ();
  cs_report_bases_add (told->bases, item, language);
  told->consequence = dup_consequence (item, language);
  told->check = g_strdup (item->check == NULL ? "" : item->check->name);
  told->lists = g_strdup ("");
  told->examples = list_examples (item, language);

  return told;
}

static void
add_list (CsManualItem *item, const char *id)
{
  char *lists = g_strconcat (item->lists, *item->lists == '\0' ? "" : " ", id, NULL);

  g_free (item->lists);
  item->lists = lists;
}

/* --- topics --- */

/* "CN-CLM" of "CN-CLM-015"; a list of a user's may number its items as it likes. */
static char *
dup_topic_id (const char *item_id)
{
  const char *last = strrchr (item_id, '-');

  return last == NULL ? g_strdup (item_id) : g_strndup (item_id, last - item_id);
}

static CsManualTopic *
get_topic (CsManual *manual, const CsItem *item, CsOffice office)
{
  g_autofree char *id = dup_topic_id (item->id);
  const char *code = strchr (id, '-');
  g_autofree char *key = g_strconcat ("topic-", code == NULL ? id : code + 1, NULL);
  CsManualTopic *topic;

  for (guint i = 0; i < manual->topics->len; i++)
    {
      topic = manual->topics->pdata[i];
      if (strcmp (topic->id, id) == 0)
        return topic;
    }

  topic = g_new0 (CsManualTopic, 1);
  topic->title = g_strdup (cs_messages_has ("label", key, manual->language) ?
                               cs_messages_get ("label", key, manual->language) :
                               id);
  topic->id = g_steal_pointer (&id);
  topic->office = g_strdup (cs_office_get_name (office));
  topic->items = g_ptr_array_new_with_free_func (item_free);
  g_ptr_array_add (manual->topics, topic);

  return topic;
}

static void
add_checklist (CsManual *manual, const CsChecklist *checklist, GHashTable *known)
{
  CsManualList *list = g_new0 (CsManualList, 1);

  list->id = g_strdup (checklist->id);
  list->title = cs_report_dup_words (&checklist->title, manual->language);
  list->edition = g_strdup (checklist->edition);
  g_ptr_array_add (manual->lists, list);
  for (guint i = 0; i < checklist->items->len; i++)
    {
      const CsItem *item = checklist->items->pdata[i];
      CsManualItem *told = g_hash_table_lookup (known, item->id);

      if (told == NULL)
        {
          told = tell_item (item, manual->language);
          g_ptr_array_add (get_topic (manual, item, checklist->office)->items, told);
          g_hash_table_insert (known, told->id, told);
          manual->n_items++;
        }
      add_list (told, checklist->id);
    }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(CsManualItem *const *)a)->id, (*(CsManualItem *const *)b)->id);
}

static int
compare_topics (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(CsManualTopic *const *)a)->office, (*(CsManualTopic *const *)b)->office);
}

CsManual *
cs_manual_new (const GPtrArray *checklists, const char *language)
{
  CsManual *manual = g_atomic_rc_box_new0 (CsManual);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  manual->language = g_str_equal (language, "zh") ? "zh" : "en";
  manual->lists = g_ptr_array_new_with_free_func (list_free);
  manual->topics = g_ptr_array_new_with_free_func (topic_free);
  for (guint i = 0; i < checklists->len; i++)
    add_checklist (manual, checklists->pdata[i], known);
  g_ptr_array_sort (manual->topics, compare_topics); /* stable */
  for (guint i = 0; i < manual->topics->len; i++)
    g_ptr_array_sort (((CsManualTopic *)manual->topics->pdata[i])->items, compare_items);

  return manual;
}

CsManual *
cs_manual_ref (CsManual *manual)
{
  return g_atomic_rc_box_acquire (manual);
}

static void
manual_clear (gpointer data)
{
  CsManual *manual = data;

  g_ptr_array_unref (manual->topics);
  g_ptr_array_unref (manual->lists);
}

void
cs_manual_unref (CsManual *manual)
{
  g_atomic_rc_box_release_full (manual, manual_clear);
}

/* --- searching --- */

/* All that is said of an item, in small letters. */
static char *
dup_searched (const CsManualItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n%s\n%s\n%s\n%s", item->id, item->title, item->explain,
                          item->question, item->check, item->consequence);
  for (guint i = 0; i < item->bases->len; i++)
    g_string_append_printf (text, "\n%s", g_array_index (item->bases, CsReportBasis, i).citation);

  return g_utf8_casefold (text->str, text->len);
}

gboolean
cs_manual_item_matches (const CsManualItem *item, const char *query)
{
  g_autofree char *searched = dup_searched (item);
  g_autofree char *folded = g_utf8_casefold (query, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (searched, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
