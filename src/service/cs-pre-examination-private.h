#pragma once

#include "cs-pre-examination.h"

G_BEGIN_DECLS

/* What the objects of a pre-examination share; for nobody else. */

/* --- what is shown --- */

/* Returns: (transfer full): @where of @result as evidence. @finding: (nullable): what was found
 * there */
CsPreEvidence *cs_pre_evidence_new (const CsExamResult *result,
                                    const CsSpan *where,
                                    const CsFinding *finding,
                                    const char *language);

/* Returns: (transfer full): what @result says of @item */
CsPreItem *cs_pre_item_new (CsExamResult *result,
                            const CsItemResult *item,
                            const char *language);

/* Lets @pre say what @result, a later examination, says of the same item. */
void cs_pre_item_update (CsPreItem *pre,
                         CsExamResult *result,
                         const CsItemResult *item,
                         const char *language);

/* That an answer is on its way. */
void cs_pre_item_set_saving (CsPreItem *pre,
                             gboolean saving);

/* Returns: (transfer full): which tells an item from those of other lists */
char *cs_pre_item_dup_key (const CsItemResult *item);

/* Lets @store hold what @result says of every item, those that need a person first. */
void cs_pre_items_show (GListStore *store,
                        CsExamResult *result,
                        const char *language);

/* That no answer is on its way any more. */
void cs_pre_items_end_saving (GListStore *store);

/* Lets @store hold @checklists; those that @chosen names are chosen. */
void cs_checklist_choices_show (GListStore *store,
                                const GPtrArray *checklists,
                                char *const *chosen,
                                const char *language);

/* Returns: (transfer full): ids of those that are chosen */
char **cs_checklist_choices_dup_chosen (GListStore *store);

/* --- what is done --- */

typedef enum
{
  CS_PRE_LOAD,   /* shows the last examination again when it is of the text now */
  CS_PRE_START,  /* examines the text as it is in the store */
  CS_PRE_ANSWER, /* keeps an answer, and examines the text that is shown once more */
  CS_PRE_SIGN,   /* keeps a signature */
  CS_PRE_LOOK    /* sees whether the text in the store is still the one that is shown */
} CsPreStep;

/* One piece of work on its way through the thread of the store and that of the examination and
 * back; each has it alone. */
typedef struct
{
  CsPreStep step;
  gint64 id;              /* of the matter */
  char **chosen;          /* ids of checklists; NULL: those of the last examination, or that fit */
  char *person;           /* who examines */
  CsDraft *draft;         /* to be examined; NULL for the text in the store */
  GPtrArray *answers;     /* of CsAnswer, to be kept */
  CsSignature *signature; /* to be kept, for @run */
  gint64 run;
  int *progress; /* atomic, of CS_PRE_PROGRESS; lives as long as the object that asked */

  CsMatter *matter;   /* what came of it, as all that follows */
  char *author;       /* who wrote the text */
  char *text_sha256;  /* of the text in the store */
  GPtrArray *fitting; /* of CsChecklist: those that may be chosen */
  GPtrArray *runs;    /* of CsExamRecord: the two newest */
  CsExamResult *result;
} CsPreWork;

#define CS_PRE_PROGRESS 1000 /* all is done */

CsPreWork *cs_pre_work_new (CsPreStep step,
                            gint64 id);

void cs_pre_work_free (CsPreWork *work);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsPreWork, cs_pre_work_free)

/* Does @work, whatever threads it takes. @work: (transfer none): stays until @callback is called */
void cs_pre_work_do (CsPreWork *work,
                     CsStoreService *service,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data);

gboolean cs_pre_work_finish (GAsyncResult *result,
                             GError **error);

/* --- the examination itself --- */

struct _CsPreExamination
{
  GObject parent_instance;

  CsStoreService *service;
  gint64 matter;
  char *language;
  char *author;
  char *matter_name;
  char *writer;      /* who wrote the text */
  char *text_sha256; /* of the text in the store */
  GListStore *choices;
  GListStore *items;
  GPtrArray *fitting; /* of CsChecklist, as in choices */
  CsExamResult *result;
  CsExamRecord *record;
  CsExamDiff *diff;
  CsPreWork *work; /* under way */
  GQueue waiting;  /* of CsPreWork, to be done after that */
  GCancellable *cancellable;
  guint progress_source;
  int progress; /* atomic, of CS_PRE_PROGRESS */
};

/* Returns: whether a run is under way */
gboolean cs_pre_examination_is_running (const CsPreExamination *exam);

/* Returns: whether a work of kind @step waits to be done */
gboolean cs_pre_examination_waits_for (const CsPreExamination *exam,
                                       CsPreStep step);

/* @work: (transfer full): done after what is under way */
void cs_pre_examination_add_work (CsPreExamination *exam,
                                  CsPreWork *work);

/* Returns: (transfer full) (nullable): why nobody can sign so now */
char *cs_pre_examination_dup_obstacle (const CsPreExamination *exam,
                                       CsSignatureRole role);

/* Says why something was not done. */
void cs_pre_examination_refuse (CsPreExamination *exam,
                                const char *reason);

G_END_DECLS
