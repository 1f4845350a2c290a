#include "cs-feature-abreast.h"

#include <math.h>
#include <string.h>

#include "cs-anchor-difference.h"

#define MAX_PIECES 200 /* of both sides */

/* Costs: negative natural logarithms of odds. */
#define COMMON_MARK 1.5 /* less for each number, sign or symbol that is in both */
#define COMMON_WORD 0.7
#define MOST_COMMON 5.0
#define LONE_MARK 1.2
#define MOST_LONE 3.0
#define MOST_LENGTH 8.0

#define LEAST_LETTERS 8 /* of a piece */
#define MAX_BRACKET_BYTES 40

enum
{
  LEFT,
  RIGHT,
  N_SIDES
};

/* A feature, and what is cut out of the claim for it. */
typedef struct
{
  gsize start;
  gsize end;
  double n_letters;
  guint first_anchor;
  guint n_anchors;
} Piece;

/* How many pieces stand beside how many, and what that costs; Gale and Church have 0.01, 0.09 and
 * 0.89 for sentences, but translations part claims where the language has it. */
static const struct
{
  guint n[N_SIDES];
  double cost;
} shapes[] = {
  { { 1, 1 }, 0.2 },
  { { 1, 0 }, 3.3 },
  { { 0, 1 }, 3.3 },
  { { 1, 2 }, 2.0 },
  { { 2, 1 }, 2.0 },
  { { 1, 3 }, 3.5 },
  { { 3, 1 }, 3.5 },
  { { 2, 2 }, 3.0 },
};

typedef struct
{
  const CsClaimAbreast *abreast;
  const CsClaim *claims[N_SIDES];
  const CsClaimAnchors *anchors[N_SIDES];
  GArray *pieces[N_SIDES];
  double ratio;
} Aligner;

/* --- pieces --- */

/* Where the marks and blanks behind @at end: what follows begins the next piece. */
static gsize
skip_marks (const CsClaim *claim, gsize at)
{
  static const char *const marks = ",;:.，；：。、";

  while (at < claim->n_bytes)
    {
      gunichar c = g_utf8_get_char (claim->text + at);

      if (!g_unichar_isspace (c) && g_utf8_strchr (marks, -1, c) == NULL)
        break;
      at += g_utf8_skip[(guchar)claim->text[at]];
    }

  return at;
}

static void
count_anchors (const CsClaimAnchors *anchors, Piece *piece, guint *at)
{
  piece->first_anchor = *at;
  while (*at < anchors->all->len &&
         g_array_index (anchors->all, CsAnchor, *at).range.start < piece->end)
    (*at)++;
  piece->n_anchors = *at - piece->first_anchor;
}

/* Whether @end lies in a bracket, which a semicolon of its own parts: (130, 131; 426). */
static gboolean
ends_in_bracket (const CsClaim *claim, gsize start, gsize end)
{
  gsize far = MIN (end + MAX_BRACKET_BYTES, claim->n_bytes);

  while (end > start && strchr ("()", claim->text[end - 1]) == NULL)
    end--;

  return end > start && claim->text[end - 1] == '(' &&
         memchr (claim->text + end, ')', far - end) != NULL;
}

/* Whether [@start, @end) is no feature of its own: "and", or the words up to the colon of a claim
 * that refers to another one, which the claims of some languages part from what they add. */
static gboolean
belongs_to_next (const Aligner *aligner, guint side, gsize start, gsize end)
{
  const CsClaim *claim = aligner->claims[side];
  double n_letters = cs_text_count_letters (claim->text + start, end - start);

  if (ends_in_bracket (claim, start, end))
    return TRUE;
  while (end > start && strchr (" \n:", claim->text[end - 1]) != NULL)
    if (claim->text[--end] == ':')
      return start == 0 && aligner->anchors[side]->parents->len > 0;

  return n_letters < LEAST_LETTERS;
}

