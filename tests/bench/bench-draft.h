#pragma once

#include "../../src/draft/cs-draft-builder.h"

/* Applications of any size, put together from real ones: claims keep their references, moved along
 * with them. */

/* At most 60 drafts of the files in @folder, which is in @corpus. */
GPtrArray *bench_draft_read (const char *corpus, const char *folder);

/* Adds a unit, with @number printed before it unless that is 0. */
void bench_draft_append_unit (CsDraftBuilder *builder,
                              CsPart part,
                              CsUnitKind kind,
                              guint number,
                              const char *text);

/* Adds so many claims of @sources, one source after the other, again and again. */
void bench_draft_append_claims (CsDraftBuilder *builder, const GPtrArray *sources, guint n_claims);

/* Adds paragraphs of @sources until there are @n_bytes of them. */
void bench_draft_append_description (CsDraftBuilder *builder,
                                     const GPtrArray *sources,
                                     gsize n_bytes);

/* CPU time of this thread, in milliseconds. */
double bench_thread_ms (void);
/* The claims and the description of @draft anew, of which nothing has been read yet. */
CsDraft *bench_draft_dup (const CsDraft *draft);
