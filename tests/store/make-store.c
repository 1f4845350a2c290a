/* make-store FOLDER TITLE REFERENCE [WAIVE|=TERM]: puts a draft with a fault into the store of
 * FOLDER, for the tests of the command line. WAIVE: fingerprint of a finding, which is then waived.
 * TERM: confirmed. */

#include "store-fixture.h"

static CsDecision *
make_waiver (const char *fingerprint)
{
  CsDecision *decision = cs_decision_new ();

  decision->kind = CS_DECISION_WAIVED;
  decision->part = CS_PART_CLAIMS;
  decision->check = g_strdup ("");
  decision->rule = g_strdup ("");
  decision->fingerprint = g_strdup (fingerprint);
  decision->text = g_strdup ("");
  decision->reason = g_strdup ("as agreed");
  decision->author = g_strdup ("test");

  return decision;
}

int
main (int argc, char *argv[])
{
  g_autoptr (CsDraftStore) store = NULL;
  gint64 id;

  if (argc < 4)
    return 2;

  store = open_store (argv[1]);
  id = add_matter (store, argv[2], argv[3]);
  if (argc > 4 && argv[4][0] == '=')
    return !cs_draft_store_say_term (store, id, argv[4] + 1, CS_TERM_IS_TERM, NULL);
  if (argc > 4)
    {
      g_autoptr (CsDecision) decision = make_waiver (argv[4]);

      return cs_draft_store_add_decision (store, id, decision, NULL) == 0;
    }

  return 0;
}
