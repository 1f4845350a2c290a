#pragma once

#include "../../service/library/cs-near.h"

G_BEGIN_DECLS

/**
 * CsNearRowKind:
 * @CS_NEAR_ROW_HEADING: what the rows below it are
 * @CS_NEAR_ROW_NOTE: a sentence about what there is not
 * @CS_NEAR_ROW_FEATURE: a feature of the claim, and the passage that has most of it
 * @CS_NEAR_ROW_FAMILY: a family
 * @CS_NEAR_ROW_CLAIM: a claim of a family
 */
typedef enum
{
  CS_NEAR_ROW_HEADING,
  CS_NEAR_ROW_NOTE,
  CS_NEAR_ROW_FEATURE,
  CS_NEAR_ROW_FAMILY,
  CS_NEAR_ROW_CLAIM
} CsNearRowKind;

/**
 * CsNearRow:
 * @kind: what it is
 * @title: of a heading, family, or the words of a feature; %NULL when there is none
 * @side: a number at the end of the title, %NULL when there is none
 * @text: the passage, claim or note, %NULL when there is none
 * @spans: (element-type CsHitSpan) (nullable): words to mark in @text
 * @note: small words below, %NULL when there are none
 * @states: (element-type CsNearState) (nullable): of features, for a #CsNearStrip
 * @item: (nullable): the family that it speaks of
 * @feature: (nullable): of the answer of the pane
 *
 * A row of the pane of prior art. Its fields are for reading.
 */
struct _CsNearRow
{
  GObject parent_instance;

  CsNearRowKind kind;
  char *title;
  char *side;
  char *text;
  GArray *spans;
  char *note;
  GArray *states;
  CsNearItem *item;
  const CsNearFeature *feature;
};

#define CS_TYPE_NEAR_ROW (cs_near_row_get_type ())

G_DECLARE_FINAL_TYPE (CsNearRow, cs_near_row, CS, NEAR_ROW, GObject)

/** cs_near_rows_list_answer: @list: with an answer. Returns: (transfer full) (element-type
 * CsNearRow): what is told of it: what nothing has, the families, and of each feature the best
 * passage */
GPtrArray *cs_near_rows_list_answer (CsNearList *list);

/** cs_near_rows_list_family: @claims: (nullable): of the family, %NULL as long as they are not
 * loaded. Returns: (transfer full) (element-type CsNearRow): its passages, a feature each, and its
 * claims */
GPtrArray *cs_near_rows_list_family (CsNearItem *item,
                                     const CsNearClaims *claims);

G_END_DECLS
