#pragma once

#include "cs-attachments.h"

G_BEGIN_DECLS

/* The files that lie with a matter, shared by the files that handle them; for nobody else. */

struct _CsAttachments
{
  GObject parent_instance;

  CsStoreService *service;
  gint64 matter;
  GListStore *model;
  gboolean loading;

  /* adding */
  GQueue waiting; /* char *: paths */
  guint n_asked;  /* since nothing was being added */
  guint n_done;
  char *file; /* being read, NULL when none is */
  GCancellable *cancellable;
};

/* An attachment and its bytes, on the way to the store or from it. */
typedef struct
{
  gint64 matter;
  CsAttachment *attachment;
  GBytes *bytes;
  char *remark; /* nullable: what it lacks */
  char *path;   /* nullable: where to write it */
} CsAttachmentWork;

/* --- cs-attachments.c --- */

/* What the store is asked about @item. */
CsAttachmentWork *cs_attachment_work_new (CsAttachments *attachments, CsAttachmentItem *item);

void cs_attachment_work_free (gpointer work);

/* The job that keeps @work (owned by it); its result is a CsAttachment. */
CsStoreJob cs_attachments_get_attach_job (CsAttachments *attachments, CsAttachmentWork *work);

/* Shows what the store has kept (given away), which may be in the list already. */
void cs_attachments_show_kept (CsAttachments *attachments, CsAttachment *kept);

/* Says what went wrong with @file, unless it was stopped. */
void cs_attachments_tell_error (CsAttachments *attachments, const char *file, const GError *error);

G_END_DECLS
