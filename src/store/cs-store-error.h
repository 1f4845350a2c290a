#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsStoreError:
 * @CS_STORE_ERROR_FULL: the disk is full
 * @CS_STORE_ERROR_IO: the disk could not be read or written
 * @CS_STORE_ERROR_READ_ONLY: the store, its folder or its disk cannot be written
 * @CS_STORE_ERROR_NEWER: a newer version of the program wrote it: it can be read, not changed
 * @CS_STORE_ERROR_CORRUPT: it is damaged, or no store of ours
 * @CS_STORE_ERROR_BUSY: another program holds it for too long
 * @CS_STORE_ERROR_CONFLICT: the matter was changed by somebody else in the meantime
 * @CS_STORE_ERROR_NOT_FOUND: no such file, matter, version, decision or picture
 * @CS_STORE_ERROR_LIMIT: larger than a limit of cs-limits.h
 * @CS_STORE_ERROR_REVIEWER: nobody is named, or the one who wrote the text, who cannot confirm it
 * @CS_STORE_ERROR_OPEN: a question of the examination has no answer, so that it cannot be signed
 *
 * What can be wrong with a store. Messages are translated, name the file and what is safe, and
 * never hold text of a draft. Cancelling is %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  CS_STORE_ERROR_FULL,
  CS_STORE_ERROR_IO,
  CS_STORE_ERROR_READ_ONLY,
  CS_STORE_ERROR_NEWER,
  CS_STORE_ERROR_CORRUPT,
  CS_STORE_ERROR_BUSY,
  CS_STORE_ERROR_CONFLICT,
  CS_STORE_ERROR_NOT_FOUND,
  CS_STORE_ERROR_LIMIT,
  CS_STORE_ERROR_REVIEWER,
  CS_STORE_ERROR_OPEN
} CsStoreError;

#define CS_STORE_ERROR (cs_store_error_quark ())

GQuark cs_store_error_quark (void);

G_END_DECLS
