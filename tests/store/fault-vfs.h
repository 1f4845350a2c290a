#pragma once

#include <glib.h>

/* A disk that refuses: a layer over SQLite's own that fails the N-th operation that changes a file
 * (write, sync, truncate, opening for writing, deleting, growing the index of a log). */

typedef enum
{
  FAULT_FULL,      /* no space left */
  FAULT_IO,        /* the device fails */
  FAULT_READ_ONLY, /* the file system is read-only */
  N_FAULTS
} FaultKind;

/* Makes the layer the default one, of every store that is opened from now on. */
void fault_vfs_install (void);

/* From now on counts operations; the @nth (from 1) fails with @kind, and with @lasting all after
 * it. 0: none fails. */
void fault_vfs_arm (guint nth,
                    FaultKind kind,
                    gboolean lasting);

/* Returns: whether an operation has failed since */
gboolean fault_vfs_has_fired (void);

/* Returns: whether the first that failed was a sync: all was written, and may or may not stay */
gboolean fault_vfs_was_sync (void);
