#pragma once

#include "../cs-check.h"

G_BEGIN_DECLS

/* What kind of word it is that one part of an application has and another has not; for checks that
 * compare parts. */

/**
 * CsWording:
 * @text: (array length=n_bytes): a claim, or an abstract
 * @n_bytes: its length
 * @word: an English word in it, or a run of Chinese characters
 * @chinese: the language
 */
typedef struct
{
  const char *text;
  gsize n_bytes;
  CsRange word;
  gboolean chinese;
} CsWording;

/**
 * cs_wording_is_thing:
 * @wording: a word
 * @named: it is the head of a name that an article introduces, so that it is no verb
 *
 * Returns: whether it names a thing that one expects to find by that name: neither 步骤, "apparatus"
 *   or "length" nor part of a formula
 */
gboolean cs_wording_is_thing (const CsWording *wording,
                              gboolean named);

/** cs_wording_is_telling: Returns: whether it says something of its own at all */
gboolean cs_wording_is_telling (const CsWording *wording);

G_END_DECLS
