#include "cs-member.h"

#define NO_EVENT G_MAXUINT

struct _CsMember
{
  GObject parent_instance;

  CsFamily *family;
  const CsApplication *application;
  const CsPublication *publication; /* nullable */
  guint event;
};

G_DEFINE_FINAL_TYPE (CsMember, cs_member, G_TYPE_OBJECT)

static void
cs_member_finalize (GObject *object)
{
  cs_family_unref (CS_MEMBER (object)->family);

  G_OBJECT_CLASS (cs_member_parent_class)->finalize (object);
}

static void
cs_member_class_init (CsMemberClass *class)
{
  G_OBJECT_CLASS (class)->finalize = cs_member_finalize;
}

static void
cs_member_init (CsMember *member)
{
  member->event = NO_EVENT;
}

CsMember *
cs_member_new (const CsFamily *family,
               const CsApplication *application,
               const CsPublication *publication)
{
  CsMember *member = g_object_new (CS_TYPE_MEMBER, NULL);

  member->family = cs_family_ref ((CsFamily *)family);
  member->application = application;
  member->publication = publication;

  return member;
}

CsMember *
cs_member_new_event (const CsFamily *family, const CsApplication *application, guint event)
{
  CsMember *member = cs_member_new (family, application, NULL);

  member->event = event;

  return member;
}

const CsApplication *
cs_member_get_application (CsMember *member)
{
  return member->application;
}

const CsPublication *
cs_member_get_publication (CsMember *member)
{
  return member->publication;
}

const CsNumber *
cs_member_get_number (CsMember *member)
{
  return member->publication != NULL ? member->publication->number : member->application->number;
}

const CsLegalEvent *
cs_member_get_event (CsMember *member)
{
  return member->event < member->application->events->len ?
             member->application->events->pdata[member->event] :
             NULL;
}

const char *
cs_member_get_event_source (CsMember *member)
{
  return member->event < member->application->event_sources->len ?
             member->application->event_sources->pdata[member->event] :
             "";
}

/* --- lists --- */

GListStore *
cs_members_new (const CsFamily *family)
{
  GListStore *members = g_list_store_new (CS_TYPE_MEMBER);

  for (guint i = 0; i < family->applications->len; i++)
    {
      g_autoptr (CsMember) member = cs_member_new (family, family->applications->pdata[i], NULL);

      g_list_store_append (members, member);
    }

  return members;
}

GListModel *
cs_member_dup_publications (gpointer item, gpointer data)
{
  CsMember *member = item;
  const GPtrArray *publications = member->application->publications;
  GListStore *store;

  if (member->publication != NULL || publications->len == 0)
    return NULL;

  store = g_list_store_new (CS_TYPE_MEMBER);
  for (guint i = 0; i < publications->len; i++)
    {
      g_autoptr (CsMember) child =
          cs_member_new (member->family, member->application, publications->pdata[i]);

      g_list_store_append (store, child);
    }

  return G_LIST_MODEL (store);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  CsMember *one = *(CsMember *const *)a;
  CsMember *other = *(CsMember *const *)b;
  int by_date = cs_office_date_compare (cs_member_get_event (other)->date,
                                        cs_member_get_event (one)->date);

  if (by_date != 0 || one->application != other->application)
    return by_date;

  return one->event > other->event ? -1 : 1; /* the last of a day is told last */
}

GListStore *
cs_member_events_new (const CsFamily *family, const char *id)
{
  GListStore *store = g_list_store_new (CS_TYPE_MEMBER);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];

      if (id != NULL && g_strcmp0 (cs_number_get_id (application->number), id) != 0)
        continue;
      for (guint e = 0; e < application->events->len; e++)
        g_ptr_array_add (events, cs_member_new_event (family, application, e));
    }
  g_ptr_array_sort (events, compare_events);
  g_list_store_splice (store, 0, 0, events->pdata, events->len);

  return store;
}
