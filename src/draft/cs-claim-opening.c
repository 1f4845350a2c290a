#include <string.h>

#include "cs-claim-opening.h"
#include "cs-ref-edit.h"
#include "cs-subject.h"

#define MAX_OPENING_BYTES 300 /* longer than this it says more than what it depends on */

/* A claim with one reference, to one claim, at its head, and a transition behind it. */
static gboolean
is_model (const CsClaim *claim)
{
  const CsClaimRef *ref;

  if (!claim->dependent || claim->depends->len != 1 || claim->refs->groups->len != 1 ||
      claim->refs->refs->len != 1)
    return FALSE;

  ref = &g_array_index (claim->refs->refs, CsClaimRef, 0);
  return ref->first == ref->last && !cs_range_is_empty (claim->transition) &&
         ref->end <= claim->transition.start && claim->transition.end <= MAX_OPENING_BYTES &&
         !g_array_index (claim->refs->groups, CsRefGroup, 0).preceding;
}

/* The claim to take the opening from: one that depends on @parent, else one of the same tree. */
static const CsClaim *
find_model (const CsClaimSet *claims, guint parent)
{
  guint root = cs_claim_set_get (claims, parent)->root;
  const CsClaim *model = NULL;

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      if (!is_model (claim))
        continue;
      if (g_array_index (claim->depends, guint, 0) == parent)
        return claim;
      if (model == NULL && claim->root == root)
        model = claim;
    }

  return model;
}

/* "The pump of claim 1, further" goes on otherwise. */
static void
trim_tail (GString *opening)
{
  while (opening->len > 0 && opening->str[opening->len - 1] == ' ')
    g_string_truncate (opening, opening->len - 1);
  if (g_str_has_suffix (opening->str, " further"))
    g_string_truncate (opening, opening->len - strlen (" further"));
  while (opening->len > 0 && strchr (" ,\n", opening->str[opening->len - 1]) != NULL)
    g_string_truncate (opening, opening->len - 1);
  if (g_str_has_suffix (opening->str, "，"))
    g_string_truncate (opening, opening->len - strlen ("，"));
}

/* The model's words with another number, up to its transition. */
static GString *
begin_like (const CsClaim *model, guint number)
{
  const CsClaimRef *ref = &g_array_index (model->refs->refs, CsClaimRef, 0);
  g_autoptr (GArray) tokens = cs_number_tokens_scan (model->text, ref->start, ref->end);
  CsNumberToken token = { { ref->start, ref->end }, CS_DIGITS_ASCII };
  g_autofree char *printed = NULL;
  GString *opening = g_string_new (NULL);

  if (tokens->len == 1)
    token = g_array_index (tokens, CsNumberToken, 0);
  printed = cs_number_dup (number, token.digits);
  g_string_append_len (opening, model->text, token.range.start);
  g_string_append (opening, printed);
  g_string_append_len (opening, model->text + token.range.end,
                       model->transition.start - token.range.end);
  trim_tail (opening);

  return opening;
}

static GString *
begin_usually (const CsClaim *parent, guint number, gboolean chinese)
{
  g_autofree char *subject = cs_claim_dup_range (parent, parent->subject);
  g_autofree char *head = NULL;
  GString *opening = g_string_new (NULL);

  if (chinese)
    {
      g_string_append_printf (opening, "根据权利要求%u", number);
      if (*subject != '\0')
        g_string_append_printf (opening, "所述的%s", subject);
      return opening;
    }

  head = cs_subject_dup_head (subject);
  g_string_append_printf (opening, "The %s of claim %u", *head == '\0' ? "subject matter" : head,
                          number);

  return opening;
}

char *
cs_claim_dup_opening (const CsClaimSet *claims,
                      const char *language,
                      guint parent,
                      guint number)
{
  const CsClaim *claim = cs_claim_set_get (claims, parent);
  const CsClaim *model = find_model (claims, parent);
  gboolean chinese = g_str_equal (language, "zh");
  GString *opening =
      model == NULL ? begin_usually (claim, number, chinese) : begin_like (model, number);

  if (!chinese)
    g_string_append (opening, ", wherein ");
  else
    {
      g_autofree char *transition = model ? cs_claim_dup_range (model, model->transition) : NULL;
      gboolean usual = transition != NULL && strstr (transition, "特征") != NULL;

      g_string_append_printf (opening, "，%s，", usual ? transition : "其特征在于");
    }

  return g_string_free (opening, FALSE);
}