/* The claim as pieces, a feature in each; as one when it has none. */
static void
cut (Aligner *aligner, guint side, const CsFeatures *features)
{
  const CsClaim *claim = aligner->claims[side];
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint n_features;
  guint anchor = 0;
  gsize start = 0;
  const CsFeature *all = cs_features_get_of_claim (features, claim->index, &n_features);

  for (guint i = 0; i < MAX (n_features, 1); i++)
    {
      gboolean is_last = i + 1 >= n_features;
      gsize end = is_last ? claim->n_bytes : skip_marks (claim, all[i].range.end);
      Piece piece = { .start = start, .end = end };

      if (!is_last && belongs_to_next (aligner, side, start, end))
        continue;
      piece.n_letters = cs_text_count_letters (claim->text + start, end - start);
      count_anchors (aligner->anchors[side], &piece, &anchor);
      g_array_append_val (pieces, piece);
      start = end;
    }
  aligner->pieces[side] = pieces;
}

/* --- what a shape costs at a place --- */

/* Whether pieces [@from, @from + @n) of a side have what @anchor says. */
static gboolean
has_anchor (const Aligner *aligner, guint side, guint from, guint n, const CsAnchor *anchor)
{
  for (guint p = from; p < from + n; p++)
    {
      const Piece *piece = &g_array_index (aligner->pieces[side], Piece, p);
      const GArray *all = aligner->anchors[side]->all;

      for (guint i = 0; i < piece->n_anchors; i++)
        if (cs_anchor_equal (&g_array_index (all, CsAnchor, piece->first_anchor + i), anchor))
          return TRUE;
    }

  return FALSE;
}

/* Weighs the anchors of pieces [@from, @from + @n) of a side against those opposite. */
static void
weigh_side (const Aligner *aligner,
            guint side,
            const guint at[N_SIDES],
            const guint n[N_SIDES],
            double weights[2])
{
  guint other = 1 - side;

  for (guint p = at[side]; p < at[side] + n[side]; p++)
    {
      const Piece *piece = &g_array_index (aligner->pieces[side], Piece, p);

      for (guint i = 0; i < piece->n_anchors; i++)
        {
          const CsAnchor *anchor =
              &g_array_index (aligner->anchors[side]->all, CsAnchor, piece->first_anchor + i);
          gboolean is_mark = cs_anchor_is_mark (aligner->abreast, anchor);

          if (has_anchor (aligner, other, at[other], n[other], anchor))
            weights[0] += anchor->kind == CS_ANCHOR_WORD ? COMMON_WORD : COMMON_MARK;
          else if (is_mark)
            weights[1] += LONE_MARK;
        }
    }
}

static double
sum_letters (const Aligner *aligner, guint side, guint from, guint n)
{
  double sum = 0;

  for (guint p = from; p < from + n; p++)
    sum += g_array_index (aligner->pieces[side], Piece, p).n_letters;

  return sum;
}

static double
get_cost (const Aligner *aligner, guint shape, const guint at[N_SIDES])
{
  const guint *n = shapes[shape].n;
  double weights[2] = { 0, 0 }; /* of what both have, of what one has */
  double penalty;

  if (n[LEFT] == 0 || n[RIGHT] == 0)
    return shapes[shape].cost;

  weigh_side (aligner, LEFT, at, n, weights);
  weigh_side (aligner, RIGHT, at, n, weights);
  penalty = cs_length_penalty (sum_letters (aligner, LEFT, at[LEFT], n[LEFT]),
                               sum_letters (aligner, RIGHT, at[RIGHT], n[RIGHT]), aligner->ratio);

  return shapes[shape].cost + MIN (penalty, MOST_LENGTH) + MIN (weights[1], MOST_LONE) -
         MIN (weights[0] / 2, MOST_COMMON);
}

/* --- the cheapest way --- */

