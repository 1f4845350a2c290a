#include <string.h>

#include "../../src/exam/cs-exam.h"
#include "../../src/exam/cs-messages.h"
#include "../../src/formats/cs-reader.h"

/* A matter does not ask more than people read: how many groups of questions are open for our own
 * drafts, and for real applications when CLAIMSMITH_CORPUS names a folder of them. */

#define MAX_GROUPS 12

typedef struct
{
  CsChecklist *checklist;
  guint n_drafts;
} Count;

/* What is asked together: the group, or the item itself when it has none. */
static const char *
get_group (const CsItem *item)
{
  return item->group == NULL ? item->id : item->group;
}

static void
check_words (const CsItem *item)
{
  static const char *const languages[] = { "zh", "en" };

  for (guint i = 0; item->group != NULL && i < G_N_ELEMENTS (languages); i++)
    if (!cs_messages_has ("group", item->group, languages[i]))
      {
        g_test_message ("%s: no words (%s) for group \"%s\"", item->id, languages[i], item->group);
        g_test_fail ();
      }
}

static void
check_groups (const CsExamResult *result, const char *path)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < result->items->len; i++)
    {
      const CsItemResult *item = &g_array_index (result->items, CsItemResult, i);

      check_words (item->item);
      if (item->state == CS_ITEM_MANUAL)
        g_hash_table_add (groups, (gpointer)get_group (item->item));
    }

  if (g_hash_table_size (groups) > MAX_GROUPS)
    {
      g_autofree gpointer *keys = g_hash_table_get_keys_as_array (groups, NULL);
      g_autofree char *names = g_strjoinv (" ", (char **)keys);

      g_test_message ("%s: %u groups: %s", path, g_hash_table_size (groups), names);
      g_test_fail ();
    }
}

static gboolean
take (const CsReadItem *item, gpointer data)
{
  Count *count = data;
  g_autoptr (CsExamResult) result = NULL;

  if (item->draft == NULL)
    return TRUE;

  result = cs_exam_run (item->draft, &count->checklist, 1, NULL, NULL, NULL);
  check_groups (result, item->path);
  count->n_drafts++;

  return TRUE;
}

static void
read_folder (const char *id, const char *folder, guint n_least)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = cs_checklist_load (id, &error);
  Count count = { checklist };
  CsReader reader = { take, &count, NULL };

  g_assert_no_error (error);
  g_assert_true (cs_read (folder, &reader, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count.n_drafts, >=, n_least);
}

static void
test_drafts (gconstpointer data)
{
  gboolean chinese = strcmp (data, "zh") == 0;
  g_autofree char *folder =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "accuracy", "drafts", data, NULL);

  read_folder (chinese ? "cn-invention" : "us", folder, chinese ? 26 : 20);
}

static void
test_dossiers (void)
{
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autofree char *folder = NULL;

  if (corpus == NULL || *corpus == '\0')
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  folder = g_build_filename (corpus, "cnipa-dossier", NULL);
  read_folder ("cn-invention", folder, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/open-groups/drafts/zh", "zh", test_drafts);
  g_test_add_data_func ("/open-groups/drafts/en", "en", test_drafts);
  g_test_add_func ("/open-groups/dossiers", test_dossiers);

  return g_test_run ();
}
