#pragma once

#include "cs-legal-status.h"
#include "cs-record.h"

G_BEGIN_DECLS

/**
 * CsFamilyRule:
 * @CS_FAMILY_SIMPLE: same set of active priorities. As DOCDB gives it, or computed here from the
 *   priorities and then said to be so
 * @CS_FAMILY_EXTENDED: whatever shares a priority directly or through others (INPADOC's idea)
 * @CS_FAMILY_DOMESTIC: continuations, divisions and the like within one office
 * @CS_FAMILY_GIVEN: as a search platform lists it
 *
 * By which definition applications are one family. Families of different rules and sources stand
 * side by side and are never merged.
 */
typedef enum
{
  CS_FAMILY_SIMPLE,
  CS_FAMILY_EXTENDED,
  CS_FAMILY_DOMESTIC,
  CS_FAMILY_GIVEN,
  CS_N_FAMILY_RULES
} CsFamilyRule;

/** cs_family_rule_get_name: Returns: (transfer none): "simple", "extended", "domestic", "given" */
const char *cs_family_rule_get_name (CsFamilyRule rule);

/**
 * CsFamilyMember:
 * @id: of its application, as cs_number_get_id()
 * @docdb: (nullable): DOCDB's number of its simple family
 * @priorities: (array length=n_priorities): what it claims
 * @n_priorities: how many
 * @relations: (array length=n_relations): what it comes from
 * @n_relations: how many
 * @alias: (nullable): the alias of its number
 *
 * What of an application decides about its families.
 */
typedef struct
{
  const char *id;
  const char *docdb;
  const CsPriority *priorities;
  guint n_priorities;
  const CsRelation *relations;
  guint n_relations;
  const char *alias;
} CsFamilyMember;

/**
 * cs_family_group:
 * @rule: not %CS_FAMILY_GIVEN
 * @members: (array length=n_members): applications; all that hang together must be among them
 * @n_members: how many
 * @n_groups: (out): how many families there are
 *
 * Sorts applications into families. For %CS_FAMILY_SIMPLE members with a number of DOCDB go by it
 * alone; of the others the set of active priorities counts, and where a source says nothing about
 * activity it is computed: self-claims do not count, a continuation, division or national phase
 * takes the set of what it comes from, a continuation in part counts as a first filing beside its
 * parent, and who has no priority is its own. For %CS_FAMILY_EXTENDED all priorities and relations
 * link, for %CS_FAMILY_DOMESTIC those within one office and what comes there from one international
 * application. That two were filed on the same day, or are said to be related, links nothing.
 * Numbers are compared by key and alias; one without kind is the one with a kind that there is, if
 * there is but one. Near linear. Source: EPO, "DOCDB simple patent family" and "INPADOC extended
 * patent family". Thread: any.
 *
 * Returns: (transfer full) (array length=n_members): for each member the number of its family,
 * from 0 in the order of first members; %NULL for no members
 */
guint *cs_family_group (CsFamilyRule rule,
                        const CsFamilyMember *members,
                        guint n_members,
                        guint *n_groups) G_GNUC_WARN_UNUSED_RESULT;

/* --- a family as it is shown --- */

/**
 * CsPublication:
 * @number: the document, with its kind and the day it was published
 * @source: the source that told, as in #CsRecord
 * @as_of: day of that source's data
 * @languages: of the claims that are there, "en zh", "" when there are none
 * @store_id: under which the library finds its texts
 *
 * One publication of an application.
 */
typedef struct
{
  CsNumber *number;
  char *source;
  CsOfficeDate as_of;
  char *languages;
  gint64 store_id;
} CsPublication;

/**
 * CsApplication:
 * @number: with the day of filing
 * @title: in the language asked for, or any
 * @publications: (element-type CsPublication): by date
 * @priorities: (element-type CsPriority): of all its records, each once
 * @relations: (element-type CsRelation): the same
 * @events: (element-type CsLegalEvent): the same, in order of date
 * @event_sources: (element-type utf8): the source of each event
 * @status: what the events say
 * @store_id: under which the library finds it
 *
 * One application of a family with all that its records say. Immutable once made.
 */
typedef struct
{
  CsNumber *number;
  char *title;
  GPtrArray *publications;
  GPtrArray *priorities;
  GPtrArray *relations;
  GPtrArray *events;
  GPtrArray *event_sources;
  CsLegalStatus status;
  gint64 store_id;
} CsApplication;

/** cs_application_new: Returns: (transfer full): one with nothing in it, for who makes it to fill
 * */
CsApplication *cs_application_new (void);

/** cs_application_free: frees it with all it holds */
void cs_application_free (CsApplication *application);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsApplication, cs_application_free)

/** cs_publication_free: frees it with all it holds */
void cs_publication_free (CsPublication *publication);

/** cs_priority_dup: Returns: (transfer full): a copy that stands for itself */
CsPriority *cs_priority_dup (const CsPriority *priority);

/** cs_priority_free: frees what cs_priority_dup() gave */
void cs_priority_free (CsPriority *priority);

/** cs_relation_dup: Returns: (transfer full): a copy that stands for itself */
CsRelation *cs_relation_dup (const CsRelation *relation);

/** cs_relation_free: frees what cs_relation_dup() gave */
void cs_relation_free (CsRelation *relation);

/** cs_legal_event_dup: Returns: (transfer full): a copy that stands for itself */
CsLegalEvent *cs_legal_event_dup (const CsLegalEvent *event);

/** cs_legal_event_free: frees what cs_legal_event_dup() gave */
void cs_legal_event_free (CsLegalEvent *event);

/**
 * CsFamily:
 * @rule: by which definition
 * @source: for %CS_FAMILY_GIVEN whose, and "docdb" where DOCDB's number decided; "" when computed
 *   here
 * @external_id: the source's number of it, "" when it has none
 * @title: of its representative: the member that is chosen by a stated rule (grant before
 *   application, then the earliest)
 * @applicants: (element-type utf8): each once
 * @applications: (element-type CsApplication): by filing date
 * @earliest: its earliest priority or filing
 * @as_of: day of the youngest data
 * @store_id: under which the library finds it
 *
 * One family. Immutable.
 */
typedef struct
{
  CsFamilyRule rule;
  char *source;
  char *external_id;
  char *title;
  GPtrArray *applicants;
  GPtrArray *applications;
  CsOfficeDate earliest;
  CsOfficeDate as_of;
  gint64 store_id;
} CsFamily;

#define CS_TYPE_FAMILY (cs_family_get_type ())

GType cs_family_get_type (void) G_GNUC_CONST;

/** cs_family_new: Returns: (transfer full): one with nothing in it, for who makes it to fill */
CsFamily *cs_family_new (void);

/** cs_family_ref: Returns: (transfer full): @family. Thread: any. */
CsFamily *cs_family_ref (CsFamily *family);

/** cs_family_unref: Thread: any. */
void cs_family_unref (CsFamily *family);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFamily, cs_family_unref)

/** cs_family_get_status: Returns: what the states of its applications come to */
CsFamilyStatus cs_family_get_status (const CsFamily *family);

G_END_DECLS
