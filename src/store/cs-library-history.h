#pragma once

#include "cs-library.h"

G_BEGIN_DECLS

/* How a family came to be what it is: what each import made of it. Threads and errors are as in
 * cs-library.h. */

/**
 * CsHistoryMember:
 * @number: of the application, as the office prints it
 * @state: its legal state then
 *
 * A member of a family as it was at some time.
 */
typedef struct
{
  char *number;
  CsLegalState state;
} CsHistoryMember;

/**
 * CsHistoryKind:
 * @CS_HISTORY_CAME: an application became a member
 * @CS_HISTORY_WENT: an application is no member any more
 * @CS_HISTORY_STATE: the legal state of a member is another one
 * @CS_HISTORY_PUBLISHED: a document of a member that was there before became known
 *
 * What can change about a family.
 */
typedef enum
{
  CS_HISTORY_CAME,
  CS_HISTORY_WENT,
  CS_HISTORY_STATE,
  CS_HISTORY_PUBLISHED,
  CS_N_HISTORY_KINDS
} CsHistoryKind;

/** cs_history_kind_get_name: Returns: (transfer none): "came", "went", "state", "published" */
const char *cs_history_kind_get_name (CsHistoryKind kind);

/**
 * CsHistoryChange:
 * @kind: what happened
 * @number: of the application, or of the document that was published, as the office prints it
 * @was: its state before; %CS_LEGAL_UNKNOWN of one that came, and of a document
 * @now: its state after; %CS_LEGAL_UNKNOWN of one that went, and of a document
 * @family: which one it came from or went to, 0 when none
 *
 * One change of a family.
 */
typedef struct
{
  CsHistoryKind kind;
  char *number;
  CsLegalState was;
  CsLegalState now;
  gint64 family;
} CsHistoryChange;

/**
 * CsHistoryEntry:
 * @run: id of the import
 * @label: what was imported, as in #CsLibraryRun
 * @began_us: since 1970, UTC
 * @members: (element-type CsHistoryMember): what the family was after it
 * @changes: (element-type CsHistoryChange): what it changed, in the order of kinds
 * @until_now: (element-type CsHistoryChange): what has changed between then and now; of documents
 *   it says nothing
 *
 * What an import made of a family.
 */
typedef struct
{
  gint64 run;
  char *label;
  gint64 began_us;
  GPtrArray *members;
  GPtrArray *changes;
  GPtrArray *until_now;
} CsHistoryEntry;

/** cs_history_entry_free: frees it with all it holds */
void cs_history_entry_free (CsHistoryEntry *entry);

/** CS_MAX_HISTORY: imports of which is told what they made of a family */
#define CS_MAX_HISTORY 200

/** cs_library_load_history: @family: id of a family of any rule. Returns: (transfer full)
 * (element-type CsHistoryEntry): the last %CS_MAX_HISTORY imports that changed it, the newest
 * first; of the one that made it all members came. %NULL with %CS_STORE_ERROR_NOT_FOUND when there
 * is no such family */
GPtrArray *cs_library_load_history (CsLibrary *library,
                                    gint64 family,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
