#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What becomes of files that are dropped on an open draft, told by their names alone: nothing is
 * read before it is asked for. */

/** CsDroppedKind: what a file is good for */
typedef enum
{
  CS_DROPPED_OTHER,       /* a picture, or nothing that is known */
  CS_DROPPED_APPLICATION, /* the draft as it was edited elsewhere, or another one */
  CS_DROPPED_MATTER,      /* a matter of a colleague's */
  CS_DROPPED_ATTACHMENT   /* what lies with a matter */
} CsDroppedKind;

/** cs_dropped_file_guess: @path: a file or folder. Returns: what it is good for */
CsDroppedKind cs_dropped_file_guess (const char *path);

/** cs_dropped_files_list: Returns: (transfer full) (array zero-terminated=1): paths of those of
 * @files (element-type GFile) that do not belong into the text */
char **cs_dropped_files_list (GSList *files);

/** cs_dropped_files_pick: Returns: (transfer full) (array zero-terminated=1): those of @paths that
 * are of @kind */
char **cs_dropped_files_pick (const char *const *paths,
                              CsDroppedKind kind);

G_END_DECLS
