#pragma once

#include "cs-library-file.h"

G_BEGIN_DECLS

/* What a family was at some time, as the table "snapshot" tells; for nobody else. */

/* A member of a family. */
typedef struct
{
  char *key; /* the printed number, when no rule fits it */
  CsLegalState state;
} CsMomentMember;

/* What a family was until a run. */
typedef struct
{
  gint64 run; /* G_MAXINT64: now */
  GPtrArray *members;
  GHashTable *index; /* (element-type utf8 CsMomentMember): the same by their keys */
} CsMoment;

/* Returns: (transfer full) (element-type CsMoment): from the oldest until now, at least that; or
 * NULL */
GPtrArray *cs_library_load_moments (CsLibrary *library,
                                    gint64 family,
                                    GError **error);

/* Returns: (transfer none): the one of @moments (element-type CsMoment) that says what was there
 * after @run; after 0 the oldest */
const CsMoment *cs_moments_find_after (const GPtrArray *moments,
                                       gint64 run);

/* Returns: (transfer none) (nullable): the member with @key; where one of the keys has no kind the
 * kind does not count */
const CsMomentMember *cs_moment_find (const CsMoment *moment,
                                      const char *key);

/* An application that moments know by its key. */
typedef struct
{
  gint64 id;    /* 0: it is no more */
  char *number; /* as the office prints it */
} CsMomentNumber;

void cs_moment_number_free (CsMomentNumber *number);

/* Returns: (transfer full): which application @key is, or NULL */
CsMomentNumber *cs_library_find_moment_number (CsLibrary *library,
                                               const char *key,
                                               GError **error);

G_END_DECLS
