#pragma once

#include "../../src/app/cs-window.h"

/* Tests of the window: a program with a store of its own, driven from within. Nothing waits for
 * time to pass: what is to come is waited for, with a deadline far beyond what it takes. */

/**
 * Ui:
 * @application: the program under test
 * @window: its first window, on the screen
 * @folder: its store, deleted in the end
 */
typedef struct
{
  CsProgram *application;
  CsWindow *window;
  char *folder;
} Ui;

typedef void (*UiFunc) (Ui *ui);

/** ui_init: as gtk_test_init(), with translations of the build and with our own types */
void ui_init (int *argc,
              char ***argv);

/** ui_add: @prepare: (nullable): runs before the program, to fill the folder of the store; @test:
 * runs when the first window is on the screen */
void ui_add (const char *path,
             UiFunc prepare,
             UiFunc test);

/** ui_turn: runs what is to be run; fails the test when @deadline_us has passed */
void ui_turn (gint64 deadline_us,
              const char *file,
              int line,
              const char *expression);

#define UI_DEADLINE_US (20 * G_USEC_PER_SEC)

/** ui_wait: runs the program until @expression is true */
#define ui_wait(expression)                                        \
  G_STMT_START                                                     \
  {                                                                \
    gint64 ui_deadline = g_get_monotonic_time () + UI_DEADLINE_US; \
    while (!(expression))                                          \
      ui_turn (ui_deadline, __FILE__, __LINE__, #expression);      \
  }                                                                \
  G_STMT_END

/** ui_settle: runs the program until it has nothing to do and the window is drawn */
void ui_settle (GtkWidget *widget);

/** ui_find: Returns: (nullable): the first visible widget below @root, in the order of the tree, of
 * @type and with the text @text (nullable) as its label, title or content */
GtkWidget *ui_find (GtkWidget *root,
                    GType type,
                    const char *text);

/** ui_get: as ui_find(), which must find something */
GtkWidget *ui_get (GtkWidget *root,
                   GType type,
                   const char *text);

/** ui_find_window: Returns: (nullable): the first window of @type that is on the screen */
GtkWidget *ui_find_window (GType type);

/** ui_click: as a pointer would */
void ui_click (GtkWidget *button);

/** ui_act: activates an action, which must be there and enabled */
#define ui_act(widget, ...) \
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (widget), __VA_ARGS__))

/** ui_run: runs @func in the store and waits for it; an error fails the test. Returns: (transfer
 * full) */
gpointer ui_run (Ui *ui,
                 CsStoreFunc func,
                 gpointer data);

/** ui_set_dark: as a desktop in the dark */
void ui_set_dark (gboolean dark);

/** ui_resize: gives @window that size, with the buttons of a phone when it is that narrow */
void ui_resize (GtkWindow *window,
                int width,
                int height);

/** ui_shoot: writes what @window shows at that size (0: as it is) to
 * `shots/NAME-LANGUAGE-SCHEME-WxH.png` in the build folder */
void ui_shoot (GtkWindow *window,
               const char *name,
               int width,
               int height);

/** ui_shoot_widget: the same for a popover or another part of a window, as it is */
void ui_shoot_widget (GtkWidget *widget,
                      const char *name);
