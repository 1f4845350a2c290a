#pragma once

#include "../family/cs-family.h"
#include "../picture/cs-picture.h"

G_BEGIN_DECLS

/**
 * cs_family_timeline_new:
 * @family: a family
 * @today: as of when
 *
 * The life of its applications, a lane for each in the order of the family; ids are those of
 * cs_number_get_id(). Of a day that is only known as a month or a year the middle is drawn. A link
 * goes to the application that one comes from directly. Words are in the user's language. Thread:
 * any.
 *
 * Returns: (transfer full): the picture
 */
CsPicture *cs_family_timeline_new (const CsFamily *family,
                                   CsOfficeDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_family_graph_new:
 * @family: a family
 *
 * How its applications come from each other, with the earlier ones that it claims and has not; ids
 * are those of cs_number_get_id(). Words are in the user's language. Thread: any.
 *
 * Returns: (transfer full): the picture
 */
CsPicture *cs_family_graph_new (const CsFamily *family) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
