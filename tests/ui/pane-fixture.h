#pragma once

#include <adwaita.h>

#include "../../src/app/workspace/cs-document.h"

/* A document that is kept nowhere, of the plain text @text, examined. */
CsDocument *pane_fixture_new (const char *text);

/* Waits until the examination of the text as it is now is there. */
void pane_fixture_wait (CsDocument *document);

/* A window of @width x @height with @child in it, drawn. */
GtkWindow *pane_fixture_show (GtkWidget *child,
                              int width,
                              int height);

/* Lets the main loop run until @widget was drawn @n_frames times more. */
void pane_fixture_draw (GtkWidget *widget,
                        guint n_frames);

/* The first widget of @type below @root whose label, tooltip or text is @words; %NULL for any. */
GtkWidget *pane_fixture_find (GtkWidget *root,
                              GType type,
                              const char *words);

/* Writes a picture of @widget into the folder named by CLAIMSMITH_SCREENSHOTS, if it is set. */
void pane_fixture_picture (GtkWidget *widget,
                           const char *name);

/* Styles, icons, translations as in the program. */
void pane_fixture_init (void);
