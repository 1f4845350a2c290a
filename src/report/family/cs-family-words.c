#include "cs-family-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

const char *
cs_legal_state_get_word (CsLegalState state)
{
  static const char *const words[CS_N_LEGAL_STATES] = {
    [CS_LEGAL_UNKNOWN] = N_ ("status unknown"),
    [CS_LEGAL_PENDING] = N_ ("pending"),
    [CS_LEGAL_IN_FORCE] = N_ ("in force"),
    [CS_LEGAL_CEASED] = N_ ("ceased"),
    [CS_LEGAL_EXPIRED] = N_ ("expired"),
    [CS_LEGAL_REFUSED] = N_ ("refused by the office"),
    [CS_LEGAL_WITHDRAWN] = N_ ("withdrawn"),
    [CS_LEGAL_NATIONAL] = N_ ("in national phases"),
  };

  g_return_val_if_fail (state < CS_N_LEGAL_STATES, "");

  return _ (words[state]);
}

const char *
cs_family_status_get_word (CsFamilyStatus status)
{
  static const char *const words[CS_N_FAMILY_STATUSES] = {
    [CS_FAMILY_UNKNOWN] = N_ ("status unknown"),
    [CS_FAMILY_PENDING] = N_ ("pending"),
    [CS_FAMILY_PART_IN_FORCE] = N_ ("part in force"),
    [CS_FAMILY_IN_FORCE] = N_ ("in force"),
    [CS_FAMILY_ENDED] = N_ ("ended"),
  };

  g_return_val_if_fail (status < CS_N_FAMILY_STATUSES, "");

  return _ (words[status]);
}

const char *
cs_family_source_get_word (const char *source)
{
  static const struct
  {
    const char *source;
    const char *word;
  } words[] = {
    { "ops", "EPO OPS" },
    { "docdb", "DOCDB" },
    { "uspto", "USPTO XML" },
    { "ep", "EP XML" },
    { "cnipa", "CNIPA XML" },
    { "sample", N_ ("sample library") },
    { "sample:texts", N_ ("sample library") },
    { "sample:table", N_ ("sample library") },
    { "table:espacenet", "Espacenet" },
    { "table:lens", "Lens" },
    { "table:google", "Google Patents" },
    { "table:patsnap", "PatSnap" },
    { "table:incopat", "incoPat" },
    { "table:derwent", "Derwent" },
    { "table:orbit", "Orbit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].source, source) == 0)
      return _ (words[i].word);

  return g_str_has_prefix (source, "table:") ? source + strlen ("table:") : source;
}

char *
cs_family_rule_dup_words (const CsFamily *family)
{
  switch (family->rule)
    {
    case CS_FAMILY_SIMPLE:
      if (*family->source == '\0')
        return g_strdup (_ ("simple family, computed here"));
      return g_strdup_printf (_ ("DOCDB simple family %s, as given"), family->external_id);
    case CS_FAMILY_EXTENDED:
      return g_strdup (_ ("extended family, computed here"));
    case CS_FAMILY_DOMESTIC:
      return g_strdup (_ ("domestic family, computed here"));
    case CS_FAMILY_GIVEN:
    case CS_N_FAMILY_RULES:
    default:
      /* Translators: %s is a source of data: "Lens", "incoPat" */
      return g_strdup_printf (_ ("family as %s gives it"),
                              cs_family_source_get_word (family->source));
    }
}

/* --- why a state is known --- */

/* A grant that is only known by its publication is told by that. */
static const CsPublication *
find_publication_of (const CsApplication *application, CsOfficeDate date)
{
  for (guint i = 0; i < application->publications->len; i++)
    {
      const CsPublication *publication = application->publications->pdata[i];

      if (cs_office_date_is_known (date) &&
          cs_office_date_compare (publication->number->date, date) == 0)
        return publication;
    }

  return NULL;
}

static char *
join_reason (const char *what, CsOfficeDate date, const char *source)
{
  g_autofree char *day = cs_office_date_dup_text (date);

  return g_strjoin (" · ", what, day, cs_family_source_get_word (source), NULL);
}

char *
cs_application_dup_reason_words (const CsApplication *application)
{
  const CsLegalStatus *status = &application->status;
  const CsPublication *publication = find_publication_of (application, status->since);
  g_autofree char *what = NULL;

  if (status->event >= 0 && (guint)status->event < application->events->len)
    {
      const CsLegalEvent *event = application->events->pdata[status->event];

      what = g_strdup_printf ("%s %s", event->code, event->text);
      return join_reason (g_strstrip (what), event->date,
                          application->event_sources->pdata[status->event]);
    }
  if (publication == NULL)
    return g_strdup (_ ("no event tells"));

  what = g_strdup_printf (_ ("published as %s"), publication->number->printed);

  return join_reason (what, publication->number->date, publication->source);
}
