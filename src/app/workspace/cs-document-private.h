#pragma once

#include "../../draft/cs-draft-compose.h"
#include "../../draft/cs-history.h"
#include "../../service/cs-examiner.h"
#include "cs-document.h"

G_BEGIN_DECLS

/* The insides of an open document, shared by the files that make it; for nobody else. */

/* The parts that are edited, in the order in which they are walked through. */
#define CS_N_EDITED_PARTS 4
extern const CsPart cs_edited_parts[CS_N_EDITED_PARTS];

/* A change to a text, by its size: enough to tell where a place is now. */
typedef struct
{
  CsPart part;
  guint at_char;
  guint n_removed;
  guint n_inserted;
} CsShift;

struct _CsDocument
{
  GObject parent_instance;

  /* the matter */
  CsStoreService *service;
  CsMatterInfo *info;
  CsPartBuffer *buffers[CS_N_PARTS];
  CsPictureSet *pictures;
  CsRequest *request;
  GPtrArray *decisions;
  GPtrArray *answers; /* CsAnswer, never changed: another table takes its place */
  CsTermList *term_list;
  char *author;
  guint offices;
  gboolean editable;

  /* the text: its generation grows by one with every change */
  guint64 generation;
  CsDraft *draft;
  guint64 draft_generation;
  CsHistory *history;
  gboolean could_undo; /* as last told */
  gboolean could_redo;
  gboolean changing;  /* the program makes a change of its own */
  gboolean replaying; /* a change comes from the history and does not go there */
  CsPart part;
  guint unit;
  guint cursor_char;

  /* saving: counts every change that is worth saving, those of the filing sheet too */
  guint64 n_changes;
  guint64 n_saved_changes;
  guint64 saved_generation; /* of the text that is in the store */
  CsSaveState save_state;
  char *save_message;
  guint save_timer;
  gboolean saving;
  GSList *waiting; /* GTask: told when all is saved, or cannot be */

  /* examining */
  CsExaminer *examiner;
  CsFindingView *view;
  guint64 view_generation;
  GArray *shifts;                 /* CsShift: the changes since view_generation, one a generation */
  GArray *unit_chars[CS_N_PARTS]; /* CsUnitChars of view, made when asked for */
  const CsFindingEntry *entry;
  gint64 took_us;
  char *exam_message; /* nullable */
  char *term;         /* nullable: key of the chosen term */
  guint exam_timer;
  gint64 exam_asked_us; /* when the oldest change was made that no examination knows */
  guint busy_timer;
  gboolean busy;
  gboolean composing;
  guint n_told[CS_N_SEVERITIES + 1]; /* what the store knows of the findings */
};

/* Where a unit stood in its part when it was examined, in code points. */
typedef struct
{
  guint start;
  guint end;
} CsUnitChars;

typedef enum
{
  CS_DOCUMENT_NAME = 1,
  CS_DOCUMENT_REFERENCE,
  CS_DOCUMENT_PART,
  CS_DOCUMENT_UNIT,
  CS_DOCUMENT_SAVE_STATE,
  CS_DOCUMENT_SAVE_MESSAGE,
  CS_DOCUMENT_EDITABLE,
  CS_DOCUMENT_CAN_UNDO,
  CS_DOCUMENT_CAN_REDO,
  CS_DOCUMENT_OFFICES,
  CS_DOCUMENT_BUSY,
  CS_DOCUMENT_VIEW,
  CS_DOCUMENT_STALE,
  CS_DOCUMENT_ENTRY,
  CS_DOCUMENT_TOOK_US,
  CS_DOCUMENT_EXAM_MESSAGE,
  CS_DOCUMENT_TERM_LIST,
  CS_DOCUMENT_TERM,
  CS_DOCUMENT_N_PROPERTIES
} CsDocumentProperty;

void cs_document_notify (CsDocument *document, CsDocumentProperty property);

/* Something worth saving has changed. */
void cs_document_touch (CsDocument *document);

/* --- cs-document-text.c --- */

/* Fills the buffers with the draft. */
void cs_document_make_buffers (CsDocument *document);

/* Lets go of the buffers and of what is in them. */
void cs_document_drop_buffers (CsDocument *document);

/* The texts of all parts as they are now, lent. */
void cs_document_list_texts (CsDocument *document, CsText **texts);

/* Takes @draft for the text of @generation, unless a newer one is known. */
void cs_document_adopt (CsDocument *document, CsDraft *draft, guint64 generation);

/* --- cs-document-exam.c --- */

void cs_document_exam_init (CsDocument *document);
void cs_document_exam_clear (CsDocument *document);

/* Examines after a pause, or @now. */
void cs_document_ask_exam (CsDocument *document, gboolean now);

/* --- cs-document-map.c --- */

/* A change of the text, for the places of findings. */
void cs_document_shift (CsDocument *document, const CsShift *shift);

/* There is another view: where its units stand is to be found out again. */
void cs_document_forget_units (CsDocument *document);

/* --- cs-document-snapshot.c --- */

/* A document as it was at one moment; its draft is yet to be composed. */
typedef struct
{
  CsDraft *previous;
  CsText *texts[CS_N_PARTS];
  CsRequest *request;
  GHashTable *pictures; /* GBytes by name: what was loaded or came in */
} CsDocumentSnapshot;

/* Fills @snapshot with what @document is now. */
void cs_document_take_snapshot (CsDocument *document, CsDocumentSnapshot *snapshot);

/* Lets go of what is in it. Thread: any, as the two below. */
void cs_document_snapshot_clear (CsDocumentSnapshot *snapshot);

/* The application it is; owned by the caller, NULL with @error when a limit is broken. */
CsDraft *cs_document_snapshot_compose (const CsDocumentSnapshot *snapshot, GError **error);

/* The bytes of picture @name, owned by the caller; NULL when they were not loaded. */
GBytes *cs_document_snapshot_find_picture (const CsDocumentSnapshot *snapshot, const char *name);

/* --- cs-document-save.c --- */

void cs_document_save_clear (CsDocument *document);

/* Says that something could not be saved. */
void cs_document_fail (CsDocument *document, const GError *error);

G_END_DECLS
