#include <glib/gi18n-lib.h>

#include "cs-pre-examination-private.h"

/* What may be done about a pre-examination: examine, answer, sign. */

void
cs_pre_examination_start (CsPreExamination *exam)
{
  CsPreWork *work;

  if (cs_pre_examination_is_running (exam) || cs_pre_examination_waits_for (exam, CS_PRE_START))
    return;

  work = cs_pre_work_new (CS_PRE_START, exam->matter);
  if (exam->fitting != NULL)
    work->chosen = cs_checklist_choices_dup_chosen (exam->choices);
  work->person = g_strdup (exam->author);
  cs_pre_examination_add_work (exam, work);
}

void
cs_pre_examination_stop (CsPreExamination *exam)
{
  if (cs_pre_examination_is_running (exam))
    g_cancellable_cancel (exam->cancellable);
}

/* Keeps what @author answers to @items (of CsPreItem), in one step. */
static void
answer (CsPreExamination *exam, GPtrArray *items, CsVerdict verdict, const char *text)
{
  g_autofree char *author = g_strstrip (g_strdup (exam->author));
  CsPreWork *work;

  g_return_if_fail (exam->result != NULL);

  if (*author == '\0')
    {
      cs_pre_examination_refuse (exam, _ ("nobody is named who answers; nothing was kept"));
      return;
    }

  work = cs_pre_work_new (CS_PRE_ANSWER, exam->matter);
  for (guint i = 0; i < items->len; i++)
    {
      const CsItemResult *item = cs_pre_item_get_result (items->pdata[i]);

      g_ptr_array_add (work->answers,
                       cs_answer_new_for (verdict, item, exam->result, text, author));
      cs_pre_item_set_saving (items->pdata[i], TRUE);
    }
  work->draft = cs_draft_ref (exam->result->draft);
  work->fitting = g_ptr_array_ref (exam->fitting);
  work->person = g_strdup (author);
  cs_pre_examination_add_work (exam, work);
}

void
cs_pre_examination_answer (CsPreExamination *exam,
                           CsPreItem *item,
                           CsVerdict verdict,
                           const char *text)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  answer (exam, items, verdict, text);
}

void
cs_pre_examination_answer_group (CsPreExamination *exam, const char *group)
{
  GListModel *all = G_LIST_MODEL (exam->items);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (CsPreItem) item = g_list_model_get_item (all, i);
      g_autofree char *own = NULL;
      gboolean open;

      g_object_get (item, "group", &own, "open", &open, NULL);
      if (open && g_strcmp0 (own, group) == 0)
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  if (items->len > 0)
    answer (exam, items, CS_VERDICT_YES, "");
}

void
cs_pre_examination_sign (CsPreExamination *exam, CsSignatureRole role)
{
  g_autofree char *obstacle = cs_pre_examination_dup_obstacle (exam, role);
  CsPreWork *work;

  if (obstacle != NULL)
    {
      cs_pre_examination_refuse (exam, obstacle);
      return;
    }

  work = cs_pre_work_new (CS_PRE_SIGN, exam->matter);
  work->signature = cs_signature_new ();
  work->signature->role = role;
  work->signature->author = g_strdup (exam->author);
  work->signature->made_us = g_get_real_time ();
  work->run = exam->record->id;
  cs_pre_examination_add_work (exam, work);
}
