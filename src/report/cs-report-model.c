#include <string.h>

#include "../exam/cs-messages.h"
#include "cs-report-model-private.h"

#define MAX_SUBJECT_CHARS 200
#define MAX_WORDS_CHARS 60

const char *
cs_report_get_word (const CsReportModel *model, const char *key)
{
  return cs_messages_get ("label", key, model->language);
}

/* --- facts --- */

static void
fact_free (gpointer data)
{
  CsReportFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

/* @value: (transfer full): a fact that is not known is left out. */
static void
add_fact (GPtrArray *facts, const CsReportModel *model, const char *key, char *value)
{
  CsReportFact *fact;

  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return;
    }

  fact = g_new0 (CsReportFact, 1);
  fact->label = g_strdup (cs_report_get_word (model, key));
  fact->value = value;
  g_ptr_array_add (facts, fact);
}

/* "CN · 发明 · 直接申请" */
static char *
dup_kind (const CsReportModel *model, const CsRequest *request)
{
  const char *office = cs_office_get_name (request->office);
  const char *type = cs_right_type_get_name (request->type);
  const char *route = cs_route_get_name (request->route);
  const char *words[] = { office, cs_messages_get ("word", type, model->language),
                          cs_messages_get ("word", route, model->language) };
  GString *kind = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (*words[i] != '\0')
      g_string_append_printf (kind, "%s%s", kind->len == 0 ? "" : " · ", words[i]);

  return g_string_free (kind, FALSE);
}

static char *
dup_size (const CsReportModel *model)
{
  const CsDraft *draft = model->result->draft;
  const struct
  {
    const char *key;
    guint n;
  } sizes[] = { { "claims", cs_draft_get_n_units (draft, CS_PART_CLAIMS) },
                { "paragraphs", cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) },
                { "figures", draft->figures->len } };
  GString *size = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *count =
          cs_messages_dup_count (sizes[i].key, sizes[i].n, model->language);

      g_string_append_printf (size, "%s%s", i == 0 ? "" : " · ", count);
    }

  return g_string_free (size, FALSE);
}

/* A draft that was never in a file has none. */
static char *
dup_path (const CsDraft *draft)
{
  g_autofree char *base = *draft->path == '\0' ? g_strdup ("") : g_path_get_basename (draft->path);
  g_autofree char *name = cs_report_dup_harmless (base, MAX_SUBJECT_CHARS);

  return draft->index == 0 ? g_steal_pointer (&name) :
                             g_strdup_printf ("%s #%u", name, draft->index + 1);
}

/* The hash in groups that people can compare. */
static char *
dup_fingerprint (const char *sha256)
{
  return g_strdup_printf ("%.4s %.4s %.4s %.4s", sha256, sha256 + 4, sha256 + 8, sha256 + 12);
}

/* "claim-wording.zh (12)": which lists a house adds to, and how many words. */
static char *
dup_house_words (const GPtrArray *all)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const CsHouseWords *words = all->pdata[i];

      g_string_append_printf (text, "%s%s (%u)", i == 0 ? "" : ", ", words->name, words->n_words);
    }

  return g_string_free (text, FALSE);
}

GPtrArray *
cs_report_facts_new (const CsReportModel *model, const CsReportInputs *inputs)
{
  const CsDraft *draft = model->result->draft;
  g_autofree char *base = g_path_get_basename (draft->path);
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);

  add_fact (facts, model, "fact-file", dup_path (draft));
  if (strcmp (draft->id, base) != 0)
    add_fact (facts, model, "fact-number", cs_report_dup_harmless (draft->id, MAX_WORDS_CHARS));
  add_fact (facts, model, "fact-kind", dup_kind (model, draft->request));
  add_fact (facts, model, "fact-size", dup_size (model));
  if (inputs->record != NULL)
    add_fact (facts, model, "fact-author",
              cs_report_dup_harmless (inputs->record->author, MAX_WORDS_CHARS));
  add_fact (facts, model, "fact-as-of", g_strdup (model->result->as_of));
  if (model->result->house_words->len > 0)
    add_fact (facts, model, "fact-house-words", dup_house_words (model->result->house_words));
  add_fact (facts, model, "fact-made", cs_report_dup_day (inputs->made_us));
  add_fact (facts, model, "fact-text", dup_fingerprint (model->sha256));

  return facts;
}

/* --- lists --- */

static void
list_free (gpointer data)
{
  g_free (((CsReportList *)data)->title);
  g_free (data);
}

