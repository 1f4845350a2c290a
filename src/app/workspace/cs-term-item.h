#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/** CsTermState: what is known of a term, the worst first
 * @CS_TERM_STATE_NO_BASIS: a reference to it rests on nothing
 * @CS_TERM_STATE_GUESSED: the examination takes it for a term; nobody said so
 * @CS_TERM_STATE_CONFIRMED: its author said that it is one
 * @CS_TERM_STATE_SILENT: its author wants no report of it */
typedef enum
{
  CS_TERM_STATE_NO_BASIS,
  CS_TERM_STATE_GUESSED,
  CS_TERM_STATE_CONFIRMED,
  CS_TERM_STATE_SILENT
} CsTermState;

/**
 * CsTermInfo:
 * @name: as first written
 * @key: what makes it one term
 * @sign: its reference sign, maybe empty
 * @introduction: mention with which it is introduced or first named, %CS_NO_INDEX when it is only
 *   referred to
 * @first: its first mention
 * @claim: number of the claim of @introduction, else of @first
 * @n_uses: how many mentions
 * @claims: in which claims: "1–3, 5"
 * @state: what is known of it
 * @said: something was said of it
 * @index: in cs_document_get_terms()
 *
 * A row of the table of terms.
 */
typedef struct
{
  char *name;
  char *key;
  char *sign;
  guint introduction;
  guint first;
  guint claim;
  guint n_uses;
  char *claims;
  CsTermState state;
  gboolean said;
  guint index;
} CsTermInfo;

/** CsTermItem: a #CsTermInfo for lists. Immutable. */
#define CS_TYPE_TERM_ITEM (cs_term_item_get_type ())

G_DECLARE_FINAL_TYPE (CsTermItem, cs_term_item, CS, TERM_ITEM, GObject)

/** cs_term_item_get_info: Returns: (transfer none): what it says */
const CsTermInfo *cs_term_item_get_info (CsTermItem *item);

/** cs_term_item_equal: Returns: whether both rows say the same */
gboolean cs_term_item_equal (CsTermItem *a,
                             CsTermItem *b);

/** cs_term_items_list: Returns: (transfer full) (element-type CsTermItem): the terms of the last
 * examination of @document, in the order first named; empty before it */
GPtrArray *cs_term_items_list (CsDocument *document);

/** cs_term_item_new: Returns: (transfer full): the term @index of cs_document_get_terms() */
CsTermItem *cs_term_item_new (CsDocument *document,
                              guint index);

/** cs_term_state_get_label: Returns: (transfer none): "no basis", "guessed", ... translated */
const char *cs_term_state_get_label (CsTermState state);

/** cs_term_state_show: shows the shape of @state in @image, in its colour */
void cs_term_state_show (GtkImage *image,
                         CsTermState state);

G_END_DECLS
