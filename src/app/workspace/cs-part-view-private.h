#pragma once

#include "cs-part-gutter.h"
#include "cs-part-hover.h"
#include "cs-part-view.h"

G_BEGIN_DECLS

/* The insides of an editor, shared by the files that make it; for nobody else. */

struct _CsPartView
{
  GtkSourceView parent_instance;

  CsDocument *document;
  CsPart part;
  CsPartMarks *marks;
  CsPartColors colors;
  CsPartGutter *gutter;
  CsPartHover *hover;
  GtkCssProvider *font_style;
  GSignalGroup *scrolling;
  GtkWidget *card;  /* nullable: the popover of cs_part_view_show_card() */
  char *font;       /* nullable */
  guint n_settling; /* how often yet */
  guint settle_id;  /* of the idle that looks again where a shown place has come to stand */
  guint update_id;  /* of the idle that does what is due: */
  gboolean cursor_moved;
  gboolean typed;       /* terms are offered if what was typed asks for one */
  gboolean completing;  /* they are */
  gboolean wants_terms; /* terms are offered in any case */
  gboolean showing;     /* the program moves the cursor */
  gboolean composing;
};

/* Where the cursor is. */
guint cs_part_view_get_cursor_char (CsPartView *self);

/* Marks, cursor and the like are brought up to date in a moment. */
void cs_part_view_refresh (CsPartView *self);

/* --- cs-part-view-input.c --- */

/* Actions `part.` of the class. */
void cs_part_view_install_actions (GtkWidgetClass *widget_class);

/* What listens to keys, clicks and drops. */
void cs_part_view_add_controllers (CsPartView *self);

/* The context menu. */
void cs_part_view_set_menu (CsPartView *self);

/* Offers terms while one writes. */
void cs_part_view_add_completion (CsPartView *self);

/* Does so now, if what was typed asks for it, and was examined. */
void cs_part_view_offer_terms (CsPartView *self);

/* Ctrl+Space. */
void cs_part_view_show_completion (GtkSourceView *view);

/* Takes the card of cs_part_view_show_card() away. */
void cs_part_view_close_card (CsPartView *self);

G_END_DECLS
