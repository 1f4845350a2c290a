#include "fault-vfs.h"

#include <string.h>

#include <sqlite3.h>

/* The file of the layer below comes right behind ours in memory. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *below;
} FaultFile;

static sqlite3_vfs *below;
static sqlite3_vfs layer;
static guint countdown;
static FaultKind fault;
static gboolean lasts;
static gboolean fired;
static gboolean was_sync;

void
fault_vfs_arm (guint nth, FaultKind kind, gboolean lasting)
{
  countdown = nth;
  fault = kind;
  lasts = lasting;
  fired = FALSE;
  was_sync = FALSE;
}

gboolean
fault_vfs_has_fired (void)
{
  return fired;
}

gboolean
fault_vfs_was_sync (void)
{
  return was_sync;
}

/* Counts an operation. Returns: whether it fails */
static gboolean
fails (void)
{
  if (fired)
    return lasts;
  if (countdown == 0 || --countdown > 0)
    return FALSE;

  fired = TRUE;

  return TRUE;
}

static int
get_code (int io_code)
{
  if (fault == FAULT_FULL)
    return SQLITE_FULL;

  return fault == FAULT_READ_ONLY ? SQLITE_READONLY : io_code;
}

static sqlite3_file *
get_below (sqlite3_file *file)
{
  return ((FaultFile *)(gpointer)file)->below;
}

static int
file_close (sqlite3_file *file)
{
  return get_below (file)->pMethods->xClose (get_below (file));
}

static int
file_read (sqlite3_file *file, void *bytes, int n_bytes, sqlite3_int64 offset)
{
  return get_below (file)->pMethods->xRead (get_below (file), bytes, n_bytes, offset);
}

/* Half of a refused write arrives, as it does on a full disk. */
static int
file_write (sqlite3_file *file, const void *bytes, int n_bytes, sqlite3_int64 offset)
{
  sqlite3_file *to = get_below (file);

  if (!fails ())
    return to->pMethods->xWrite (to, bytes, n_bytes, offset);
  if (fault != FAULT_READ_ONLY)
    to->pMethods->xWrite (to, bytes, n_bytes / 2, offset);

  return get_code (SQLITE_IOERR_WRITE);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (fails ())
    return get_code (SQLITE_IOERR_TRUNCATE);

  return get_below (file)->pMethods->xTruncate (get_below (file), size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  gboolean before = fired;

  if (fails ())
    {
      was_sync = was_sync || !before;
      return get_code (SQLITE_IOERR_FSYNC);
    }

  return get_below (file)->pMethods->xSync (get_below (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_below (file)->pMethods->xFileSize (get_below (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return get_below (file)->pMethods->xLock (get_below (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return get_below (file)->pMethods->xUnlock (get_below (file), level);
}

static int
file_check_lock (sqlite3_file *file, int *locked)
{
  return get_below (file)->pMethods->xCheckReservedLock (get_below (file), locked);
}

static int
file_control (sqlite3_file *file, int op, void *data)
{
  return get_below (file)->pMethods->xFileControl (get_below (file), op, data);
}

static int
file_sector (sqlite3_file *file)
{
  return get_below (file)->pMethods->xSectorSize (get_below (file));
}

static int
file_traits (sqlite3_file *file)
{
  return get_below (file)->pMethods->xDeviceCharacteristics (get_below (file));
}

static int
file_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  if (extend && fails ()) /* "read-only" would promise that there is something to read */
    return fault == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_SHMSIZE;

  return get_below (file)->pMethods->xShmMap (get_below (file), page, size, extend, memory);
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return get_below (file)->pMethods->xShmLock (get_below (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  get_below (file)->pMethods->xShmBarrier (get_below (file));
}

static int
file_shm_unmap (sqlite3_file *file, int delete)
{
  return get_below (file)->pMethods->xShmUnmap (get_below (file), delete);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector,
  .xDeviceCharacteristics = file_traits,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
layer_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *ours = (FaultFile *)(gpointer)file;
  int code;

  ours->below = (sqlite3_file *)(gpointer)(ours + 1);
  ours->base.pMethods = NULL;
  if ((flags & SQLITE_OPEN_READWRITE) != 0 && name != NULL && fails ())
    return fault == FAULT_IO ? SQLITE_IOERR : SQLITE_CANTOPEN;

  code = below->xOpen (below, name, ours->below, flags, out_flags);
  if (ours->below->pMethods != NULL)
    ours->base.pMethods = &methods;

  return code;
}

static int
layer_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  if (fails ())
    return get_code (SQLITE_IOERR_DELETE);

  return below->xDelete (below, name, sync_folder);
}

void
fault_vfs_install (void)
{
  below = sqlite3_vfs_find (NULL);
  layer = *below;
  layer.zName = "fault";
  layer.szOsFile = sizeof (FaultFile) + below->szOsFile;
  layer.xOpen = layer_open;
  layer.xDelete = layer_delete;
  sqlite3_vfs_register (&layer, TRUE);
}
