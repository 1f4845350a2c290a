#include "../exam/cs-messages.h"
#include "cs-report-model-private.h"

/* What became of findings since the last examination, and who signed this one. */

#define MAX_MESSAGE_CHARS 300
#define MAX_AUTHOR_CHARS 60

/* --- changes --- */

static void
change_free (gpointer data)
{
  CsReportChange *change = data;

  g_free (change->word);
  g_free (change->item);
  g_free (change->place);
  g_free (change->message);
  g_free (change);
}

/* @kind: also the key of its word. */
static void
add_changes (CsReportModel *model, const GPtrArray *findings, const char *kind)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CsRecordFinding *finding = findings->pdata[i];
      CsReportChange *change = g_new0 (CsReportChange, 1);

      change->kind = kind;
      change->word = g_strdup (cs_report_get_word (model, kind));
      change->severity = finding->severity;
      change->item = g_strdup (finding->item);
      change->place = g_strdup (cs_words_get (&finding->place, model->language));
      change->message = cs_report_dup_harmless (cs_words_get (&finding->message, model->language),
                                                MAX_MESSAGE_CHARS);
      g_ptr_array_add (model->changes, change);
    }
}

static void
mark_new (CsReportModel *model, const GPtrArray *added)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < added->len; i++)
    g_hash_table_add (known, ((const CsRecordFinding *)added->pdata[i])->fingerprint);
  for (guint i = 0; i < model->findings->len; i++)
    {
      CsReportFinding *finding = model->findings->pdata[i];

      finding->is_new = g_hash_table_contains (known, finding->fingerprint);
    }
}

static char *
dup_number (const char *name, gpointer data)
{
  const CsExamDiff *diff = data;

  if (g_str_equal (name, "new"))
    return g_strdup_printf ("%u", diff->added->len);
  if (g_str_equal (name, "gone"))
    return g_strdup_printf ("%u", diff->gone->len);

  return g_strdup_printf ("%u", diff->still->len);
}

void
cs_report_model_take_changes (CsReportModel *model, const CsExamDiff *diff)
{
  if (diff == NULL)
    return;

  model->changes = g_ptr_array_new_with_free_func (change_free);
  model->changes_line = cs_words_fill (cs_report_get_word (model, "n-changes"), dup_number,
                                       (gpointer)diff, NULL);
  add_changes (model, diff->added, "new");
  add_changes (model, diff->gone, "gone");
  add_changes (model, diff->waived, "let-stand");
  mark_new (model, diff->added);
}

/* --- signatures --- */

static void
signature_free (gpointer data)
{
  CsReportSignature *signature = data;

  g_free (signature->role);
  g_free (signature->author);
  g_free (signature->day);
  g_free (signature->validity);
  g_free (signature);
}

static void
add_signature (CsReportModel *model, const CsSignature *from)
{
  CsReportSignature *signature = g_new0 (CsReportSignature, 1);

  signature->kind = from->role;
  signature->role = g_strdup (cs_report_get_word (model, cs_signature_role_get_name (from->role)));
  signature->author = cs_report_dup_harmless (from->author, MAX_AUTHOR_CHARS);
  signature->day = cs_report_dup_day (from->made_us);
  signature->holds = cs_signature_holds (from, model->sha256);
  signature->validity =
      g_strdup (cs_report_get_word (model, signature->holds ? "holds" : "lapsed"));
  g_ptr_array_add (model->signatures, signature);
}

/* "草稿，3项待处理", "自检 代理师甲 2026-11-23 · 复核 ……" */
static char *
dup_standing (const CsReportModel *model)
{
  guint n_open = model->n_unanswered;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    n_open += i == CS_SEVERITY_ADVICE ? 0 : model->n_open[i];
  for (guint i = 0; i < model->signatures->len; i++)
    {
      const CsReportSignature *signature = model->signatures->pdata[i];

      if (signature->holds)
        g_string_append_printf (text, "%s%s %s %s", text->len == 0 ? "" : " · ", signature->role,
                                signature->author, signature->day);
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);

  g_string_free (text, TRUE);

  return n_open == 0 ? g_strdup (cs_report_get_word (model, "unsigned")) :
                       cs_messages_dup_count ("draft-open", n_open, model->language);
}

void
cs_report_model_take_signatures (CsReportModel *model, const CsExamRecord *record)
{
  model->signatures = g_ptr_array_new_with_free_func (signature_free);
  for (guint i = 0; record != NULL && i < record->signatures->len; i++)
    add_signature (model, record->signatures->pdata[i]);
  model->standing = dup_standing (model);
}
