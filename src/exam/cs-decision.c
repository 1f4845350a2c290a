#include "cs-decision.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (CsDecision, cs_decision, cs_decision_ref, cs_decision_unref)

CsDecision *
cs_decision_new (void)
{
  return g_atomic_rc_box_new0 (CsDecision);
}

CsDecision *
cs_decision_ref (CsDecision *decision)
{
  return g_atomic_rc_box_acquire (decision);
}

static void
decision_clear (gpointer data)
{
  CsDecision *decision = data;

  g_free (decision->check);
  g_free (decision->rule);
  g_free (decision->fingerprint);
  g_free (decision->text);
  g_free (decision->reason);
  g_free (decision->author);
}

void
cs_decision_unref (CsDecision *decision)
{
  g_atomic_rc_box_release_full (decision, decision_clear);
}

static const char *const kind_names[CS_N_DECISION_KINDS] = { "waived", "accepted", "not-this-word",
                                                             "not-this-rule" };

const char *
cs_decision_kind_get_name (CsDecisionKind kind)
{
  g_return_val_if_fail (kind < CS_N_DECISION_KINDS, "");

  return kind_names[kind];
}

gboolean
cs_decision_kind_from_name (const char *name, CsDecisionKind *kind)
{
  for (guint i = 0; i < CS_N_DECISION_KINDS; i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}
