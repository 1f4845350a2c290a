#include "cs-pre-examination-private.h"

/* A checklist that may be chosen for a pre-examination. */

struct _CsChecklistChoice
{
  GObject parent_instance;

  char *id;
  char *title;
  char *edition;
  guint n_items;
  gboolean chosen;
};

G_DEFINE_TYPE (CsChecklistChoice, cs_checklist_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_EDITION,
  PROP_N_ITEMS,
  PROP_CHOSEN
};

static void
cs_checklist_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const CsChecklistChoice *choice = CS_CHECKLIST_CHOICE (object);

  if (id == PROP_ID)
    g_value_set_string (value, choice->id);
  else if (id == PROP_TITLE)
    g_value_set_string (value, choice->title);
  else if (id == PROP_EDITION)
    g_value_set_string (value, choice->edition);
  else if (id == PROP_N_ITEMS)
    g_value_set_uint (value, choice->n_items);
  else
    g_value_set_boolean (value, choice->chosen);
}

static void
cs_checklist_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsChecklistChoice *choice = CS_CHECKLIST_CHOICE (object);

  if (choice->chosen == g_value_get_boolean (value))
    return;

  choice->chosen = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
cs_checklist_choice_finalize (GObject *object)
{
  CsChecklistChoice *choice = CS_CHECKLIST_CHOICE (object);

  g_free (choice->id);
  g_free (choice->title);
  g_free (choice->edition);

  G_OBJECT_CLASS (cs_checklist_choice_parent_class)->finalize (object);
}

static void
cs_checklist_choice_class_init (CsChecklistChoiceClass *class)
{
  static const char *const strings[] = { "id", "title", "edition" };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_checklist_choice_get_property;
  object_class->set_property = cs_checklist_choice_set_property;
  object_class->finalize = cs_checklist_choice_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_object_class_install_property (
        object_class, PROP_ID + i, g_param_spec_string (strings[i], NULL, NULL, "", flags));
  g_object_class_install_property (
      object_class, PROP_N_ITEMS,
      g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags));
  g_object_class_install_property (
      object_class, PROP_CHOSEN,
      g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                            flags | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY));
}

static void
cs_checklist_choice_init (CsChecklistChoice *choice)
{
}

static CsChecklistChoice *
choice_new (const CsChecklist *checklist, gboolean chosen, const char *language)
{
  CsChecklistChoice *choice = g_object_new (CS_TYPE_CHECKLIST_CHOICE, NULL);

  choice->id = g_strdup (checklist->id);
  choice->title = g_strdup (cs_words_get (&checklist->title, language));
  choice->edition = g_strdup (checklist->edition);
  choice->n_items = checklist->items->len;
  choice->chosen = chosen;

  return choice;
}

/* --- a list of them --- */

void
cs_checklist_choices_show (GListStore *store,
                           const GPtrArray *checklists,
                           char *const *chosen,
                           const char *language)
{
  g_list_store_remove_all (store);
  for (guint i = 0; i < checklists->len; i++)
    {
      const CsChecklist *checklist = checklists->pdata[i];
      g_autoptr (CsChecklistChoice) choice = choice_new (
          checklist, g_strv_contains ((const char *const *)chosen, checklist->id), language);

      g_list_store_append (store, choice);
    }
}

char **
cs_checklist_choices_dup_chosen (GListStore *store)
{
  GListModel *choices = G_LIST_MODEL (store);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (CsChecklistChoice) choice = g_list_model_get_item (choices, i);

      if (choice->chosen)
        g_strv_builder_add (ids, choice->id);
    }

  return g_strv_builder_end (ids);
}
