#pragma once

#include "../../draft/cs-edit.h"
#include "../../exam/cs-finding-view.h"
#include "../../service/cs-return.h"
#include "../../service/cs-store-service.h"
#include "cs-part-buffer.h"

G_BEGIN_DECLS

/** CsSaveState: what the subtitle says of the text */
typedef enum
{
  CS_SAVE_STATE_SAVED,
  CS_SAVE_STATE_UNSAVED,
  CS_SAVE_STATE_SAVING,
  CS_SAVE_STATE_FAILED
} CsSaveState;

#define CS_TYPE_SAVE_STATE (cs_save_state_get_type ())

GType cs_save_state_get_type (void) G_GNUC_CONST;

/**
 * CsDocument:
 *
 * One open matter: the buffers of its parts, the history, what the examination says, what was
 * decided. All panes of a workspace bind to it and talk to each other through it alone. It saves
 * itself at most two seconds after the first unsaved keystroke and examines itself after a pause in
 * typing.
 *
 * Properties (read-only unless said): `name` (utf8), `reference` (utf8), `part` (guint, read-write:
 * the part in the editor), `unit` (guint: the claim or paragraph with the cursor, %CS_NO_INDEX for
 * none), `save-state` (CsSaveState), `save-message` (utf8, nullable: why it could not be saved),
 * `editable` (gboolean), `can-undo`, `can-redo` (gboolean), `offices` (guint, read-write: bits),
 * `busy` (gboolean: is being examined for longer than 300 ms), `view` (CsFindingView, nullable),
 * `stale` (gboolean: the text has changed since `view`), `entry` (gpointer CsFindingEntry of
 * `view`, nullable: the chosen finding), `took-us` (gint64: how long the last examination took),
 * `exam-message` (utf8, nullable: why the text could not be examined the last time), `term-list`
 * (CsTermList: what was said of terms), `term` (utf8, read-write, nullable: key of the chosen term,
 * see #CsTerm; it may be gone).
 *
 * Signals: `changed`: the text of a part has changed, after each change; `go-to (guint part, guint
 * start_char, guint end_char, gboolean focus)`: show and select this; `request-changed`.
 */
#define CS_TYPE_DOCUMENT (cs_document_get_type ())

G_DECLARE_FINAL_TYPE (CsDocument, cs_document, CS, DOCUMENT, GObject)

/**
 * cs_document_new:
 * @service: (nullable): where it is kept; %NULL for one that is kept nowhere
 * @matter: (transfer full): what to edit
 *
 * Returns: (transfer full): the document; its first examination is under way
 */
CsDocument *cs_document_new (CsStoreService *service,
                             CsMatter *matter);

/** cs_document_get_info: Returns: (transfer none): its matter as it was opened; names follow
 * changes */
const CsMatterInfo *cs_document_get_info (CsDocument *document);

/** cs_document_get_service: Returns: (transfer none) (nullable): where it is kept */
CsStoreService *cs_document_get_service (CsDocument *document);

/** cs_document_get_buffer: @part: title, abstract, claims or description. Returns: (transfer none):
 * its buffer */
CsPartBuffer *cs_document_get_buffer (CsDocument *document,
                                      CsPart part);

/** cs_document_get_request: Returns: (transfer none): the filing sheet as it is now */
const CsRequest *cs_document_get_request (CsDocument *document);

/** cs_document_set_request: @request: (transfer full): another filing sheet; examined and saved */
void cs_document_set_request (CsDocument *document,
                              CsRequest *request);

/** cs_document_get_view: Returns: (transfer none) (nullable): the last examination */
CsFindingView *cs_document_get_view (CsDocument *document);

/** cs_document_is_stale: Returns: whether the text has changed since that examination */
gboolean cs_document_is_stale (CsDocument *document);

/**
 * cs_document_map_char:
 * @document: a document
 * @part: a part
 * @at_char: a code point of the text as it was examined
 *
 * Returns: where that place is now; the place of the change when it was deleted
 */
guint cs_document_map_char (CsDocument *document,
                            CsPart part,
                            guint at_char);

/** cs_document_get_draft: Returns: (transfer none): the application as it is now; composed when the
 * text has changed */
CsDraft *cs_document_get_draft (CsDocument *document);

/** cs_document_map_unit: Returns: where unit @index of @part, as it was examined, begins now: a
 * code point of the part; @end_char: (out) (optional): one past its last */
