#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cs_interrupt_watch:
 * @cancellable: cancelled by the first Ctrl-C
 *
 * From now on Ctrl-C stops the work at the next safe place instead of the program; a second one
 * ends the program as ever. Called once, before the work begins.
 */
void cs_interrupt_watch (GCancellable *cancellable);

G_END_DECLS
