#include "cs-legal-words.h"

#include <glib/gi18n-lib.h>

#include "../../report/family/cs-family-words.h"

static const struct
{
  const char *icon;
  const char *css_class;
} states[CS_N_LEGAL_STATES] = {
  [CS_LEGAL_UNKNOWN] = { "cs-person-symbolic", "cs-person" },
  [CS_LEGAL_PENDING] = { "cs-pending-symbolic", "cs-neutral" },
  [CS_LEGAL_IN_FORCE] = { "cs-passed-symbolic", "cs-passed" },
  [CS_LEGAL_CEASED] = { "cs-ended-symbolic", "cs-neutral" },
  [CS_LEGAL_EXPIRED] = { "cs-ended-symbolic", "cs-neutral" },
  [CS_LEGAL_REFUSED] = { "cs-ended-symbolic", "cs-neutral" },
  [CS_LEGAL_WITHDRAWN] = { "cs-ended-symbolic", "cs-neutral" },
  [CS_LEGAL_NATIONAL] = { "cs-inapplicable-symbolic", "cs-neutral" },
};

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
      return g_strdup_printf (_ ("Family as %s gives it"), cs_family_source_get_word (source));
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
