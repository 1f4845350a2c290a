#pragma once

#include "cs-record.h"

G_BEGIN_DECLS

/**
 * CsLegalState:
 * @CS_LEGAL_UNKNOWN: no event tells (不明): a state of its own, never taken for lapsed
 * @CS_LEGAL_PENDING: filed or published, nothing decided (审中)
 * @CS_LEGAL_IN_FORCE: granted and kept (有效)
 * @CS_LEGAL_CEASED: granted, then not paid, revoked, declared invalid or given up (失效)
 * @CS_LEGAL_EXPIRED: its full term is over (届满)
 * @CS_LEGAL_REFUSED: 驳回
 * @CS_LEGAL_WITHDRAWN: withdrawn or deemed so, abandoned before grant (撤回)
 * @CS_LEGAL_NATIONAL: an international application that entered national phases, or whose time
 *   for it is over
 *
 * In which state an application is, by its events.
 */
typedef enum
{
  CS_LEGAL_UNKNOWN,
  CS_LEGAL_PENDING,
  CS_LEGAL_IN_FORCE,
  CS_LEGAL_CEASED,
  CS_LEGAL_EXPIRED,
  CS_LEGAL_REFUSED,
  CS_LEGAL_WITHDRAWN,
  CS_LEGAL_NATIONAL,
  CS_N_LEGAL_STATES
} CsLegalState;

/** cs_legal_state_get_name: Returns: (transfer none): "unknown", "pending", "in-force", "ceased",
 * "expired", "refused", "withdrawn", "national" */
const char *cs_legal_state_get_name (CsLegalState state);

/**
 * CsLegalBadge:
 *
 * What has happened to an application beside its state.
 */
typedef enum
{
  CS_LEGAL_BADGE_TRANSFERRED = 1 << 0,
  CS_LEGAL_BADGE_LICENSED = 1 << 1,
  CS_LEGAL_BADGE_PLEDGED = 1 << 2,
  CS_LEGAL_BADGE_CHALLENGED = 1 << 3, /* opposition, invalidity, appeal: open */
  CS_LEGAL_BADGE_REVIVED = 1 << 4,
  CS_LEGAL_BADGE_PART_LAPSED = 1 << 5 /* a regional patent: in some of its states */
} CsLegalBadge;

/**
 * CsLegalStatus:
 * @state: in which state
 * @event: index of the event that decided, -1 when none did (a publication of a grant may)
 * @since: since when, unknown when nobody tells
 * @badges: of #CsLegalBadge
 * @expiry: when its term ends, unknown when the day of filing is
 * @is_estimate: whether @expiry leaves out adjustments, extensions or an earlier end that we cannot
 *   know
 *
 * What the events of one application come to.
 */
typedef struct
{
  CsLegalState state;
  int event;
  CsOfficeDate since;
  guint badges;
  CsOfficeDate expiry;
  gboolean is_estimate;
} CsLegalStatus;

/**
 * CsLegalCase:
 * @application: of which; its date is the day of filing
 * @publications: (array length=n_publications): its documents, with kinds and dates
 * @n_publications: how many
 * @events: (array length=n_events): its events in any order
 * @n_events: how many
 * @today: as of when
 *
 * What decides about the status of an application.
 */
typedef struct
{
  const CsNumber *application;
  CsNumber *const *publications;
  guint n_publications;
  const CsLegalEvent *const *events;
  guint n_events;
  CsOfficeDate today;
} CsLegalCase;

/**
 * cs_legal_status_find:
 * @legal_case: an application
 *
 * Goes through events and publications in order of their dates; a later one wins, on one day the
 * one that comes later in the life of a right. What a code means is data (cs-legal-code.h). A fee
 * paid revives nothing, and a lapse in a state of a European patent ends only that part; when all
 * designated states that are told have lapsed, it has ceased. Without any event a published
 * application is pending for some years, then unknown, as is what lives on paper beyond its term.
 * Thread: any.
 *
 * Returns: the status
 */
CsLegalStatus cs_legal_status_find (const CsLegalCase *legal_case);

/**
 * CsFamilyStatus:
 *
 * What the states of the applications of a family come to.
 */
typedef enum
{
  CS_FAMILY_UNKNOWN,       /* no member's state is known, or all that are have ended */
  CS_FAMILY_PENDING,       /* nothing in force, something pending */
  CS_FAMILY_PART_IN_FORCE, /* something in force, something ended or unknown */
  CS_FAMILY_IN_FORCE,      /* something in force, nothing ended; others may be pending */
  CS_FAMILY_ENDED,         /* every member has ended */
  CS_N_FAMILY_STATUSES
} CsFamilyStatus;

/** cs_family_status_get_name: Returns: (transfer none): "unknown", "pending", "part-in-force",
 * "in-force", "ended" */
const char *cs_family_status_get_name (CsFamilyStatus status);

/** cs_family_status_find: @states: (array length=n_states): of its applications; an international
 * application that went into national phases does not count. Returns: what they come to */
CsFamilyStatus cs_family_status_find (const CsLegalState *states,
                                      guint n_states);

G_END_DECLS
