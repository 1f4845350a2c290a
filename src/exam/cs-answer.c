#include "cs-answer.h"

G_DEFINE_BOXED_TYPE (CsAnswer, cs_answer, cs_answer_ref, cs_answer_unref)

CsAnswer *
cs_answer_new (void)
{
  return g_atomic_rc_box_new0 (CsAnswer);
}

CsAnswer *
cs_answer_ref (CsAnswer *answer)
{
  return g_atomic_rc_box_acquire (answer);
}

static void
answer_clear (gpointer data)
{
  CsAnswer *answer = data;

  g_free (answer->item);
  g_free (answer->checklist);
  g_free (answer->text);
  g_free (answer->author);
  g_free (answer->text_sha256);
  g_free (answer->evidence_sum);
}

void
cs_answer_unref (CsAnswer *answer)
{
  g_atomic_rc_box_release_full (answer, answer_clear);
}

static const char *const verdict_names[CS_N_VERDICTS] = { "yes", "no", "unsure" };

const char *
cs_verdict_get_name (CsVerdict verdict)
{
  g_return_val_if_fail (verdict < CS_N_VERDICTS, "");

  return verdict_names[verdict];
}

gboolean
cs_verdict_from_name (const char *name, CsVerdict *verdict)
{
  for (guint i = 0; i < CS_N_VERDICTS; i++)
    if (g_strcmp0 (name, verdict_names[i]) == 0)
      {
        *verdict = i;
        return TRUE;
      }

  return FALSE;
}