guint cs_document_map_unit (CsDocument *document,
                            CsPart part,
                            guint index,
                            guint *end_char);

/** cs_document_map_span: Returns: where @span, as it was examined, begins now: a code point of the
 * part; @end_char: (out): one past its last */
guint cs_document_map_span (CsDocument *document,
                            const CsSpan *span,
                            guint *end_char);

/** cs_document_show_span: shows and selects @span of cs_document_get_draft(), in the editor */
void cs_document_show_span (CsDocument *document,
                            const CsSpan *span);

/** cs_document_locate: @byte: (out): where in the text of the unit. Returns: index of the unit of
 * @part that holds @at_char of the text as it was examined, %CS_NO_INDEX for none */
guint cs_document_locate (CsDocument *document,
                          CsPart part,
                          guint at_char,
                          gsize *byte);

/** cs_document_map_index: Returns: index in cs_document_get_draft() of the unit that had @index
 * when it was examined; %CS_NO_INDEX when it is gone */
guint cs_document_map_index (CsDocument *document,
                             CsPart part,
                             guint index);

/**
 * cs_document_apply:
 * @document: a document
 * @edits: (element-type CsEdit): normalised for the draft of cs_document_get_draft()
 * @name: what the step is called, translated
 *
 * Changes the text as one step of the history.
 *
 * Returns: whether it was done: not on a document that cannot be edited
 */
gboolean cs_document_apply (CsDocument *document,
                            const GArray *edits,
                            const char *name);

/** cs_document_restore: puts the texts of @version in the place of those in the editor, as one step
 * of the history called @name. Returns: whether it was done */
gboolean cs_document_restore (CsDocument *document,
                              const CsDraft *version,
                              const char *name);

/** cs_document_take_back: takes in an edited file, as one step of the history; its pictures come
 * along, and what was decided of claims and paragraphs stays. Returns: whether it was done: not
 * when the text has changed since @back was compared with it */
gboolean cs_document_take_back (CsDocument *document,
                                const CsReturn *back);

/** cs_document_write: puts @words in the place of [@start_char, @end_char) of @part, as one step of
 * the history, and the cursor behind them */
void cs_document_write (CsDocument *document,
                        CsPart part,
                        guint start_char,
                        guint end_char,
                        const char *words);

/** cs_document_is_changing: Returns: whether a change under way is made by the program, not by a
 * person who writes */
gboolean cs_document_is_changing (CsDocument *document);

/** cs_document_undo: takes the last step back, in whatever part, and shows it */
void cs_document_undo (CsDocument *document);

/** cs_document_redo: does again what was taken back */
void cs_document_redo (CsDocument *document);

/** cs_document_fix: @n: which of the fixes of @entry. Returns: whether it was done: not when the
 * text has changed since @entry was found */
gboolean cs_document_fix (CsDocument *document,
                          const CsFindingEntry *entry,
                          guint n);

/** cs_document_decide: decides on @entry in the name of the author of the preferences; @everywhere:
 * for all matters. Saved and examined at once */
void cs_document_decide (CsDocument *document,
                         const CsFindingEntry *entry,
                         CsDecisionKind kind,
                         const char *reason,
                         gboolean everywhere);

/** cs_document_revoke: takes @decision back */
void cs_document_revoke (CsDocument *document,
                         const CsDecision *decision);

/** cs_document_reload_said: takes up what was decided, answered and ticked of the matter elsewhere,
 * and examines it by that */
void cs_document_reload_said (CsDocument *document);

/** cs_document_get_decisions: Returns: (transfer none) (element-type CsDecision): all that was
 * decided */
GPtrArray *cs_document_get_decisions (CsDocument *document);

/** cs_document_dup_pictures: Returns: (transfer full) (element-type utf8 GBytes): its pictures that
 * are in memory, by name: a table for another thread */
GHashTable *cs_document_dup_pictures (CsDocument *document);

/** cs_document_get_term_list: Returns: (transfer none): what was said of its terms */
CsTermList *cs_document_get_term_list (CsDocument *document);

/** cs_document_learn_word: adds @word to the user's own dictionary, and examines anew */
void cs_document_learn_word (CsDocument *document,
                             const char *word);

/** cs_document_say_term: says @verdict of the term @name. Saved and examined at once; like what is
 * decided of findings no step of the history, but taken back by cs_document_forget_term() */
