#include <string.h>

#include "cs-claim-paths.h"

/* The dependency paths of claims, walked all at once. */

#define MAX_WALKED 1000 /* claims; no application of any use has so many */

/* Claims @first to @last, in group @group of the references of one claim. */
typedef struct
{
  guint first;
  guint last;
  guint group;
} Span;

struct _CsClaimParents
{
  guint n_claims;
  GArray *spans;   /* Span: of all claims, by claim and group */
  GArray *starts;  /* guint: for each claim its first span; one more for the end */
  GArray *heights; /* guint: how many claims the shortest path above a claim has */
  GArray *sole;    /* guint: the one claim at which all paths end, CS_NO_INDEX when they differ */
  GArray *grades;  /* guint: scratch: a tree of maxima over the claims, see grade_put() */
  GArray *above;   /* guint: scratch: ancestors */
};

static const Span *
get_spans (const CsClaimParents *parents, guint claim, guint *n_spans)
{
  guint start = g_array_index (parents->starts, guint, claim);

  *n_spans = g_array_index (parents->starts, guint, claim + 1) - start;

  return *n_spans == 0 ? NULL : &g_array_index (parents->spans, Span, start);
}

/* --- reading the references --- */

/* The claims that bear the numbers of @ref, as far as they stand before @claim. "Claims 1 and 2" is
 * no choice: whoever writes so rests on both. */
static void
add_ref (CsClaimParents *parents, const CsClaimSet *claims, guint claim, const CsClaimRef *ref)
{
  const GArray *groups = cs_claim_set_get (claims, claim)->refs->groups;
  gboolean both = g_array_index (groups, CsRefGroup, ref->group).list == CS_REF_LIST_CUMULATIVE;

  for (guint number = ref->first; number <= ref->last; number++)
    {
      guint found = cs_claim_set_find (claims, number);
      Span span = { found, found, both ? groups->len + parents->spans->len : ref->group };
      gboolean first = parents->spans->len == g_array_index (parents->starts, guint, claim);
      Span *last = first ? NULL : &g_array_index (parents->spans, Span, parents->spans->len - 1);

      if (found == CS_NO_INDEX || found >= claim || cs_claim_set_get (claims, found)->cancelled)
        continue;
      if (last != NULL && last->group == span.group && last->last + 1 == found)
        last->last = found;
      else
        g_array_append_val (parents->spans, span);
    }
}

