#pragma once

#include "cs-library-service.h"

G_BEGIN_DECLS

/**
 * CsLibraryFacts:
 * @path: its file
 * @n_bytes: of it and its log
 * @counts: what is in it
 * @n_samples: families of the sample library
 * @last: (nullable): the last import
 *
 * What there is to know about a library as a whole.
 */
typedef struct
{
  char *path;
  guint64 n_bytes;
  CsLibraryCounts counts;
  guint64 n_samples;
  CsLibraryRun *last;
} CsLibraryFacts;

/**
 * CsCareDeed:
 * @CS_CARE_NONE: nothing
 * @CS_CARE_BACK_UP: write a copy
 * @CS_CARE_CHECK: look whether all is sound
 * @CS_CARE_REPAIR: build the indexes anew from the records
 * @CS_CARE_RESTORE: put a copy in the place of the library
 * @CS_CARE_BEGIN_ANEW: put an empty one in its place
 * @CS_CARE_REMOVE_SAMPLES: take the sample library out
 *
 * What can be done with a library as a whole.
 */
typedef enum
{
  CS_CARE_NONE,
  CS_CARE_BACK_UP,
  CS_CARE_CHECK,
  CS_CARE_REPAIR,
  CS_CARE_RESTORE,
  CS_CARE_BEGIN_ANEW,
  CS_CARE_REMOVE_SAMPLES
} CsCareDeed;

/**
 * CsLibraryCare:
 *
 * Looks after the library of families as a whole: what there is, and one deed at a time, each in a
 * thread, the long ones with a connection of their own so that search goes on meanwhile.
 *
 * Properties: `deed` (uint, #CsCareDeed): what is under way; `fraction` (double): how much of it is
 * done, 0 when nobody knows; `facts` (pointer, #CsLibraryFacts, nullable): notified when they were
 * read anew, as they are whenever the library changes.
 *
 * Signals: `ended (guint deed, GError *error, GStrv problems)`: @error is %NULL when it went well;
 * @problems are lines that a check found, %NULL for other deeds.
 */
#define CS_TYPE_LIBRARY_CARE (cs_library_care_get_type ())

G_DECLARE_FINAL_TYPE (CsLibraryCare, cs_library_care, CS, LIBRARY_CARE, GObject)

/** cs_library_care_new: Returns: (transfer full): care of the library of @service, about which
 * facts are read at once */
CsLibraryCare *cs_library_care_new (CsLibraryService *service);

/** cs_library_care_get_facts: Returns: (transfer none) (nullable): what is known by now; %NULL when
 * there is no library, or none that can be read */
const CsLibraryFacts *cs_library_care_get_facts (CsLibraryCare *care);

/** cs_library_care_begin: begins @deed, unless one is under way; @path: (nullable): of the copy to
 * write, whose place another file may hold, or to restore */
void cs_library_care_begin (CsLibraryCare *care,
                            CsCareDeed deed,
                            const char *path);

/** cs_care_deed_takes_time: Returns: whether progress of @deed is told, and it can be stopped */
gboolean cs_care_deed_takes_time (CsCareDeed deed);

/** cs_library_care_stop: stops what takes time with %G_IO_ERROR_CANCELLED: a library that was not
 * replaced by then stays; other deeds go on */
void cs_library_care_stop (CsLibraryCare *care);

G_END_DECLS
