#pragma once

#include <gio/gio.h>

#include "../../family/cs-family.h"

G_BEGIN_DECLS

/**
 * CsMember:
 *
 * An application of a family, one of its publications, or one of its events, as an item of a list.
 * It keeps the family.
 */
#define CS_TYPE_MEMBER (cs_member_get_type ())

G_DECLARE_FINAL_TYPE (CsMember, cs_member, CS, MEMBER, GObject)

/** cs_member_new: @application: of @family, @publication: (nullable): of @application. Returns:
 * (transfer full): the item */
CsMember *cs_member_new (const CsFamily *family,
                         const CsApplication *application,
                         const CsPublication *publication);

/** cs_member_new_event: @event: index among the events of @application. Returns: (transfer full):
 * the item */
CsMember *cs_member_new_event (const CsFamily *family,
                               const CsApplication *application,
                               guint event);

/** cs_member_get_application: Returns: (transfer none): of what */
const CsApplication *cs_member_get_application (CsMember *member);

/** cs_member_get_publication: Returns: (transfer none) (nullable): the publication it is */
const CsPublication *cs_member_get_publication (CsMember *member);

/** cs_member_get_number: Returns: (transfer none): of the publication, else of the application */
const CsNumber *cs_member_get_number (CsMember *member);

/** cs_member_get_event: Returns: (transfer none) (nullable): the event it is */
const CsLegalEvent *cs_member_get_event (CsMember *member);

/** cs_member_get_event_source: Returns: (transfer none): who tells of the event, "" for none */
const char *cs_member_get_event_source (CsMember *member);

/** cs_members_new: Returns: (transfer full): the applications of @family */
GListStore *cs_members_new (const CsFamily *family);

/** cs_member_dup_publications: Returns: (transfer full) (nullable): the publications of an
 * application, %NULL when it is none or has none; as #GtkTreeListModelCreateModelFunc */
GListModel *cs_member_dup_publications (gpointer member,
                                        gpointer data);

/** cs_member_events_new: @id: (nullable): of the only application that is wanted. Returns:
 * (transfer full): events of @family, the last first */
GListStore *cs_member_events_new (const CsFamily *family,
                                  const char *id);

G_END_DECLS
