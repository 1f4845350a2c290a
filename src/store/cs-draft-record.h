#pragma once

#include "../draft/cs-draft.h"

G_BEGIN_DECLS

/* A draft as texts and numbers, before it is rows or JSON and after; for nobody else. */

/* One part; each field as cs-draft-columns.h writes it. */
typedef struct
{
  char *text; /* (nullable): the part is not there */
  char *runs;
  char *objects;
  char *units;
  char *ids; /* (nullable): nobody has edited it yet */
} CsPartRecord;

typedef struct
{
  char *document;
  char *format;
  char *language;
  gboolean complete;
  char *request;
  char *figures;
  char *notes;
  gboolean has[CS_N_PARTS];
  CsPartRecord parts[CS_N_PARTS];
} CsDraftRecord;

void cs_draft_record_clear (CsDraftRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsDraftRecord, cs_draft_record_clear)

/* Fills an empty record. */
void cs_draft_record_fill (CsDraftRecord *record,
                           const CsDraft *draft);

/* Returns: (transfer full): SHA-256 over all fields */
char *cs_draft_record_dup_checksum (const CsDraftRecord *record);

/* Returns: (transfer full) (nullable): the draft, called @path; NULL when the record, whose fields
 * are there, is not as a draft would be */
CsDraft *cs_draft_record_rebuild (const CsDraftRecord *record,
                                  const char *path);

G_END_DECLS
