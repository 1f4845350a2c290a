#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CsImportTrouble:
 * @path: file
 * @line: 1-based line, or index of the record; 0 when none
 * @message: why it was not imported
 */
typedef struct
{
  char *path;
  guint line;
  char *message;
} CsImportTrouble;

/** cs_import_trouble_new: Returns: (transfer full): what was refused, and why */
CsImportTrouble *cs_import_trouble_new (const char *path,
                                        guint line,
                                        const char *message);

/** cs_import_trouble_free: frees it with all it holds */
void cs_import_trouble_free (CsImportTrouble *trouble);

/**
 * CsImportTask:
 *
 * An import of any kind as people watch it. All of it belongs to the thread of the program.
 *
 * Properties: `n-done` (guint): what was taken in; `n-troubles` (guint); `running` (gboolean);
 * `file` (utf8): name of what is being read; `fraction` (double): 0 to 1.
 */
#define CS_TYPE_IMPORT_TASK (cs_import_task_get_type ())

G_DECLARE_INTERFACE (CsImportTask, cs_import_task, CS, IMPORT_TASK, GObject)

struct _CsImportTaskInterface
{
  GTypeInterface parent;

  void (*stop) (CsImportTask *task);
  const GPtrArray *(*get_troubles) (CsImportTask *task);
};

/** cs_import_task_stop: stops it soon; what was imported stays */
void cs_import_task_stop (CsImportTask *task);

/** cs_import_task_get_troubles: Returns: (transfer none) (element-type CsImportTrouble): so far */
const GPtrArray *cs_import_task_get_troubles (CsImportTask *task);

G_END_DECLS
