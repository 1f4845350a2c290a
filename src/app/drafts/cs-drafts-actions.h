#pragma once

#include "cs-drafts-page.h"
#include "cs-rename-popover.h"

G_BEGIN_DECLS

/* What can be done with matters of the list. Everything changes the store beside the main loop;
 * what went wrong is told in a toast. */

/** cs_drafts_actions_install: gives the class of the page its actions and their keys */
void cs_drafts_actions_install (GtkWidgetClass *klass);

/** cs_drafts_actions_update: makes available what can be done with what is chosen */
void cs_drafts_actions_update (CsDraftsPage *page);

/** cs_drafts_actions_rename: gives the chosen matter the name @name (nullable) and number
 * @reference */
void cs_drafts_actions_rename (CsDraftsPage *page,
                               const char *name,
                               const char *reference);

/** cs_drafts_actions_set_stage: @stage: name of a stage, for the chosen matter */
void cs_drafts_actions_set_stage (CsDraftsPage *page,
                                  const char *stage);

G_END_DECLS
