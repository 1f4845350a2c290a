/* The references that the USPTO marked up itself (claim-ref) against those that our scanner reads
 * in the bare text of the same claims, on the real files of $CLAIMSMITH_CORPUS/us-xml. */

#include <stdlib.h>
#include <string.h>

#include "../../src/draft/cs-claim-ref.h"
#include "../../src/draft/cs-claim-set.h"
#include "read-all.h"

typedef struct
{
  guint n_marked;  /* references marked up */
  guint n_missed;  /* of these, not read by us */
  guint n_further; /* read by us only, in a list or range with a marked one */
  guint n_alone;   /* read by us only, with no marked one beside */
} Tally;

/* Reads every number of idref="CLM-00001 CLM-00002" in [at, end) into @marked. */
static void
read_marks (const char *at, const char *end, GHashTable *marked)
{
  static const char tag[] = "<claim-ref idref=\"";

  for (at = g_strstr_len (at, end - at, tag); at != NULL; at = g_strstr_len (at, end - at, tag))
    {
      const char *quote;

      at += strlen (tag);
      quote = strchr (at, '"');
      while (at < quote)
        {
          const char *digits = at + strcspn (at, "0123456789\"");

          if (digits >= quote)
            break;
          g_hash_table_add (marked, GUINT_TO_POINTER (strtoul (digits, (char **)&at, 10)));
        }
    }
}

/* Where we read what the office left unmarked, and are right: "any one of claims 1 and 2 to 3". */
static const char *const exceptions[] = { "US06838526B1 4", NULL };

static gboolean
is_exception (const char *id, const CsClaim *claim)
{
  g_autofree char *name = g_strdup_printf ("%s %u", id, claim->number);

  return g_strv_contains (exceptions, name);
}

static gboolean
group_has_mark (const CsClaimRefs *refs, const CsRefGroup *group, GHashTable *marked)
{
  for (guint i = group->first_ref; i < group->first_ref + group->n_refs; i++)
    {
      const CsClaimRef *ref = &g_array_index (refs->refs, CsClaimRef, i);

      for (guint n = ref->first; n <= ref->last; n++)
        if (g_hash_table_contains (marked, GUINT_TO_POINTER (n)))
          return TRUE;
    }

  return FALSE;
}

static void
compare_claim (const char *id, const CsClaim *claim, GHashTable *marked, Tally *tally)
{
  g_autoptr (GHashTable) ours = g_hash_table_new (NULL, NULL);
  const CsClaimRefs *refs = claim->refs;
  GHashTableIter iter;
  gpointer number;

  for (guint g = 0; g < refs->groups->len; g++)
    {
      const CsRefGroup *group = &g_array_index (refs->groups, CsRefGroup, g);
      gboolean beside = group_has_mark (refs, group, marked);

      /* "any of the previous claims" has no number to mark up */
      if (group->preceding || is_exception (id, claim))
        continue;

      for (guint i = group->first_ref; i < group->first_ref + group->n_refs; i++)
        {
          const CsClaimRef *ref = &g_array_index (refs->refs, CsClaimRef, i);

          for (guint n = ref->first; n <= ref->last; n++)
            {
              gboolean both = g_hash_table_contains (marked, GUINT_TO_POINTER (n));

              g_hash_table_add (ours, GUINT_TO_POINTER (n));
              tally->n_further += !both && beside;
              tally->n_alone += !both && !beside;
              if (!both && !beside)
                g_test_message ("%s claim %u: only we read claim %u: %.*s", id, claim->number, n,
                                (int)MIN (claim->n_bytes, 120), claim->text);
            }
        }
    }

  g_hash_table_iter_init (&iter, marked);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    {
      tally->n_marked++;
      if (g_hash_table_contains (ours, number))
        continue;
      tally->n_missed++;
      g_test_message ("%s claim %u: missed claim %u: %.*s", id, claim->number,
                      GPOINTER_TO_UINT (number), (int)MIN (claim->n_bytes, 120), claim->text);
    }
}

/* Compares one document: @xml is its source. */
static void
compare_document (CsDraft *draft, const char *xml, const char *end, Tally *tally)
{
  g_autoptr (CsClaimSet) claims = cs_claim_set_new (draft);
  const char *at = xml;

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      g_autoptr (GHashTable) marked = g_hash_table_new (NULL, NULL);
      const char *next;

      at = g_strstr_len (at, end - at, "<claim id=");
      g_assert_nonnull (at);
      next = g_strstr_len (at + 1, end - at - 1, "<claim id=");
      read_marks (at, next == NULL ? end : next, marked);
      compare_claim (draft->id, cs_claim_set_get (claims, i), marked, tally);
      at++;
    }
}

static void
compare_file (const char *path, Tally *tally)
{
  g_autoptr (GPtrArray) all = read_all (path);
  g_autofree char *xml = NULL;
  const char *at;
  guint n_drafts = 0;

  g_assert_true (g_file_get_contents (path, &xml, NULL, NULL));
  for (at = strstr (xml, "<?xml"); at != NULL;)
    {
      const char *next = strstr (at + 1, "<?xml");
      const char *end = next == NULL ? at + strlen (at) : next;

      /* other documents are mixed in (sequence-cwu), and give no draft */
      if (g_strstr_len (at, end - at, "<us-patent-") != NULL)
        compare_document ((CsDraft *)draft_at (all, n_drafts++), at, end, tally);
      at = next;
    }
}

static void
test_marked_references (void)
{
  static const char *const names[] = { "ipg050104.small.xml", "ipg080101.small.xml",
                                       "ipg110104.small.xml",
                                       "ipg130416.small.xml", "ipg07997973.xml", "ipg08672134.xml",
                                       "ipa20110039701.xml", "ipa20180000016.xml" };
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  Tally tally = { 0 };

  if (corpus == NULL)
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (corpus, "us-xml", names[i], NULL);

      compare_file (path, &tally);
    }

  g_test_message ("%u marked, %u missed, %u further in a list or range, %u alone", tally.n_marked,
                  tally.n_missed, tally.n_further, tally.n_alone);
  g_assert_cmpuint (tally.n_marked, >, 1000);
  g_assert_cmpuint (tally.n_missed, ==, 0);
  g_assert_cmpuint (tally.n_alone, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/claim-ref-oracle/marked-references", test_marked_references);

  return g_test_run ();
}
