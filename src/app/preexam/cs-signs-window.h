#pragma once

#include <adwaita.h>

#include "../../exam/cs-exam.h"
#include "../../service/cs-store-service.h"

G_BEGIN_DECLS

/**
 * CsSignsWindow:
 *
 * The reference signs in the figures (附图标记): one figure after the other, with the signs that the
 * text speaks of to be ticked, and room for others. What a person saw is kept with the very
 * picture.
 *
 * Signals: `ticked`: it goes, and something was kept.
 */
#define CS_TYPE_SIGNS_WINDOW (cs_signs_window_get_type ())

G_DECLARE_FINAL_TYPE (CsSignsWindow, cs_signs_window, CS, SIGNS_WINDOW, AdwWindow)

/**
 * CsSignsSubject:
 * @service: where the matter is kept
 * @matter: its id
 * @result: an examination of it, which knows its figures and signs
 * @author: who ticks
 */
typedef struct
{
  CsStoreService *service;
  gint64 matter;
  CsExamResult *result;
  const char *author;
} CsSignsSubject;

/** cs_signs_window_present: @subject: copied. Returns: (transfer none): the window, over @parent */
CsSignsWindow *cs_signs_window_present (GtkWindow *parent,
                                        const CsSignsSubject *subject);

G_END_DECLS
