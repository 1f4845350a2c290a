#pragma once

#include "../service/cs-matter-file.h"

G_BEGIN_DECLS

/**
 * CsCheckMatter:
 * @name: as it was asked for
 * @matter: (nullable): the matter, %NULL when it could not be read
 * @error: (nullable): why not
 * @store: (nullable): where it is, for its pictures
 * @file: (nullable): or the file that it came in
 */
typedef struct
{
  const char *name;
  CsMatter *matter;
  const GError *error;
  CsDraftStore *store;
  CsMatterFile *file;
} CsCheckMatter;

/** CsCheckMatterFunc: @item: one that was asked for, lent until it returns */
typedef void (*CsCheckMatterFunc) (const CsCheckMatter *item,
                                   gpointer data);

/** cs_check_matter_load_image: @item: a #CsCheckMatter. Returns: (transfer full) (nullable): the
 * bytes of picture @name; for whoever asks for pictures by name */
GBytes *cs_check_matter_load_image (const char *name,
                                    gpointer item);

/** cs_check_matter_list_runs: Returns: (transfer full) (nullable) (element-type CsExamRecord): the
 * examinations of @item that were kept, the newest first */
GPtrArray *cs_check_matter_list_runs (const CsCheckMatter *item);

/**
 * cs_check_matters:
 * @names: (array zero-terminated=1): own numbers, names or ids
 * @func: called for each in order
 * @data: for @func
 * @cancellable: stops it between two
 *
 * Reads matters from the store of the program; with no names, the store is not even opened.
 */
void cs_check_matters (char *const *names,
                       CsCheckMatterFunc func,
                       gpointer data,
                       GCancellable *cancellable);

/**
 * cs_check_matter_file:
 * @path: a file
 * @func: called with what is in it, when it is a matter file
 * @data: for @func
 *
 * Reads a matter that somebody sent, with what was decided of its findings and said of its terms;
 * it does not come into the store.
 *
 * Returns: whether it is a matter file
 */
gboolean cs_check_matter_file (const char *path,
                               CsCheckMatterFunc func,
                               gpointer data);

G_END_DECLS
