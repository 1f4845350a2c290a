#pragma once

#include "cs-text.h"

G_BEGIN_DECLS

/**
 * CsTextBuilder:
 *
 * What a reader writes a part's text into. It keeps the promises of #CsText: whatever is
 * appended, the result is valid. At %CS_MAX_PART_BYTES it stops taking more and remembers that.
 * Thread: one at a time.
 */
typedef struct _CsTextBuilder CsTextBuilder;

/** cs_text_builder_new: Returns: (transfer full): a builder with no text yet */
CsTextBuilder *cs_text_builder_new (void);

/** cs_text_builder_free: drops the builder and what is in it */
void cs_text_builder_free (CsTextBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTextBuilder, cs_text_builder_free)

/**
 * cs_text_builder_append:
 * @builder: a builder
 * @utf8: (array length=n_bytes): bytes, meant to be UTF-8
 * @n_bytes: how many
 *
 * Appends text as it is, but for what a #CsText never holds: CR LF, CR, U+2028 and U+2029 become
 * `\n`, other control characters are dropped, U+FFFC without an object and bytes that are not
 * UTF-8 become U+FFFD.
 */
void cs_text_builder_append (CsTextBuilder *builder,
                             const char *utf8,
                             gsize n_bytes);

/**
 * cs_text_builder_append_text:
 * @builder: a builder
 * @text: (transfer none): a text
 * @start: first byte of it, at the start of a character
 * @end: one past the last byte
 *
 * Appends that stretch of @text with its runs and objects. O(length and runs of @text).
 */
void cs_text_builder_append_text (CsTextBuilder *builder,
                                  const CsText *text,
                                  gsize start,
                                  gsize end);

/**
 * cs_text_builder_append_object:
 * @builder: a builder
 * @kind: what it is
 * @payload: (nullable) (transfer none): its source
 * @preview: (nullable) (transfer none): base name of its picture
 */
void cs_text_builder_append_object (CsTextBuilder *builder,
                                    CsObjectKind kind,
                                    const char *payload,
                                    const char *preview);

/**
 * cs_text_builder_add_run:
 * @builder: a builder
 * @start: first byte, an earlier answer of cs_text_builder_get_n_bytes()
 * @end: one past the last byte, another one; an empty run is dropped
 * @style: its style
 */
void cs_text_builder_add_run (CsTextBuilder *builder,
                              gsize start,
                              gsize end,
                              CsRunStyle style);

/** cs_text_builder_get_n_bytes: Returns: bytes so far */
gsize cs_text_builder_get_n_bytes (const CsTextBuilder *builder);

/**
 * cs_text_builder_peek:
 * @builder: a builder
 *
 * Returns: (transfer none): the text so far, valid until the next append
 */
const char *cs_text_builder_peek (const CsTextBuilder *builder);

/** cs_text_builder_is_full: Returns: whether text was refused because of %CS_MAX_PART_BYTES */
gboolean cs_text_builder_is_full (const CsTextBuilder *builder);

/**
 * cs_text_builder_end:
 * @builder: (transfer full): a builder, gone afterwards
 *
 * Returns: (transfer full): what was built
 */
CsText *cs_text_builder_end (CsTextBuilder *builder);

G_END_DECLS
