#include "cs-family.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (CsFamily, cs_family, cs_family_ref, cs_family_unref)

const char *
cs_family_rule_get_name (CsFamilyRule rule)
{
  static const char *const names[CS_N_FAMILY_RULES] = { "simple", "extended", "domestic", "given" };

  return names[rule];
}

/* --- what an application holds --- */

CsPriority *
cs_priority_dup (const CsPriority *priority)
{
  CsPriority *copy = g_new0 (CsPriority, 1);

  copy->number = cs_number_ref (priority->number);
  copy->active = priority->active;
  copy->linkage = g_strdup (priority->linkage);
  return copy;
}

void
cs_priority_free (CsPriority *priority)
{
  cs_number_unref (priority->number);
  g_free ((char *)priority->linkage);
  g_free (priority);
}

CsRelation *
cs_relation_dup (const CsRelation *relation)
{
  CsRelation *copy = g_new0 (CsRelation, 1);

  copy->type = relation->type;
  copy->parent = cs_number_ref (relation->parent);
  return copy;
}

void
cs_relation_free (CsRelation *relation)
{
  cs_number_unref (relation->parent);
  g_free (relation);
}

CsLegalEvent *
cs_legal_event_dup (const CsLegalEvent *event)
{
  CsLegalEvent *copy = g_new0 (CsLegalEvent, 1);

  *copy = *event;
  copy->authority = g_strdup (event->authority);
  copy->code = g_strdup (event->code);
  copy->text = g_strdup (event->text);
  copy->details = g_strdup (event->details);
  return copy;
}

void
cs_legal_event_free (CsLegalEvent *event)
{
  g_free ((char *)event->authority);
  g_free ((char *)event->code);
  g_free ((char *)event->text);
  g_free ((char *)event->details);
  g_free (event);
}

void
cs_publication_free (CsPublication *publication)
{
  g_clear_pointer (&publication->number, cs_number_unref);
  g_free (publication->source);
  g_free (publication->languages);
  g_free (publication);
}

CsApplication *
cs_application_new (void)
{
  CsApplication *application = g_new0 (CsApplication, 1);

  application->publications = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_publication_free);
  application->priorities = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_priority_free);
  application->relations = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_relation_free);
  application->events = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_legal_event_free);
  application->event_sources = g_ptr_array_new_with_free_func (g_free);
  application->status.event = -1;
  return application;
}

void
cs_application_free (CsApplication *application)
{
  g_clear_pointer (&application->number, cs_number_unref);
  g_free (application->title);
  g_ptr_array_unref (application->publications);
  g_ptr_array_unref (application->priorities);
  g_ptr_array_unref (application->relations);
  g_ptr_array_unref (application->events);
  g_ptr_array_unref (application->event_sources);
  g_free (application);
}

/* --- the family --- */

static void
family_clear (gpointer data)
{
  CsFamily *family = data;

  g_free (family->source);
  g_free (family->external_id);
  g_free (family->title);
  g_ptr_array_unref (family->applicants);
  g_ptr_array_unref (family->applications);
}

CsFamily *
cs_family_new (void)
{
  CsFamily *family = g_atomic_rc_box_new0 (CsFamily);

  family->applicants = g_ptr_array_new_with_free_func (g_free);
  family->applications = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_application_free);
  return family;
}

CsFamily *
cs_family_ref (CsFamily *family)
{
  return g_atomic_rc_box_acquire (family);
}

void
cs_family_unref (CsFamily *family)
{
  g_atomic_rc_box_release_full (family, family_clear);
}

CsFamilyStatus
cs_family_get_status (const CsFamily *family)
{
  g_autofree CsLegalState *states = g_new (CsLegalState, family->applications->len + 1);

  for (guint i = 0; i < family->applications->len; i++)
    states[i] = ((const CsApplication *)family->applications->pdata[i])->status.state;
  return cs_family_status_find (states, family->applications->len);
}