/* The shape of the cheapest way from each place to the end: @choice by left and right piece. */
static void
find_way (const Aligner *aligner, guint8 *choice)
{
  guint n_left = aligner->pieces[LEFT]->len;
  guint n_right = aligner->pieces[RIGHT]->len;
  guint width = n_right + 1;
  g_autofree double *costs = g_new (double, (gsize)(n_left + 1) * width);

  for (guint i = n_left + 1; i-- > 0;)
    for (guint j = n_right + 1; j-- > 0;)
      {
        gsize cell = (gsize)i * width + j;

        costs[cell] = i == n_left && j == n_right ? 0 : INFINITY;
        for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
          {
            const guint *n = shapes[s].n;
            double cost;

            if (i + n[LEFT] > n_left || j + n[RIGHT] > n_right)
              continue;
            cost = get_cost (aligner, s, (const guint[]){ i, j }) +
                   costs[cell + (gsize)n[LEFT] * width + n[RIGHT]];
            if (cost >= costs[cell])
              continue;
            costs[cell] = cost;
            choice[cell] = (guint8)s;
          }
      }
}

static CsRange
get_range (const Aligner *aligner, guint side, guint from, guint n)
{
  const GArray *pieces = aligner->pieces[side];
  gsize end = aligner->claims[side]->n_bytes;
  gsize start = from < pieces->len ? g_array_index (pieces, Piece, from).start : end;

  if (n == 0)
    return (CsRange){ start, start };

  return (CsRange){ start, g_array_index (pieces, Piece, from + n - 1).end };
}

static void
add_pair (const Aligner *aligner,
          const guint at[N_SIDES],
          const guint n[N_SIDES],
          CsFeaturesAbreast *result)
{
  CsFeaturePair pair = { get_range (aligner, LEFT, at[LEFT], n[LEFT]),
                         get_range (aligner, RIGHT, at[RIGHT], n[RIGHT]), n[LEFT], n[RIGHT] };

  if (n[LEFT] == 0 || n[RIGHT] == 0)
    result->n_lone++;
  g_array_append_val (result->pairs, pair);
}

static void
align (const Aligner *aligner, CsFeaturesAbreast *result)
{
  guint n_left = aligner->pieces[LEFT]->len;
  guint n_right = aligner->pieces[RIGHT]->len;
  guint at[N_SIDES] = { 0, 0 };
  g_autofree guint8 *choice = NULL;

  if (n_left + n_right > MAX_PIECES)
    {
      add_pair (aligner, at, (const guint[]){ n_left, n_right }, result);
      return;
    }

  choice = g_new0 (guint8, (gsize)(n_left + 1) * (n_right + 1));
  find_way (aligner, choice);
  while (at[LEFT] < n_left || at[RIGHT] < n_right)
    {
      const guint *n = shapes[choice[(gsize)at[LEFT] * (n_right + 1) + at[RIGHT]]].n;

      add_pair (aligner, at, n, result);
      at[LEFT] += n[LEFT];
      at[RIGHT] += n[RIGHT];
    }
}

/* --- the value --- */

CsFeaturesAbreast *
cs_features_abreast_new (const CsClaimAbreast *abreast,
                         const CsFeatures *left,
                         const CsFeatures *right,
                         guint left_claim,
                         guint right_claim)
{
  CsFeaturesAbreast *result = g_new0 (CsFeaturesAbreast, 1);
  Aligner aligner = {
    .abreast = abreast,
    .claims = { cs_claim_set_get (cs_features_get_claims (left), left_claim),
                cs_claim_set_get (cs_features_get_claims (right), right_claim) },
    .anchors = { cs_claim_abreast_get (abreast, TRUE, left_claim),
                 cs_claim_abreast_get (abreast, FALSE, right_claim) },
    .ratio = cs_claim_abreast_get_ratio (abreast),
  };

  result->pairs = g_array_new (FALSE, FALSE, sizeof (CsFeaturePair));
  cut (&aligner, LEFT, left);
  cut (&aligner, RIGHT, right);
  align (&aligner, result);
  result->differences = cs_anchor_differences_new (abreast, aligner.anchors, result->pairs);
  g_array_unref (aligner.pieces[LEFT]);
  g_array_unref (aligner.pieces[RIGHT]);

  return result;
}

void
cs_features_abreast_free (CsFeaturesAbreast *abreast)
{
  g_array_unref (abreast->pairs);
  g_array_unref (abreast->differences);
  g_free (abreast);
}
