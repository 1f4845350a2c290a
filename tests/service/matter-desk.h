#pragma once

#include "../../src/service/cs-matter-file.h"
#include "../../src/store/cs-parcel.h"
#include "../store/store-fixture.h"

/* The desks of people who send each other matters, and a matter that has everything. */

#define DAY_US G_GINT64_CONSTANT (1700000000000000)

/* A person's store, in a folder of its own; all of it is checked and deleted at the end. */
typedef struct
{
  StoreFolder *folder;
  CsDraftStore *store;
} Desk;

void desk_init (Desk *desk);
void desk_clear (Desk *desk);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

/* --- matters --- */

/* A decision about the finding with @fingerprint in the first claim. */
CsDecision *make_decision (CsDecisionKind kind,
                           const char *fingerprint,
                           const char *author,
                           gint64 made_us);

/* @matter: 0 for all. @decision: (transfer full) */
void decide (const Desk *desk,
             gint64 matter,
             CsDecision *decision);

/* Attaches a file of which @text is the text. */
void attach (const Desk *desk,
             gint64 matter,
             const char *name,
             const char *text);

/* Saves make_draft ("泵", 3, @words) as the text of @matter. */
void change_text (const Desk *desk,
                  gint64 matter,
                  const char *words);

/* Answers the question of @item about the text as it is. */
void answer (const Desk *desk,
             gint64 matter,
             const char *item,
             CsVerdict verdict,
             const char *author);

/* Keeps an examination of the text as it is, without questions. Returns: its id */
gint64 examine (const Desk *desk,
                gint64 matter);

/* Signs an examination. */
void sign (const Desk *desk,
           gint64 matter,
           gint64 run,
           CsSignatureRole role,
           const char *author);

/* A matter by 张三 called 离心泵, with text 轴承, versions, decisions, terms, pictures, a review, an
 * attachment, an answer, an examination that 张三 signed and a tick. */
gint64 add_rich_matter (const Desk *desk);

CsParcel *pack (const Desk *desk,
                gint64 matter);

/* Asserts that all is the same but what a store keeps for itself. */
void assert_same_parcel (const CsParcel *a,
                         const CsParcel *b);

/* --- files; all must go well --- */

extern const CsMergeChoice nothing_chosen;

GBytes *write_file (const Desk *desk,
                    gint64 matter);

/* What is got when @matter of @from is sent. */
CsMatterFile *send_matter (const Desk *from,
                           gint64 matter);

CsMerge *compare (const CsMatterFile *file,
                  const Desk *desk);

gint64 take_in (const CsMatterFile *file,
                const Desk *desk,
                const CsMergeChoice *choice);

/* Asserts that taking in @file would change nothing. */
void assert_nothing_new (const CsMatterFile *file,
                         const Desk *desk);
