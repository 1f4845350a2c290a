#pragma once

#include "../cs-read-context.h"

G_BEGIN_DECLS

/* XML as an input of cs_read(); for nobody else than src/formats. */

/**
 * cs_xml_stream_read:
 * @context: who reads
 * @stream: XML, from its beginning
 *
 * Reads one XML document after another from @stream: the weekly files of USPTO are many, each with
 * its own XML declaration. Sequence listings among them are left out. A document that cannot be
 * read gives an error in its place, and the next one is read.
 */
void cs_xml_stream_read (CsReadContext *context,
                         GInputStream *stream);

G_END_DECLS