static GPtrArray *
lists_new (const CsReportModel *model)
{
  const GPtrArray *checklists = model->result->checklists;
  GPtrArray *lists = g_ptr_array_new_with_free_func (list_free);

  for (guint i = 0; i < checklists->len; i++)
    {
      CsReportList *list = g_new0 (CsReportList, 1);

      list->checklist = checklists->pdata[i];
      list->title = g_strdup (cs_words_get (&list->checklist->title, model->language));
      for (guint k = 0; k < model->items->len; k++)
        {
          const CsReportItem *item = model->items->pdata[k];

          if (item->checklist == list->checklist)
            list->n_states[item->state]++;
        }
      g_ptr_array_add (lists, list);
    }

  return lists;
}

static void
stale_free (gpointer data)
{
  CsReportStale *stale = data;

  g_free (stale->check);
  g_free (stale->words);
  cs_report_handling_clear (&stale->handling);
  g_free (stale);
}

static GPtrArray *
stale_new (const CsExamResult *result, const char *language)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (stale_free);

  for (guint i = 0; result->stale != NULL && i < result->stale->len; i++)
    {
      const CsDecision *decision = result->stale->pdata[i];
      CsReportStale *stale = g_new0 (CsReportStale, 1);

      stale->check = g_strdup_printf ("%s · %s", decision->check, decision->rule);
      stale->words = cs_report_dup_harmless (decision->text, MAX_WORDS_CHARS);
      cs_report_handling_init (&stale->handling, decision, language);
      g_ptr_array_add (list, stale);
    }

  return list;
}

/* --- the value --- */

static char *
dup_subject (const CsDraft *draft)
{
  g_autofree char *text = NULL;
  gsize n_bytes;
  const char *title;

  if (cs_draft_get_n_units (draft, CS_PART_TITLE) == 0)
    return dup_path (draft);

  title = cs_draft_get_unit_text (draft, CS_PART_TITLE, 0, &n_bytes);
  text = g_strndup (title, n_bytes);

  return cs_report_dup_harmless (text, MAX_SUBJECT_CHARS);
}

static void
count (CsReportModel *model, const CsFindingView *view)
{
  memcpy (model->n_open, view->n_open, sizeof model->n_open);
  model->n_waived = view->n_waived;
  for (guint i = 0; i < model->items->len; i++)
    {
      const CsReportItem *item = model->items->pdata[i];

      model->n_states[item->state]++;
      model->n_unanswered += item->is_open;
    }
  for (guint i = 0; i < model->unchecked->len; i++)
    model->n_unchecked += ((CsReportGroup *)model->unchecked->pdata[i])->items->len;
}

CsReportModel *
cs_report_model_new (const CsReportInputs *inputs)
{
  CsReportModel *model = g_atomic_rc_box_new0 (CsReportModel);
  g_autoptr (CsFindingView) view = cs_finding_view_new (inputs->result);

  model->result = cs_exam_result_ref (inputs->result);
  model->language = g_str_equal (inputs->language, "zh") ? "zh" : "en";
  model->made_us = inputs->made_us;
  model->sha256 = cs_draft_dup_sha256 (inputs->result->draft);
  model->subject = dup_subject (inputs->result->draft);
  model->title = g_strdup (cs_report_get_word (model, "report-title"));
  model->facts = cs_report_facts_new (model, inputs);
  model->findings = cs_report_findings_new (view, model->language);
  model->items = cs_report_items_new (inputs->result, model->language);
  model->unchecked = cs_report_unchecked_new (model->items);
  model->lists = lists_new (model);
  model->stale = stale_new (inputs->result, model->language);
  count (model, view);
  cs_report_model_take_changes (model, inputs->diff);
  cs_report_model_take_signatures (model, inputs->record);

  return model;
}

CsReportModel *
cs_report_model_ref (CsReportModel *model)
{
  return g_atomic_rc_box_acquire (model);
}

static void
model_clear (gpointer data)
{
  CsReportModel *model = data;

  g_ptr_array_unref (model->lists);
  g_ptr_array_unref (model->unchecked);
  g_ptr_array_unref (model->items);
  g_ptr_array_unref (model->findings);
  g_clear_pointer (&model->changes, g_ptr_array_unref);
  g_ptr_array_unref (model->stale);
  g_ptr_array_unref (model->signatures);
  g_ptr_array_unref (model->facts);
  g_free (model->changes_line);
  g_free (model->standing);
  g_free (model->title);
  g_free (model->subject);
  g_free (model->sha256);
  cs_exam_result_unref (model->result);
}

void
cs_report_model_unref (CsReportModel *model)
{
  g_atomic_rc_box_release_full (model, model_clear);
}
