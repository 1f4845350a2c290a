#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CsImportTrouble:
 * @path: file
 * @line: 1-based line, or number of the record; 0 when none
 * @is_record: whether @line is the number of a record
 * @message: why it was not imported
 */
typedef struct
{
  char *path;
  guint line;
  gboolean is_record;
  char *message;
} CsImportTrouble;

/** cs_import_trouble_new: Returns: (transfer full): what was refused, and why */
CsImportTrouble *cs_import_trouble_new (const char *path,
                                        guint line,
                                        const char *message);

/** cs_import_trouble_dup_text: Returns: (transfer full): "FILE, line N: REASON", as people read
 * it */
char *cs_import_trouble_dup_text (const CsImportTrouble *trouble);

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

/** cs_import_task_dup_list: Returns: (transfer full): a line for each trouble: file, line, reason,
 * with tabs between, as tables are pasted */
char *cs_import_task_dup_list (CsImportTask *task);

G_END_DECLS
