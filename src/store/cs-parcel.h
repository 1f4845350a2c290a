#pragma once

#include "cs-attachment-store.h"
#include "cs-review-store.h"
#include "cs-run-store.h"
#include "cs-tick-store.h"

G_BEGIN_DECLS

/**
 * CsParcelVersion:
 * @name: (nullable): given by the user; %NULL for an automatic one
 * @made_us: µs since 1970 UTC
 * @draft: its text
 */
typedef struct
{
  char *name;
  gint64 made_us;
  CsDraft *draft;
} CsParcelVersion;

/** CsParcelPicture: @bytes: what the drafts of a matter call @name */
typedef struct
{
  char *name;
  GBytes *bytes;
} CsParcelPicture;

/** CsParcelAttachment: @attachment, and the @bytes of the file it was */
typedef struct
{
  CsAttachment *attachment;
  GBytes *bytes;
} CsParcelAttachment;

/**
 * CsParcel:
 * @uuid: identity of the matter, the same in every copy that travels
 * @name: (nullable): given by the user
 * @title: what lists call it
 * @reference: the user's own number, maybe empty
 * @offices: bits
 * @stage: how far it has come
 * @author: who wrote it, maybe empty
 * @revision: of the text where it was packed
 * @draft: its text
 * @versions: (element-type CsParcelVersion): the oldest first
 * @decisions: (element-type CsDecision): with what was decided for all matters there
 * @term_list: what was said of its terms
 * @reviews: (element-type CsReview)
 * @answers: (element-type CsAnswer): to questions of examinations
 * @ticks: (element-type CsFigureTick)
 * @runs: (element-type utf8): examinations as JSON, to the letter: signatures name their sums; the
 *   last one and those that are signed
 * @signatures: (element-type CsSignature)
 * @attachments: (element-type CsParcelAttachment)
 * @pictures: (element-type CsParcelPicture): of the same name the current one last
 * @received: (element-type utf8): checksums, as cs_draft_dup_checksum(), of texts of this matter
 *   that came there from elsewhere
 *
 * A matter with all that belongs to it, ready to travel. A value; who has it has all of it.
 */
typedef struct
{
  char *uuid;
  char *name;
  char *title;
  char *reference;
  guint offices;
  CsStage stage;
  char *author;
  guint64 revision;
  CsDraft *draft;
  GPtrArray *versions;
  GPtrArray *decisions;
  CsTermList *term_list;
  GPtrArray *reviews;
  GPtrArray *answers;
  GPtrArray *ticks;
  GPtrArray *runs;
  GPtrArray *signatures;
  GPtrArray *attachments;
  GPtrArray *pictures;
  GPtrArray *received;
} CsParcel;

/** cs_parcel_new: Returns: (transfer full): one with empty arrays, for who makes it to fill */
CsParcel *cs_parcel_new (void);

/** cs_parcel_free: frees @parcel and all in it */
void cs_parcel_free (CsParcel *parcel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsParcel, cs_parcel_free)

/** cs_parcel_add_version: appends a version. @draft: (transfer full) */
void cs_parcel_add_version (CsParcel *parcel,
                            const char *name,
                            gint64 made_us,
                            CsDraft *draft);

/** cs_parcel_add_picture: appends a picture */
void cs_parcel_add_picture (CsParcel *parcel,
                            const char *name,
                            GBytes *bytes);

/** cs_parcel_add_attachment: appends an attachment. @attachment: (transfer full) */
void cs_parcel_add_attachment (CsParcel *parcel,
                               CsAttachment *attachment,
                               GBytes *bytes);

/**
 * cs_draft_store_pack:
 * @store: a store
 * @matter: its id
 * @error: #CsStoreError
 *
 * Reads all of a matter, of one moment. Changes nothing.
 *
 * Returns: (transfer full): the parcel, or %NULL
 */
CsParcel *cs_draft_store_pack (CsDraftStore *store,
                               gint64 matter,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CsParcelPlace:
 * @matter: the matter of that identity, 0 when it is not here; all else is empty then
 * @name: what lists call it
 * @state: tells one moment of the matter from any other
 * @checksum: of its text now
 * @versions: set of "CHECKSUM" for its text and every version, and of "CHECKSUM NAME" for every
 *   named one
 * @known: set of "CHECKSUM" for these, and for texts that came from elsewhere
 * @decisions: (element-type CsDecision)
 * @reviews: (element-type CsReview)
 * @answers: (element-type CsAnswer)
 * @ticks: (element-type CsFigureTick)
 * @runs: set of the SHA-256 of its examinations
 * @signatures: (element-type CsSignature)
 *
 * What is here of a matter that came in a parcel.
 */
typedef struct
{
  gint64 matter;
  char *name;
  char *state;
  char *checksum;
  GHashTable *versions;
  GHashTable *known;
  GPtrArray *decisions;
  GPtrArray *reviews;
  GPtrArray *answers;
  GPtrArray *ticks;
  GHashTable *runs;
  GPtrArray *signatures;
} CsParcelPlace;

/** cs_parcel_place_free: frees @place */
void cs_parcel_place_free (CsParcelPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsParcelPlace, cs_parcel_place_free)

/** cs_draft_store_find_place: Returns: (transfer full): what is here of the matter @uuid, or
 * %NULL */
CsParcelPlace *cs_draft_store_find_place (CsDraftStore *store,
                                          const char *uuid,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CsUnpack:
 * @parcel: what came
 * @matter: the matter it is put into, 0 for a new one
 * @state: (nullable): that of @matter as the caller knows it; when it has another
 *   (%CS_STORE_ERROR_CONFLICT) nothing is written
 * @another: a new matter has an identity of its own, not that of the parcel
 * @take_text: the parcel's text becomes the text now
 * @kept_name: (nullable): for the named version of the text that does not; %NULL when it is not
 *   to be kept
 * @versions: (element-type CsParcelVersion): to be added
 * @decisions: (element-type CsDecision): to be added
 * @reviews: (element-type CsReview): to be added
 * @answers: (nullable) (element-type CsAnswer): to be added
 * @ticks: (nullable) (element-type CsFigureTick): to be added
 * @runs: (nullable) (element-type utf8): to be added
 * @signatures: (nullable) (element-type CsSignature): to be added
 *
 * How a parcel is put into a store. Into a new matter everything is put, whatever the lists say.
 */
typedef struct
{
  const CsParcel *parcel;
  gint64 matter;
  const char *state;
  gboolean another;
  gboolean take_text;
  const char *kept_name;
  GPtrArray *versions;
  GPtrArray *decisions;
  GPtrArray *reviews;
  GPtrArray *answers;
  GPtrArray *ticks;
  GPtrArray *runs;
  GPtrArray *signatures;
} CsUnpack;

/**
 * cs_draft_store_unpack:
 * @store: a store
 * @unpack: what and how
 * @error: %CS_STORE_ERROR_CONFLICT, or another #CsStoreError
 *
 * Puts a parcel into a matter, in one transaction. Attachments and pictures that are not there are
 * added. Of terms of which both speak, the word of the side whose text stays counts. A matter in
 * the bin comes out of it.
 *
 * Returns: id of the matter, 0 on error
 */
gint64 cs_draft_store_unpack (CsDraftStore *store,
                              const CsUnpack *unpack,
                              GError **error);

G_END_DECLS
