#pragma once

#include "cs-grams.h"
#include "cs-support-index.h"
#include "cs-support.h"

G_BEGIN_DECLS

/* The parts of the comparison of claims and description, for nobody else.
 *
 * support    the features of the claims, each against all paragraphs
 * texts      any piece of text; what is described and not claimed
 * words      which words of a text stand nowhere
 * index      which paragraphs hold a gram
 */

struct _CsSupport
{
  CsClaimSet *claims;
  CsFeatures *features;
  CsSupportIndex *index;
  CsGramKind kind; /* of claims */
  GArray *all;     /* CsFeatureSupport */
};

/* How much a gram counts that stands in so many paragraphs: the rarer, the heavier. */
guint cs_support_weigh (const CsSupport *support,
                        guint n_paragraphs);

/* How much of @grams stands in @places, wherever, in per cent. */
guint cs_support_known_in (const CsSupport *support,
                           const GArray *grams,
                           guint places);

G_END_DECLS
