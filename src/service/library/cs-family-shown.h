#pragma once

/* What a view of a family loads: for nobody else. */

#include "cs-family-view.h"

G_BEGIN_DECLS

/**
 * CsFamilyShown:
 * @family: the family
 * @simple: id of the simple family, which has the marks
 * @choices: (element-type CsFamilyChoice): the same by every rule
 * @cited: (element-type CsLibraryCitation): what it cites
 * @citing: (element-type CsLibraryCitation): what cites it
 * @history: (element-type CsHistoryEntry): what imports made of it
 * @marks: what the user made of it
 * @labels: (element-type CsLibraryLabel): all there are, by kind
 *
 * All that is shown, as it comes from the thread that reads.
 */
typedef struct
{
  CsFamily *family;
  gint64 simple;
  GPtrArray *choices;
  GPtrArray *cited;
  GPtrArray *citing;
  GPtrArray *history;
  CsFamilyMarks *marks;
  GPtrArray *labels[CS_LABEL_POOL + 1];
} CsFamilyShown;

/** cs_family_shown_free: @shown: (type CsFamilyShown) (transfer full): freed with all it holds */
void cs_family_shown_free (gpointer shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFamilyShown, cs_family_shown_free)

/**
 * CsFamilyQuestion:
 * @family: id of what is wanted
 * @application: of it, when it was loaded before; else 0
 * @rule: of it, then
 * @language: of titles
 *
 * What is asked of that thread.
 */
typedef struct
{
  gint64 family;
  gint64 application;
  CsFamilyRule rule;
  char *language;
} CsFamilyQuestion;

/** cs_family_question_free: @question: (type CsFamilyQuestion) (transfer full): freed with all it
 * holds */
void cs_family_question_free (gpointer question);

/** cs_family_shown_load: @data: (type CsFamilyQuestion): what is wanted; as #CsLibraryFunc.
 * Returns: (transfer full) (type CsFamilyShown): the answer */
gpointer cs_family_shown_load (CsLibrary *library,
                               CsSearcher *searcher,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
