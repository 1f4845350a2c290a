#pragma once

#include "../store/library-fixture.h"

/* An invented family as offices would tell of it: seven applications in five offices, claims in
 * two languages, legal events, citations, a column that nobody knows. */

/** family_world_write: makes a library in @folder with the invented family, what cites it, and the
 * family that DOCDB calls 40799763. Returns: id of the invented one */
gint64 family_world_write (const char *folder);

/** family_world_write_later: imports what is new about the invented family: a grant in Europe and
 * a member in Korea */
void family_world_write_later (const char *folder);

/** family_world_find: Returns: id of the simple family of the application with @number, such as
 * "US.96495207.A" has by cs_number_get_id() */
gint64 family_world_find (const char *folder,
                          const char *number);
