#pragma once

#include "family-world.h"
#include "ui-harness.h"

#include "../../src/app/family/cs-family-private.h"
#include "../../src/app/family/cs-picture-view.h"

/* The page of a family on the screen. */

#define FAMILY_INVENTED "CN.202110999901.A"
#define FAMILY_KNOWN "US.96495207.A"
#define FAMILY_RECORDED "EP.10167109.A" /* in the corpus */

/** family_page_prepare: fills the library with the world of family_world_write() */
void family_page_prepare (Ui *ui);

/** family_page_prepare_later: the same, and what is new with family_world_write_later() */
void family_page_prepare_later (Ui *ui);

/** family_page_prepare_corpus: fills it with what OPS answered, from $CLAIMSMITH_CORPUS, if that is
 * set */
void family_page_prepare_corpus (Ui *ui);

/** family_page_open: shows the simple family in which the application @number is, and waits for it.
 * Returns: (transfer none): its page */
CsFamilyPage *family_page_open (Ui *ui,
                                const char *number);

/** family_page_go: shows the tab called @tab, and waits for what it loads */
void family_page_go (CsFamilyPage *page,
                     const char *tab);

/** family_page_choose_claims: @choice: "left_choice" or "right_choice" of the view of claims;
 * @name: how the document to show there begins. Returns when they are compared */
void family_page_choose_claims (CsFamilyPage *page,
                                const char *choice,
                                const char *name);

/** family_page_select: selects the application with @number on all tabs */
void family_page_select (CsFamilyPage *page,
                         const char *number);
