#pragma once

#include "../../src/family/cs-record.h"

/* Patents that nobody filed, for measuring: words as often as they are met, half the families
 * Chinese and half English, five documents a family (an application and its grant in China, and
 * publications of WIPO, the USPTO and the EPO). The same seed gives the same patents. */
typedef struct _InventedPatents InventedPatents;

/* Reads the words of the dictionaries words.zh.dict and words.en.dict in @folder. */
InventedPatents *invented_patents_new (const char *folder,
                                       guint seed);

void invented_patents_free (InventedPatents *patents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InventedPatents, invented_patents_free)

/* Returns: (transfer full): document number @n; with title, abstract and a claim, and with @is_full
 * as much more text as a publication has */
CsRecord *invented_patents_make (InventedPatents *patents,
                                 guint n,
                                 gboolean is_full);
