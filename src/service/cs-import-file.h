#pragma once

#include "cs-matter-file.h"

G_BEGIN_DECLS

/**
 * CsImportFuncs:
 * @made: a matter was made of something in @path
 * @decide: the matter of @file (transfer full) is here already, and somebody must decide what is
 *   taken of it; @merge (transfer full) tells what differs
 * @failed: something in @path was not taken, for @error
 * @claims_language: (nullable): as in #CsReader
 *
 * What is told while files are taken in, each with the data given, and what is taken of them.
 */
typedef struct
{
  void (*made) (gint64 matter, const char *path, gpointer data);
  void (*decide) (CsMatterFile *file, CsMerge *merge, const char *path, gpointer data);
  void (*failed) (const char *path, const GError *error, gpointer data);
  const char *claims_language;
} CsImportFuncs;

/**
 * cs_import_file:
 * @store: where to
 * @path: a file or folder
 * @funcs: what is told
 * @data: for @funcs
 * @cancellable: (nullable): stops it after what is being read; that is no error
 *
 * Takes all applications in @path into the store, whatever it is: documents that cs_read() reads,
 * with their pictures; stores and copies of a matter, with decisions and terms; a matter file, when
 * its matter is not here yet. Thread: that of @store.
 */
void cs_import_file (CsDraftStore *store,
                     const char *path,
                     const CsImportFuncs *funcs,
                     gpointer data,
                     GCancellable *cancellable);

G_END_DECLS
