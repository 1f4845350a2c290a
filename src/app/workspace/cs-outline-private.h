#pragma once

#include "cs-outline-model.h"

/* Inside the outline, for nobody else. */

G_BEGIN_DECLS

/*
 * @key: what makes it the same row in the next view
 * @text: own words of a figure or a sign, for which the draft has no unit
 * @children: kept even when empty, so that the list of a claim stays the same object
 * @wanted: while updating: the children it is to have
 * @had_children: whether lists were told that there are rows below it
 * @stamp: the update in which it was last wanted
 * @placed: the update in which it was last put in its place
 */
struct _CsOutlineRow
{
  GObject parent_instance;

  CsOutlineKind kind;
  char *key;
  CsSpan where;
  char *text;
  CsOutlineRow *parent;
  GListStore *children;
  GPtrArray *wanted;
  guint place;
  gboolean had_children;
  guint stamp;
  guint placed;
};

struct _CsOutlineModel
{
  CsFindingView *view;
  CsOutlineRow *root;
  GHashTable *rows;
  GPtrArray *claims;
  guint stamp;
};

G_END_DECLS
