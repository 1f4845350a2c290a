#include "cs-terms-join.h"

#include <string.h>

#define MAX_FAILING 500 /* a text with more has other faults than a wrong number */
#define MAX_CANDIDATES 60

typedef struct
{
  const CsTerms *terms;
  const CsClaimParents *parents;
  const CsClaimSet *claims;
  GArray *mentions;
  guint8 *holds;  /* by claim: the term looked at stands in it */
  guint *primary; /* by claim: the mention that stands for its wrong dependency */
} Join;

static CsMention *
get_mention (Join *join, guint index)
{
  return &g_array_index (join->mentions, CsMention, index);
}

static gboolean
is_failing (const CsMention *mention)
{
  return mention->kind == CS_MENTION_REFERENCE && mention->basis >= CS_BASIS_MODIFIER &&
         mention->path != NULL &&
         (mention->flags & (CS_MENTION_REPEATED | CS_MENTION_SILENT | CS_MENTION_JOINED)) == 0;
}

static guint
grade_holds (guint claim, gpointer data)
{
  const Join *join = data;

  return join->holds[claim] ? 0 : 1;
}

/* Whether a claim upon @target would find the term of @mention on every path. */
static gboolean
would_serve (Join *join, const CsMention *mention, guint target)
{
  g_autoptr (GArray) holders = cs_terms_dup_claims_with (join->terms, mention->term);
  gboolean serves;

  for (guint i = 0; i < holders->len; i++)
    join->holds[g_array_index (holders, guint, i)] = TRUE;
  serves = cs_claim_parents_grade (join->parents, target, grade_holds, join, NULL) == 0;
  for (guint i = 0; i < holders->len; i++)
    join->holds[g_array_index (holders, guint, i)] = FALSE;

  return serves;
}

static void
attach (Join *join, CsMention *mention, guint primary)
{
  mention->flags |= CS_MENTION_JOINED;
  mention->second = primary;
}

/* A claim above that depends on the wrong one, and would bring the term if it did not. */
static gboolean
attach_to_ancestor (Join *join, CsMention *mention)
{
  for (guint i = 1; i < mention->path->len; i++)
    {
      guint primary = join->primary[g_array_index (mention->path, guint, i)];

      if (primary != CS_NO_INDEX && get_mention (join, primary)->target != CS_NO_INDEX &&
          would_serve (join, mention, get_mention (join, primary)->target))
        {
          attach (join, mention, primary);
          return TRUE;
        }
    }

  return FALSE;
}

/* The claim before @claim upon which most of @failing would rest; the first of equals. */
static guint
find_target (Join *join, guint claim, const GArray *failing)
{
  guint root = cs_claim_set_get (join->claims, claim)->root;
  guint best = CS_NO_INDEX;
  guint most = 0;

  for (guint target = claim - MIN (claim, MAX_CANDIDATES); target < claim; target++)
    {
      const CsClaim *candidate = cs_claim_set_get (join->claims, target);
      guint n = 0;

      if (candidate->cancelled || candidate->broken != CS_NO_INDEX || candidate->root != root)
        continue;
      for (guint i = 0; i < failing->len; i++)
        n += would_serve (join, get_mention (join, g_array_index (failing, guint, i)), target);
      if (n > most)
        {
          most = n;
          best = target;
        }
    }

  return best;
}

/* @claim refers to one claim: those of @failing that another would serve are one fault. */
static void
join_by_target (Join *join, guint claim, const GArray *failing)
{
  guint target = find_target (join, claim, failing);

  for (guint i = 0; target != CS_NO_INDEX && i < failing->len; i++)
    {
      guint at = g_array_index (failing, guint, i);
      CsMention *mention = get_mention (join, at);

      if (!would_serve (join, mention, target))
        continue;
      if (join->primary[claim] == CS_NO_INDEX)
        {
          join->primary[claim] = at;
          mention->target = target;
        }
      else
        {
          attach (join, mention, join->primary[claim]);
        }
    }
}

/* Of several claims in the alternative, one lacks what the others have: that one is the fault. */
static void
join_by_path (Join *join, const GArray *failing)
{
  for (guint i = 0; i < failing->len; i++)
    {
      guint at = g_array_index (failing, guint, i);
      const CsMention *first = get_mention (join, at);

      for (guint k = i + 1; first->partial && first->path->len > 1 && k < failing->len; k++)
        {
          CsMention *other = get_mention (join, g_array_index (failing, guint, k));

          if (is_failing (other) && is_failing (first) && other->partial && other->path->len > 1 &&
              g_array_index (first->path, guint, 1) == g_array_index (other->path, guint, 1))
            attach (join, other, at);
        }
    }
}

static void
join_claim (Join *join, guint claim, guint *n_failing)
{
  const CsClaimRefs *refs = cs_claim_set_get (join->claims, claim)->refs;
  g_autoptr (GArray) failing = g_array_new (FALSE, FALSE, sizeof (guint));
  guint end;

  for (guint at = cs_terms_get_claim_mentions (join->terms, claim, &end); at < end; at++)
    if (is_failing (get_mention (join, at)) && (*n_failing)++ < MAX_FAILING &&
        !attach_to_ancestor (join, get_mention (join, at)))
      g_array_append_val (failing, at);
  if (failing->len == 0)
    return;

  if (refs->refs->len == 1 && refs->groups->len == 1 &&
      !g_array_index (refs->groups, CsRefGroup, 0).preceding)
    join_by_target (join, claim, failing);
  else
    join_by_path (join, failing);
}

/* What repeats a reference that is joined to another fault goes with it. */
static void
follow_repeated (Join *join)
{
  for (guint i = 0; i < join->mentions->len; i++)
    {
      CsMention *mention = get_mention (join, i);

      if ((mention->flags & CS_MENTION_REPEATED) != 0 && mention->second != CS_NO_INDEX &&
          (get_mention (join, mention->second)->flags & CS_MENTION_JOINED) != 0)
        attach (join, mention, get_mention (join, mention->second)->second);
    }
}

void
cs_terms_join (const CsTerms *terms, const CsClaimParents *parents, GArray *mentions)
{
  const CsClaimSet *claims = cs_terms_get_claims (terms);
  guint n_claims = cs_claim_set_get_n_claims (claims);
  g_autofree guint8 *holds = g_new0 (guint8, n_claims + 1);
  g_autofree guint *primary = g_new (guint, n_claims + 1);
  Join join = { terms, parents, claims, mentions, holds, primary };
  guint n_failing = 0;

  memset (primary, 0xff, n_claims * sizeof (guint)); /* CS_NO_INDEX */
  for (guint i = 0; i < n_claims; i++)
    join_claim (&join, i, &n_failing);
  follow_repeated (&join);
}
