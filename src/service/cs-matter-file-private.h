#pragma once

#include <json-glib/json-glib.h>

#include "../store/cs-parcel.h"
#include "cs-matter-file.h"

G_BEGIN_DECLS

/* What writing, reading and merging matter files share; for nobody else. */

#define CS_MATTER_FILE_MIME "application/vnd.claimsmith.matter+zip"
#define CS_MATTER_FILE_SCHEMA 1

/* Names of the entries. Drafts of versions and the bytes of pictures and attachments lie in folders
 * of their own: "versions/0001.json", "bytes/SHA256". */
#define CS_ENTRY_MIMETYPE "mimetype"
#define CS_ENTRY_MANIFEST "manifest.json"
#define CS_ENTRY_DRAFT "draft.json"
#define CS_ENTRY_VERSIONS "versions.json"
#define CS_ENTRY_DECISIONS "decisions.json"
#define CS_ENTRY_TERMS "terms.json"
#define CS_ENTRY_REVIEWS "reviews.json"
#define CS_ENTRY_EXAMINATIONS "examinations.json" /* missing in files of earlier versions */
#define CS_ENTRY_ATTACHMENTS "attachments.json"
#define CS_ENTRY_PICTURES "pictures.json"
#define CS_ENTRY_FINDINGS "findings.json"

struct _CsMatterFile
{
  CsParcel *parcel;
  char *findings; /* (nullable) */
};

/* As cs_matter_file_read(). @path: (nullable): what its draft is called; the name of the matter by
 * default */
CsMatterFile *cs_matter_file_read_as (GBytes *bytes,
                                      const char *path,
                                      GError **error);

/* Each returns (transfer container) what of @parcel is not at @place. */
GPtrArray *cs_matter_list_new_versions (const CsParcel *parcel,
                                        const CsParcelPlace *place);
GPtrArray *cs_matter_list_new_reviews (const CsParcel *parcel,
                                       const CsParcelPlace *place);

/* What of the examinations of a parcel is not at its place; the arrays are owned, what is in them
 * is the parcel's. */
typedef struct
{
  GPtrArray *answers;
  GPtrArray *ticks;
  GPtrArray *runs;
  GPtrArray *signatures;
} CsMatterNews;

void cs_matter_news_fill (CsMatterNews *news,
                          const CsParcel *parcel,
                          const CsParcelPlace *place);

void cs_matter_news_clear (CsMatterNews *news);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsMatterNews, cs_matter_news_clear)

/* --- JSON, whatever it is; cs-matter-file-json.c --- */

#define CS_MATTER_MAX_ENTRIES 10000 /* of any list in a matter file */

/* Returns: whether the text of an entry holds no more values than the parser has room for: each
 * takes a hundred bytes, and thousands of them pack into one */
gboolean cs_matter_json_has_room (const char *json);

/* Adds what @object says to @into. Returns: whether it makes sense */
typedef gboolean (*CsMatterReadFunc) (JsonObject *object, gpointer into);

/* @json: (nullable). Returns: whether it is an array of nothing but objects that make sense */
gboolean cs_matter_json_read_objects (const char *json,
                                      CsMatterReadFunc read,
                                      gpointer into);

/* Returns: whether the member is a string of a sound length; then it is in @text */
gboolean cs_matter_json_read_words (JsonObject *object,
                                    const char *name,
                                    char **text);

/* Adds a time, µs since 1970 UTC; within the years that can be read. */
void cs_matter_json_add_time (JsonBuilder *json,
                              const char *name,
                              gint64 time_us);

/* Returns: whether the member is such a time; then it is in @time_us */
gboolean cs_matter_json_read_time (JsonObject *object,
                                   const char *name,
                                   gint64 *time_us);

/* Returns: (transfer full): the array that @json has begun */
char *cs_matter_json_end_array (JsonBuilder *json);

/* --- what was said; cs-matter-file-json.c --- */

/* Each returns (transfer full) the JSON of its entry. */
char *cs_matter_json_dup_decisions (const GPtrArray *decisions);
char *cs_matter_json_dup_terms (const CsTermList *terms);
char *cs_matter_json_dup_reviews (const GPtrArray *reviews);

/* Each reads the JSON of its entry, which may have been tampered with, into what is empty yet.
 * @json: (nullable). Returns: whether it is as we write it */
gboolean cs_matter_json_read_decisions (const char *json,
                                        GPtrArray *decisions);
gboolean cs_matter_json_read_terms (const char *json,
                                    CsTermList **terms);
gboolean cs_matter_json_read_reviews (const char *json,
                                      GPtrArray *reviews);

/* --- examinations; cs-matter-file-exams.c --- */

/* Returns (transfer full) the JSON of examinations, answers, signatures and ticks. */
char *cs_matter_json_dup_examinations (const CsParcel *parcel);

/* Reads it, which may have been tampered with, into a parcel that has none yet. Returns: whether it
 * is as we write it */
gboolean cs_matter_json_read_examinations (const char *json,
                                           CsParcel *parcel);

/* --- what is in the package; cs-matter-file-lists.c --- */

/* An entry as the manifest lists it. */
typedef struct
{
  char *name;
  guint64 n_bytes;
  char *sha256;
} CsMatterEntry;

void cs_matter_entry_clear (CsMatterEntry *entry);

/* A version, picture or attachment as its list tells of it. */
typedef struct
{
  char *name;               /* (nullable): of a version or picture */
  gint64 made_us;           /* of a version */
  char *sha256;             /* (nullable): of a picture or attachment */
  CsAttachment *attachment; /* (nullable) */
} CsMatterItem;

void cs_matter_item_clear (CsMatterItem *item);

/* As above: writing. */
char *cs_matter_json_dup_manifest (const CsParcel *parcel,
                                   const GArray *entries);
char *cs_matter_json_dup_versions (const GPtrArray *versions);
char *cs_matter_json_dup_pictures (const GPtrArray *pictures);
char *cs_matter_json_dup_attachments (const GPtrArray *attachments);

/* Returns: the number of the format that a manifest names, 0 when it is none */
guint cs_matter_json_read_schema (const char *json);

/* As above: reading. @entries: of CsMatterEntry, @items: of CsMatterItem */
gboolean cs_matter_json_read_manifest (const char *json,
                                       CsParcel *parcel,
                                       GArray *entries);
gboolean cs_matter_json_read_versions (const char *json,
                                       GArray *items);
gboolean cs_matter_json_read_pictures (const char *json,
                                       GArray *items);
gboolean cs_matter_json_read_attachments (const char *json,
                                          GArray *items);

/* Returns: (transfer full): name of the entry of version @index, 0-based */
char *cs_matter_file_dup_version_entry (guint index);

/* Returns: (transfer full): name of the entry with these bytes */
char *cs_matter_file_dup_bytes_entry (const char *sha256);

G_END_DECLS
