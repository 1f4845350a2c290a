#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsCentreTopic: what a centre for fast pre-examination (专利预审) may have said
 * @CS_CENTRE_REGION: words that stand in the address of an applicant it serves
 * @CS_CENTRE_INDUSTRIES: industries it serves, in words
 * @CS_CENTRE_CLASSES: IPC subclasses it takes
 * @CS_CENTRE_REGISTRATION: what it asks of an applicant, in words
 * @CS_CENTRE_DOCUMENTS: documents it wants, in words
 * @CS_CENTRE_TICKS: what must be asked for in the request: "examination", "early-publication",
 *   "amendment-waiver"
 * @CS_CENTRE_EXCLUDED: cases it does not take: "pct-national", "divisional", "same-day-pair",
 *   "secrecy"
 * @CS_CENTRE_SUBMISSION: the days from its approval to filing
 * @CS_CENTRE_REPLY: the days to answer a first and a second office action
 * @CS_CENTRE_CONDUCT: what ends a case or suspends an applicant, in words
 */
typedef enum
{
  CS_CENTRE_REGION,
  CS_CENTRE_INDUSTRIES,
  CS_CENTRE_CLASSES,
  CS_CENTRE_REGISTRATION,
  CS_CENTRE_DOCUMENTS,
  CS_CENTRE_TICKS,
  CS_CENTRE_EXCLUDED,
  CS_CENTRE_SUBMISSION,
  CS_CENTRE_REPLY,
  CS_CENTRE_CONDUCT,
  CS_N_CENTRE_TOPICS
} CsCentreTopic;

/**
 * CsCentreRule:
 * @values: (array zero-terminated=1): what it said
 * @complete: of classes: all of them are here, so that one which is not is not taken
 * @count: of classes: how many the centre published, 0 when that is not known
 * @unit: (nullable): of days: "days" or "working-days"
 * @document: what says so
 * @date: day of that document, ISO 8601
 * @source: (nullable): key of the copy read, as in checklists
 * @status: how well it is verified, as in checklists
 *
 * What one centre said of one topic, and where: rules of two centres are never mixed.
 */
typedef struct
{
  char **values;
  gboolean complete;
  guint count;
  char *unit;
  char *document;
  char *date;
  char *source;
  char *status;
} CsCentreRule;

/**
 * CsCentre:
 * @id: base name of its file
 * @name: as it calls itself
 * @name_en: (nullable): in English
 * @rules: (nullable elements): one for each #CsCentreTopic it said something of
 */
typedef struct
{
  char *id;
  char *name;
  char *name_en;
  CsCentreRule *rules[CS_N_CENTRE_TOPICS];
} CsCentre;

/**
 * cs_centre_new:
 * @id: its id
 * @data: (array length=n_bytes): text of a data file (GKeyFile), see resources/law/centres
 * @n_bytes: its length
 * @error: %CS_ERROR_CHECKLIST with the line and the nearest name known
 *
 * Thread: any.
 *
 * Returns: (transfer full): the centre, or %NULL
 */
CsCentre *cs_centre_new (const char *id,
                         const char *data,
                         gsize n_bytes,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_centre_free: frees @centre and all it holds */
void cs_centre_free (CsCentre *centre);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsCentre, cs_centre_free)

/**
 * cs_centre_load:
 * @id: an id
 * @error: as cs_centre_new(), or %CS_ERROR_IO naming the nearest id
 *
 * Reads a centre: the file of the user under `centres/` in the data folder, else the one that comes
 * with the program. Thread: any.
 *
 * Returns: (transfer full): the centre, or %NULL
 */
CsCentre *cs_centre_load (const char *id,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_centre_load_file:
 * @path: a file
 * @error: as cs_centre_new(), or of GIO
 *
 * Thread: any.
 *
 * Returns: (transfer full): the centre with the file's base name for its id, or %NULL
 */
CsCentre *cs_centre_load_file (const char *path,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_centre_list: Returns: (transfer full) (array zero-terminated=1): ids of the centres in the
 *  program and in the data folder, sorted. Thread: any. */
char **cs_centre_list (void);

/** cs_centre_topic_get_name: Returns: (transfer none): "region", "classes", ... */
const char *cs_centre_topic_get_name (CsCentreTopic topic);

G_END_DECLS
