#pragma once

#include "../cs-package.h"
#include "../cs-read-context.h"

G_BEGIN_DECLS

/* Packages of CNIPA as inputs of cs_read(); for nobody else than src/formats. */

/**
 * cs_cnipa_read_package:
 * @context: who reads
 * @package: (transfer none): the files of one application
 *
 * Reads the books of a package, 100001 (claims), 100002 (description), 100003 (drawings), 100004
 * (abstract) and 100005 (its figure), into one draft. Books are known by what is in them. Of two
 * versions of a book the last by name counts, and a note says so; a file that is no book, or
 * cannot be opened, is a note too, as long as there are books. Thread: any.
 */
void cs_cnipa_read_package (CsReadContext *context,
                            const CsPackage *package);

G_END_DECLS