void cs_document_say_term (CsDocument *document,
                           const char *name,
                           CsTermVerdict verdict);

/** cs_document_forget_term: takes back what was said of @name */
void cs_document_forget_term (CsDocument *document,
                              const char *name);

/** cs_document_get_terms: Returns: (transfer none) (nullable): the terms of the last examination */
const CsTerms *cs_document_get_terms (CsDocument *document);

/** cs_document_find_term: Returns: index of the term with @key (nullable) in
 * cs_document_get_terms(), %CS_NO_INDEX when there is none */
guint cs_document_find_term (CsDocument *document,
                             const char *key);

/** cs_document_find_mention: Returns: index of the mention of a term at @at_char of the claims as
 * they are now, %CS_NO_INDEX when there is none */
guint cs_document_find_mention (CsDocument *document,
                                guint at_char);

/** cs_document_find_mention_here: as cs_document_find_mention(), at the cursor in the claims */
guint cs_document_find_mention_here (CsDocument *document);

/** cs_document_show_mention: shows and selects mention @index of cs_document_get_terms(); @focus:
 * in the editor */
void cs_document_show_mention (CsDocument *document,
                               guint index,
                               gboolean focus);

/** cs_document_show_next_use: shows the next (@step 1) or last (@step -1) use of the chosen term,
 * from the cursor on. Returns: whether there is one */
gboolean cs_document_show_next_use (CsDocument *document,
                                    int step);

/** cs_document_set_author: @author: in whose name decisions are made, and who wrote what is saved
 * from now on */
void cs_document_set_author (CsDocument *document,
                             const char *author);

/** cs_document_choose: makes @entry (nullable) the chosen finding; @show: also goes to its place */
void cs_document_choose (CsDocument *document,
                         const CsFindingEntry *entry,
                         gboolean show);

/** cs_document_choose_next: chooses the next (@step 1) or last (@step -1) finding that counts, from
 * the cursor on, over all parts. Returns: whether there is one */
gboolean cs_document_choose_next (CsDocument *document,
                                  int step);

/** cs_document_find_entry: Returns: (transfer none) (nullable): the worst finding at @at_char of
 * @part as it is now */
const CsFindingEntry *cs_document_find_entry (CsDocument *document,
                                              CsPart part,
                                              guint at_char);

/** cs_document_go_to: shows and selects [@start_char, @end_char) of @part; @focus: in the editor */
void cs_document_go_to (CsDocument *document,
                        CsPart part,
                        guint start_char,
                        guint end_char,
                        gboolean focus);

/** cs_document_set_cursor: for the views: the cursor of @part is at @at_char, by the hand of a
 * person */
void cs_document_set_cursor (CsDocument *document,
                             CsPart part,
                             guint at_char);

/** cs_document_set_composing: for the views: an input method is at work; nothing is examined
 * meanwhile */
void cs_document_set_composing (CsDocument *document,
                                gboolean composing);

/** cs_document_save: saves now what is not saved */
void cs_document_save (CsDocument *document);

/**
 * cs_document_save_copy:
 * @document: a document
 * @path: a new file; one that is there is replaced in one step
 * @callback: called when the copy is on the disk or has failed, without a source object
 * @data: for @callback
 *
 * Writes the text as it is now, with its decisions and pictures, to a file of its own ("Save a
 * copy"). Works also while the store cannot be written. Thread: the main one.
 */
void cs_document_save_copy (CsDocument *document,
                            const char *path,
                            GAsyncReadyCallback callback,
                            gpointer data);

/**
 * cs_document_save_copy_finish:
 * @result: as given to the callback
 * @n_missing: (out): pictures of the text that could not be had and are not in the copy
 * @error: #CsStoreError; #CsError for a text beyond a limit
 *
 * Returns: whether the copy is on the disk
 */
gboolean cs_document_save_copy_finish (GAsyncResult *result,
                                       guint *n_missing,
                                       GError **error);

/** cs_document_flush: saves all that is not saved; @callback when it is on the disk or has failed
 * (then `save-state` says so). The document goes on in either case */
void cs_document_flush (CsDocument *document,
                        GAsyncReadyCallback callback,
                        gpointer data);

/** cs_document_flush_finish: Returns: whether nothing is lost when the document goes */
gboolean cs_document_flush_finish (CsDocument *document,
                                   GAsyncResult *result,
                                   GError **error);

G_END_DECLS
