#pragma once

#include "cs-sidebar.h"
#include "cs-window.h"
#include "drafts/cs-drafts-page.h"
#include "drafts/cs-importer.h"
#include "drafts/cs-store-trouble.h"
#include "families/cs-families-page.h"
#include "families/cs-family-importer.h"
#include "preexam/cs-preexam-page.h"
#include "workspace/cs-workspace.h"

G_BEGIN_DECLS

/* A window of the program, for its own files; for nobody else. */

struct _CsWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwLeaflet *levels;
  AdwFlap *flap;
  CsSidebar *sidebar;
  GtkStack *room;
  CsDraftsPage *drafts;
  CsFamiliesPage *families;
  CsStoreTrouble *trouble;

  CsStoreService *service;
  CsImporter *importer;
  CsFamilyImporter *family_importer;
  char **samples;         /* being imported, NULL when none are */
  gint64 matter;          /* open or being opened, 0 for none */
  CsWorkspace *page;      /* shows @matter, NULL while it is being opened */
  CsPreexamPage *preexam; /* over @page, NULL when nobody looks at one */
  GtkWidget *over;        /* over the rooms and no matter, NULL for none */
  gboolean is_in_trouble; /* drafts cannot be read */
  gboolean cut_import;    /* closing does not ask about the import that is under way */
  gboolean may_close;     /* nothing is left to save or to ask */
  gboolean is_closing;    /* the window goes when its matter is closed */
};

/* --- cs-window.c --- */

/* Returns: which room is shown, maybe under something else. */
CsRoom cs_window_get_room (CsWindow *window);

/* --- cs-window-families.c --- */

/* Shows the families of @library, and imports into it. */
void cs_window_set_library (CsWindow *window, CsLibraryService *library);

/* Takes @paths (array zero-terminated=1), files or folders with records, into the library. */
void cs_window_import_records (CsWindow *window, const char *const *paths);

/* Asks which records to import: files, or a folder. */
void cs_window_choose_records (CsWindow *window, GtkFileChooserAction action);

/* Shows @page, one of a family, over the rooms until its signal `leave`; no matter may be open. */
void cs_window_show_over (CsWindow *window, GtkWidget *page);

/* Takes that page away, if there is one. */
void cs_window_leave_over (CsWindow *window);

/* Adds the actions of families. */
void cs_window_add_family_actions (GtkWidgetClass *klass);

/* --- cs-window-family.c --- */

/* Adds the actions that open a family. */
void cs_window_add_open_family_actions (GtkWidgetClass *klass);

/* --- cs-window-found.c --- */

/* Adds the actions for all families that were found. */
void cs_window_add_found_actions (GtkWidgetClass *klass);

/* --- cs-window-intake.c --- */

/* As cs_window_import_records(), and asks about the columns of a table that are not clear. */
void cs_window_take_records (CsWindow *window, const char *const *paths);

/* Adds the actions of the sample library and of OPS. */
void cs_window_add_intake_actions (GtkWidgetClass *klass);

/* --- cs-window-matter.c --- */

/* Makes available what can be done on the level that is shown. */
void cs_window_update_level (CsWindow *window);

/* Saves and closes the open matter, if there is one; asks when it cannot be saved. */
void cs_window_leave (CsWindow *window);

/* --- cs-window-preexam.c --- */

/* Shows the pre-examination of the open matter, whose text is saved first. */
void cs_window_pre_examine (CsWindow *window);

/* Takes the pre-examination away, if there is one; the draft is shown again. */
void cs_window_leave_preexam (CsWindow *window);

/* Asks which reference signs the figures of the open matter show; as an action. */
void cs_window_tick_signs (GtkWidget *widget, const char *name, GVariant *parameter);

/* --- cs-window-merge.c --- */

/* Asks what is taken of matter files whose matter is here already. */
void cs_window_ask_about_merges (CsWindow *window, CsImport *import);

/* --- cs-window-import.c --- */

/* Listens to the importer of @window. */
void cs_window_watch_importer (CsWindow *window);

/* Adds the actions that import and their keys. */
void cs_window_add_import_actions (GtkWidgetClass *klass);

G_END_DECLS
