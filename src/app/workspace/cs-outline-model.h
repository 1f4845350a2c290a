#pragma once

#include <gio/gio.h>

#include "../../exam/cs-finding-view.h"

G_BEGIN_DECLS

/** CsOutlineKind: what a row of the outline is */
typedef enum
{
  CS_OUTLINE_CLAIMS,
  CS_OUTLINE_CLAIM,
  CS_OUTLINE_DESCRIPTION,
  CS_OUTLINE_SECTION,
  CS_OUTLINE_FIGURES,
  CS_OUTLINE_FIGURE,
  CS_OUTLINE_SIGNS,
  CS_OUTLINE_SIGN,
  CS_OUTLINE_ABSTRACT,
  CS_OUTLINE_TITLE
} CsOutlineKind;

/**
 * CsOutlineRow:
 *
 * One row of the outline. It stays the same object while the claim, section, figure or sign it
 * stands for does, so that what a list knows of it (chosen, opened) stays too.
 */
#define CS_TYPE_OUTLINE_ROW (cs_outline_row_get_type ())

G_DECLARE_FINAL_TYPE (CsOutlineRow, cs_outline_row, CS, OUTLINE_ROW, GObject)

/** cs_outline_row_get_kind: Returns: what it is */
CsOutlineKind cs_outline_row_get_kind (CsOutlineRow *row);

/** cs_outline_row_get_where: Returns: (transfer none): its place in the draft of the view; the
 * index is that of the claim, the heading or the paragraph, or %CS_NO_INDEX */
const CsSpan *cs_outline_row_get_where (CsOutlineRow *row);

/** cs_outline_row_get_children: Returns: (transfer none) (nullable) (element-type CsOutlineRow):
 * the rows below it, %NULL for none */
GListModel *cs_outline_row_get_children (CsOutlineRow *row);

/** cs_outline_row_get_parent: Returns: (transfer none) (nullable): the row above it */
CsOutlineRow *cs_outline_row_get_parent (CsOutlineRow *row);

/** cs_outline_row_get_place: Returns: its place among the rows of its parent */
guint cs_outline_row_get_place (CsOutlineRow *row);

/**
 * CsOutlineText:
 * @number: the printed number of a claim, "" for other rows
 * @name: gist of a claim, name of a section, ...
 * @detail: further parents, counts; maybe empty
 * @severity: the worst that counts, %CS_NO_SEVERITY for none
 * @certain: it is not merely possible
 * @strong: an independent claim
 *
 * What a row says.
 */
typedef struct
{
  char *number;
  char *name;
  char *detail;
  guint severity;
  gboolean certain;
  gboolean strong;
} CsOutlineText;

/** cs_outline_text_clear: frees what @text holds */
void cs_outline_text_clear (CsOutlineText *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsOutlineText, cs_outline_text_clear)

/**
 * CsOutlineModel:
 *
 * The claims as a tree of (first) dependencies, sections, figures, signs, abstract and title of a
 * draft, kept up to date by difference. No GTK in it. What rows say is made when it is asked for.
 */
typedef struct _CsOutlineModel CsOutlineModel;

/** cs_outline_model_new: Returns: (transfer full): an outline without rows */
CsOutlineModel *cs_outline_model_new (void);

/** cs_outline_model_free: frees @model; rows that others hold stay, and say nothing any more */
void cs_outline_model_free (CsOutlineModel *model);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOutlineModel, cs_outline_model_free)

/** cs_outline_model_get_roots: Returns: (transfer none) (element-type CsOutlineRow): top rows */
GListModel *cs_outline_model_get_roots (CsOutlineModel *model);

/**
 * cs_outline_model_update:
 * @model: an outline
 * @view: the draft as it is now, examined; a reference is kept
 *
 * Brings the rows up to date; those that stay are not touched. Linear in claims, headings, figures
 * and signs.
 */
void cs_outline_model_update (CsOutlineModel *model,
                              CsFindingView *view);

/** cs_outline_model_get_view: Returns: (transfer none) (nullable): what it shows */
CsFindingView *cs_outline_model_get_view (CsOutlineModel *model);

/** cs_outline_model_describe: @text: (out): what @row says */
void cs_outline_model_describe (CsOutlineModel *model,
                                CsOutlineRow *row,
                                CsOutlineText *text);

/** cs_outline_model_find: Returns: (transfer none) (nullable): the row for unit @index
 * (%CS_NO_INDEX for none) of @part of the draft of the view: the claim, the section, the part
 * itself */
CsOutlineRow *cs_outline_model_find (CsOutlineModel *model,
                                     CsPart part,
                                     guint index);

G_END_DECLS