static void
measure (CsClaimParents *parents, guint claim)
{
  guint height = G_MAXUINT;
  guint sole = claim;
  guint n_spans;
  const Span *spans = get_spans (parents, claim, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    for (guint parent = spans[i].first; parent <= spans[i].last; parent++)
      {
        guint root = g_array_index (parents->sole, guint, parent);

        height = MIN (height, g_array_index (parents->heights, guint, parent) + 1);
        if (i == 0 && parent == spans[i].first)
          sole = root;
        else if (root != sole)
          sole = CS_NO_INDEX;
      }
  if (n_spans == 0)
    height = 0;

  g_array_append_val (parents->heights, height);
  g_array_append_val (parents->sole, sole);
}

CsClaimParents *
cs_claim_parents_new (const CsClaimSet *claims)
{
  CsClaimParents *parents = g_new0 (CsClaimParents, 1);

  parents->n_claims = cs_claim_set_get_n_claims (claims);
  parents->spans = g_array_sized_new (FALSE, FALSE, sizeof (Span), 1);
  parents->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  parents->heights = g_array_new (FALSE, FALSE, sizeof (guint));
  parents->sole = g_array_new (FALSE, FALSE, sizeof (guint));
  parents->grades = g_array_new (FALSE, TRUE, sizeof (guint));
  parents->above = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_size (parents->grades, 2 * parents->n_claims);

  for (guint i = 0; i < parents->n_claims; i++)
    {
      const GArray *refs = cs_claim_set_get (claims, i)->refs->refs;

      g_array_append_val (parents->starts, parents->spans->len);
      for (guint n = 0; n < refs->len; n++)
        add_ref (parents, claims, i, &g_array_index (refs, CsClaimRef, n));
      g_array_append_val (parents->starts, parents->spans->len);
      measure (parents, i);
      g_array_set_size (parents->starts, i + 1);
    }
  g_array_append_val (parents->starts, parents->spans->len);

  return parents;
}

void
cs_claim_parents_free (CsClaimParents *parents)
{
  g_array_unref (parents->spans);
  g_array_unref (parents->starts);
  g_array_unref (parents->heights);
  g_array_unref (parents->sole);
  g_array_unref (parents->grades);
  g_array_unref (parents->above);
  g_free (parents);
}

/* --- walking --- */

/* Whatever a claim builds upon stands before it, so one way down the list meets them all. A span is
 * entered at its last claim and left before its first, which is all that has to be counted. */
void
cs_claim_parents_get_ancestors (const CsClaimParents *parents, guint claim, GArray *ancestors)
{
  g_autofree int *entered = g_new0 (int, claim + 2);
  g_autofree int *left = g_new0 (int, claim + 2);
  int depth = 1; /* spans that hold the claim; the one asked about is met in any case */
  guint lowest = claim;

  g_array_set_size (ancestors, 0);
  for (guint i = claim + 1; i-- > lowest;)
    {
      guint n_spans;
      const Span *spans = get_spans (parents, i, &n_spans);

      depth += entered[i];
      if (depth > 0 && i < claim)
        g_array_append_val (ancestors, i);
      for (guint n = 0; depth > 0 && n < n_spans; n++)
        {
          entered[spans[n].last]++;
          left[spans[n].first]++;
          lowest = MIN (lowest, spans[n].first);
        }
      depth -= i == claim ? 1 : left[i];
    }
  for (guint low = 0, high = ancestors->len; low + 1 < high; low++, high--)
    {
      guint kept = g_array_index (ancestors, guint, low);

      g_array_index (ancestors, guint, low) = g_array_index (ancestors, guint, high - 1);
      g_array_index (ancestors, guint, high - 1) = kept;
    }
}

/* The tree of maxima: leaf n is claim n, its parent holds the greater of two. */
static void
grade_put (guint *tree, guint n_claims, guint claim, guint grade)
{
  tree[n_claims + claim] = grade;
  for (guint node = (n_claims + claim) / 2; node > 0; node /= 2)
    tree[node] = MAX (tree[2 * node], tree[2 * node + 1]);
}

static guint
grade_worst (const guint *tree, guint n_claims, const Span *span)
{
  guint low = n_claims + span->first;
  guint high = n_claims + span->last + 1;
  guint worst = 0;

  for (; low < high; low = (low + 1) / 2, high /= 2)
    {
      if (low % 2 == 1)
        worst = MAX (worst, tree[low]);
      if (high % 2 == 1)
        worst = MAX (worst, tree[high - 1]);
    }

  return worst;
}

/* What the references of @claim offer: in a group the worst counts, of the groups the best. */
static guint
grade_above (const CsClaimParents *parents, guint claim)
{
  const guint *tree = &g_array_index (parents->grades, guint, 0);
  guint best = G_MAXUINT;
  guint n_spans;
  const Span *spans = get_spans (parents, claim, &n_spans);

  for (guint i = 0; i < n_spans;)
    {
      guint group = spans[i].group;
      guint worst = 0;

      for (; i < n_spans && spans[i].group == group; i++)
        worst = MAX (worst, grade_worst (tree, parents->n_claims, &spans[i]));
      best = MIN (best, worst);
    }

  return best;
}

/* Whether the path through claim @a fails worse than that through @b, or as badly and shorter. */
static gboolean
is_worse (const CsClaimParents *parents, guint a, guint b)
{
  const guint *grades = &g_array_index (parents->grades, guint, parents->n_claims);

  if (grades[a] != grades[b])
    return grades[a] > grades[b];

  return g_array_index (parents->heights, guint, a) < g_array_index (parents->heights, guint, b);
}

/* The next claim of the worst path above @claim, CS_NO_INDEX at its end. */
static guint
find_next (const CsClaimParents *parents, guint claim)
{
  guint next = CS_NO_INDEX;
  guint n_spans;
  const Span *spans = get_spans (parents, claim, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    for (guint parent = spans[i].first; parent <= spans[i].last; parent++)
      if (next == CS_NO_INDEX || is_worse (parents, parent, next))
        next = parent;

  return next;
}

/* The worst grade of what stands above @claim, by all its paths. */
static guint
walk_all (const CsClaimParents *parents, guint claim, CsGradeFunc grade, gpointer data)
{
  guint *tree = &g_array_index (parents->grades, guint, 0);

  cs_claim_parents_get_ancestors (parents, claim, parents->above);
  memset (tree, 0, 2 * parents->n_claims * sizeof (guint));
  for (guint i = 0; i < parents->above->len; i++)
    {
      guint ancestor = g_array_index (parents->above, guint, i);
      guint best = grade_above (parents, ancestor);
      guint alone = best == 0 ? 0 : grade (ancestor, data);

      grade_put (tree, parents->n_claims, ancestor, MIN (best, alone));
    }

  return grade_above (parents, claim);
}

/* The claim of the shortest way up from @claim; CS_NO_INDEX when it refers to none, or when it
 * takes several together. */
static guint
get_shortest_parent (const CsClaimParents *parents, guint claim)
{
  guint shortest = CS_NO_INDEX;
  guint n_spans;
  const Span *spans = get_spans (parents, claim, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      if (spans[i].group != spans[0].group)
        return CS_NO_INDEX;
      for (guint parent = spans[i].first; parent <= spans[i].last; parent++)
        if (shortest == CS_NO_INDEX || g_array_index (parents->heights, guint, parent) <
                                           g_array_index (parents->heights, guint, shortest))
          shortest = parent;
    }

  return shortest;
}

/* The one claim that @claim refers to, CS_NO_INDEX when there is none or a choice. */
static guint
get_only_parent (const CsClaimParents *parents, guint claim)
{
  guint n_spans;
  const Span *spans = get_spans (parents, claim, &n_spans);

  return n_spans == 1 && spans[0].first == spans[0].last ? spans[0].first : CS_NO_INDEX;
}

guint
cs_claim_parents_grade (const CsClaimParents *parents,
                        guint claim,
                        CsGradeFunc grade,
                        gpointer data,
                        GArray *path)
{
  guint best = grade (claim, data);
  guint at = claim;
  guint parent;
  guint n_spans;

  if (path != NULL)
    g_array_set_size (path, 0);

  /* Up to the first choice there is one path; most claims have no other. Far down in a text of
   * thousands of claims the shortest path stands for all: what is lacking there is lacking. */
  while (best > 0)
    {
      guint alone;

      parent = at > MAX_WALKED ? get_shortest_parent (parents, at) : get_only_parent (parents, at);
      if (parent == CS_NO_INDEX)
        break;
      if (path != NULL)
        g_array_append_val (path, at);
      alone = grade (parent, data);
      best = MIN (best, alone);
      at = parent;
    }

  get_spans (parents, at, &n_spans);
  if (best > 0 && n_spans > 0)
    {
      guint sole = g_array_index (parents->sole, guint, at);
      guint above = sole != CS_NO_INDEX && grade (sole, data) == 0 ?
                        0 :
                        walk_all (parents, at, grade, data);

      best = MIN (best, above);
    }
  if (path != NULL && best == 0)
    g_array_set_size (path, 0);
  for (; path != NULL && best > 0 && at != CS_NO_INDEX; at = find_next (parents, at))
    g_array_append_val (path, at);

  return best;
}
