#pragma once

#include "../language/cs-fold.h"
#include "../language/cs-scan.h"
#include "cs-claim-ref.h"

G_BEGIN_DECLS

/* Shared by the two halves of the reference scanner; for nobody else. All offsets are bytes of the
 * folded text until a group is finished. */

typedef struct
{
  const CsFolded *folded;
  const char *text; /* folded->text, lower case */
  guint claim;      /* number of the claim itself */
  CsClaimRefs *refs;
} CsRefScanner;

/* A group being read. */
typedef struct
{
  gsize start;
  gsize anchor;
  gsize end;
  guint first_ref; /* in the refs array */
  gboolean choice; /* a word of choice: 任一, any one of, or */
  gboolean joined; /* a word that joins: 和, and */
  gboolean preceding;
  gboolean misprint;
} CsRefDraft;

/* Each tries to read a group whose anchor stands at @at. Returns where to go on, @at when there is
 * no anchor. */
gsize cs_ref_scan_chinese (CsRefScanner *scanner,
                           gsize at);
gsize cs_ref_scan_english (CsRefScanner *scanner,
                           gsize at);

/* The stretch that opens the claim like a reference and is none. Called when all groups are known.
 */
CsRange cs_ref_unreadable_chinese (const CsRefScanner *scanner);
CsRange cs_ref_unreadable_english (const CsRefScanner *scanner);

/* --- pieces --- */

CsRefDraft cs_ref_begin (const CsRefScanner *scanner,
                         gsize start,
                         gsize anchor);

void cs_ref_add (CsRefScanner *scanner,
                 guint first,
                 guint last,
                 gsize start,
                 gsize end);

/* How a language writes "claims 1 to claim 3": a number, what makes a range of two (its length from
 * @at, 0 when nothing does), and the anchor that may be said again (where it ends, or @at). */
typedef struct
{
  gboolean (*read_number) (const char *text, gsize *at, guint *number);
  gsize (*range_length) (const char *text, gsize at);
  gsize (*skip_anchor) (const char *text, gsize at);
} CsRefGrammar;

/* Reads a number or range at @at and adds it. Returns FALSE, and leaves @at, when there is none. */
gboolean cs_ref_read_range (CsRefScanner *scanner,
                            const CsRefGrammar *grammar,
                            gsize *at);

/* "any preceding claim" of the scanner's claim. */
void cs_ref_add_preceding (CsRefScanner *scanner,
                           gsize start,
                           gsize end);

void cs_ref_finish (CsRefScanner *scanner,
                    const CsRefDraft *draft);

G_END_DECLS
