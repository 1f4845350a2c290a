#include "cs-legal-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static const struct
{
  const char *label;
  const char *icon;
  const char *css_class;
} states[CS_N_LEGAL_STATES] = {
  [CS_LEGAL_UNKNOWN] = { N_ ("status unknown"), "cs-person-symbolic", "cs-person" },
  [CS_LEGAL_PENDING] = { N_ ("pending"), "cs-pending-symbolic", "cs-neutral" },
  [CS_LEGAL_IN_FORCE] = { N_ ("in force"), "cs-passed-symbolic", "cs-passed" },
  [CS_LEGAL_CEASED] = { N_ ("ceased"), "cs-ended-symbolic", "cs-neutral" },
  [CS_LEGAL_EXPIRED] = { N_ ("expired"), "cs-ended-symbolic", "cs-neutral" },
  [CS_LEGAL_REFUSED] = { N_ ("refused by the office"), "cs-ended-symbolic", "cs-neutral" },
  [CS_LEGAL_WITHDRAWN] = { N_ ("withdrawn"), "cs-ended-symbolic", "cs-neutral" },
  [CS_LEGAL_NATIONAL] = { N_ ("in national phases"), "cs-inapplicable-symbolic", "cs-neutral" },
};

const char *
cs_legal_state_get_label (CsLegalState state)
{
  g_return_val_if_fail (state < CS_N_LEGAL_STATES, "");

  return _ (states[state].label);
}

void
cs_legal_state_show (GtkImage *image, CsLegalState state)
{
  const char *classes[] = { NULL, NULL };

  g_return_if_fail (state < CS_N_LEGAL_STATES);

  classes[0] = states[state].css_class;
  gtk_widget_set_css_classes (GTK_WIDGET (image), classes);
  gtk_image_set_from_icon_name (image, states[state].icon);
}

const char *
cs_legal_effect_get_label (CsLegalEffect effect)
{
  static const char *const labels[CS_N_LEGAL_EFFECTS] = {
    [CS_LEGAL_EFFECT_NONE] = NULL,
    [CS_LEGAL_EFFECT_PENDING] = N_ ("pending"),
    [CS_LEGAL_EFFECT_GRANT] = N_ ("granted"),
    [CS_LEGAL_EFFECT_KEEP] = N_ ("kept in force"),
    [CS_LEGAL_EFFECT_CEASE] = N_ ("ceases"),
    [CS_LEGAL_EFFECT_EXPIRE] = N_ ("expires"),
    [CS_LEGAL_EFFECT_REFUSE] = N_ ("refused by the office"),
    [CS_LEGAL_EFFECT_WITHDRAW] = N_ ("withdrawn"),
    [CS_LEGAL_EFFECT_REVIVE] = N_ ("revived"),
    [CS_LEGAL_EFFECT_CEASE_PART] = N_ ("ceases in one state"),
    [CS_LEGAL_EFFECT_REVIVE_PART] = N_ ("revived in one state"),
    [CS_LEGAL_EFFECT_CHALLENGE] = N_ ("challenged"),
    [CS_LEGAL_EFFECT_END_CHALLENGE] = N_ ("challenge ended"),
    [CS_LEGAL_EFFECT_TRANSFER] = N_ ("transferred"),
    [CS_LEGAL_EFFECT_LICENCE] = N_ ("licensed"),
    [CS_LEGAL_EFFECT_END_LICENCE] = N_ ("licence ended"),
    [CS_LEGAL_EFFECT_PLEDGE] = N_ ("pledged"),
    [CS_LEGAL_EFFECT_END_PLEDGE] = N_ ("pledge ended"),
    [CS_LEGAL_EFFECT_NATIONAL] = N_ ("enters national phase"),
  };

  g_return_val_if_fail (effect < CS_N_LEGAL_EFFECTS, "");

  return labels[effect] == NULL ? "" : _ (labels[effect]);
}

/* A grant that is only known by its publication is told by that. */
static const CsPublication *
find_publication_of (const CsApplication *application, CsOfficeDate date)
{
  for (guint i = 0; i < application->publications->len; i++)
    {
      const CsPublication *publication = application->publications->pdata[i];

      if (cs_office_date_compare (publication->number->date, date) == 0)
        return publication;
    }

  return NULL;
}

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
join_reason (const char *what, CsOfficeDate date, const char *source)
{
  GString *text = g_string_new (NULL);
  g_autofree char *day = cs_office_date_dup_text (date);

  append_part (text, what);
  append_part (text, day);
  append_part (text, cs_source_get_label (source));

  return g_string_free (text, FALSE);
}

char *
cs_application_dup_reason (const CsApplication *application)
{
  const CsLegalStatus *status = &application->status;
  const CsPublication *publication;

  if (status->event >= 0 && (guint)status->event < application->events->len)
    {
      const CsLegalEvent *event = application->events->pdata[status->event];
      const char *source = status->event < (int)application->event_sources->len ?
                               application->event_sources->pdata[status->event] :
                               "";
      g_autofree char *what = g_strdup_printf ("%s %s", event->code, event->text);

      return join_reason (g_strstrip (what), event->date, source);
    }

  publication = cs_office_date_is_known (status->since) ?
                    find_publication_of (application, status->since) :
                    NULL;
  if (publication != NULL)
    {
      g_autofree char *what = g_strdup_printf (_ ("published as %s"), publication->number->printed);

      return join_reason (what, publication->number->date, publication->source);
    }

  return g_strdup (_ ("no event tells"));
}

const char *
cs_source_get_label (const char *source)
{
  static const struct
  {
    const char *source;
    const char *label;
  } labels[] = {
    { "ops", "EPO OPS" },
    { "docdb", "DOCDB" },
    { "uspto", "USPTO XML" },
    { "ep", "EP XML" },
    { "cnipa", "CNIPA XML" },
    { "table:espacenet", "Espacenet" },
    { "table:lens", "Lens" },
    { "table:google", "Google Patents" },
    { "table:patsnap", "PatSnap" },
    { "table:incopat", "incoPat" },
    { "table:derwent", "Derwent" },
    { "table:orbit", "Orbit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].source, source) == 0)
      return labels[i].label;

  return g_str_has_prefix (source, "table:") ? source + strlen ("table:") : source;
}

char *
cs_family_dup_rule (CsFamilyRule rule, const char *source)
{
  switch (rule)
    {
    case CS_FAMILY_SIMPLE:
      return g_strdup (*source != '\0' ? _ ("DOCDB simple family, as given") :
                                         _ ("Simple family, computed here"));
    case CS_FAMILY_EXTENDED:
      return g_strdup (_ ("Extended family, computed here"));
    case CS_FAMILY_DOMESTIC:
      return g_strdup (_ ("Domestic family, computed here"));
    case CS_FAMILY_GIVEN:
    case CS_N_FAMILY_RULES:
    default:
      /* Translators: %s is a source of data: "Lens", "incoPat" */
      return g_strdup_printf (_ ("Family as %s gives it"), cs_source_get_label (source));
    }
}

char *
cs_family_choice_dup_label (const CsFamilyChoice *choice)
{
  g_autofree char *rule = cs_family_dup_rule (choice->rule, choice->source);
  g_autofree char *size = g_strdup_printf (
      ngettext ("%u application", "%u applications", choice->n_applications),
      choice->n_applications);

  if (choice->rule == CS_FAMILY_DOMESTIC && choice->office != NULL)
    return g_strdup_printf ("%s · %s · %s", rule, choice->office, size);

  return g_strdup_printf ("%s · %s", rule, size);
}
