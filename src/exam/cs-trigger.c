#include <string.h>

#include "cs-trigger.h"

/* --- facts --- */

static gboolean
has_figures (const CsDraft *draft, const CsClaimSet *claims)
{
  return draft->figures->len > 0;
}

static gboolean
has_unticked_figures (const CsDraft *draft, const CsClaimSet *claims)
{
  return draft->figures->len > 0 && !cs_figures_are_ticked (draft->figures);
}

static gboolean
has_priority (const CsDraft *draft, const CsClaimSet *claims)
{
  return draft->request->priorities->len > 0;
}

static gboolean
has_foreign_priority (const CsDraft *draft, const CsClaimSet *claims)
{
  const char *own = cs_office_get_name (draft->request->office);
  const GArray *priorities = draft->request->priorities;

  for (guint i = 0; i < priorities->len; i++)
    if (g_strcmp0 (g_array_index (priorities, CsPriorityClaim, i).country, own) != 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_domestic_priority (const CsDraft *draft, const CsClaimSet *claims)
{
  const char *own = cs_office_get_name (draft->request->office);
  const GArray *priorities = draft->request->priorities;

  for (guint i = 0; i < priorities->len; i++)
    if (g_strcmp0 (g_array_index (priorities, CsPriorityClaim, i).country, own) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_classified (const CsDraft *draft, const CsClaimSet *claims)
{
  return draft->request->classes[0] != NULL;
}

static gboolean
tells_place (const CsDraft *draft, const CsClaimSet *claims)
{
  return draft->request->facts[CS_FACT_PLACE_MADE] != NULL &&
         cs_request_get_said (draft->request, CS_FACT_ABROAD) != CS_SAID_NOTHING;
}

static gboolean
has_several_applicants (const CsDraft *draft, const CsClaimSet *claims)
{
  return g_strv_length (draft->request->applicants) > 1;
}

static gboolean
is_university (const char *name)
{
  static const char *const words[] = { "大学", "学院", "研究院", "研究所", "University", "Institute" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (name, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
has_university (const CsDraft *draft, const CsClaimSet *claims)
{
  for (guint i = 0; draft->request->applicants[i] != NULL; i++)
    if (is_university (draft->request->applicants[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_several_independents (const CsDraft *draft, const CsClaimSet *claims)
{
  guint n = 0;

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      n += !claim->dependent && !claim->cancelled;
    }

  return n > 1;
}

static gboolean
is_filed (const CsDraft *draft, const CsClaimSet *claims)
{
  return draft->request->filing_date != NULL;
}

/* Of this only the engine knows, once the item's own check has run; until then it may be. */
static gboolean
may_have_findings (const CsDraft *draft, const CsClaimSet *claims)
{
  return TRUE;
}

static const char *const fact_names[] = {
  "figures", "priority", "foreign-priority", "domestic-priority", "several-applicants",
  "university", "several-independents", "filed", "classified", "place-told",
  "unticked-figures", CS_TRIGGER_FINDINGS, NULL
};

static gboolean (*const facts[]) (const CsDraft *, const CsClaimSet *) = {
  has_figures, has_priority, has_foreign_priority, has_domestic_priority, has_several_applicants,
  has_university, has_several_independents, is_filed, is_classified, tells_place,
  has_unticked_figures, may_have_findings
};

const char *const *
cs_trigger_list_facts (void)
{
  return fact_names;
}

static gboolean
holds (const char *fact, const CsDraft *draft, const CsClaimSet *claims)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (strcmp (fact_names[i], fact) == 0)
      return facts[i](draft, claims);

  return FALSE;
}

/* --- words --- */

static void
find_cues_in (const CsDraft *draft, CsPart part, guint index, GArray *cues)
{
  CsReading *reading = cs_draft_get_reading (draft, part, index);
  const guint32 *map = cs_reading_get_folded (reading, CS_FOLD_CASE)->map;
  gboolean chinese = g_str_equal (draft->language, "zh");
  CsLexiconHits listed = cs_reading_get_listed (reading, chinese, "triggers");

  for (guint i = 0; i < listed.n_hits; i++)
    {
      const CsLexiconHit *hit = &listed.hits[i];
      CsCue cue = { hit->kind,
                    { part, index, map[hit->start], map[hit->end] } };

      g_array_append_val (cues, cue);
    }
}

GArray *
cs_trigger_find_cues (const CsDraft *draft)
{
  static const CsPart parts[] = { CS_PART_TITLE, CS_PART_ABSTRACT, CS_PART_CLAIMS,
                                  CS_PART_DESCRIPTION };
  GArray *cues = g_array_new (FALSE, FALSE, sizeof (CsCue));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint index = 0; index < cs_draft_get_n_units (draft, parts[i]); index++)
      find_cues_in (draft, parts[i], index, cues);

  return cues;
}

gboolean
cs_trigger_takes (const CsTrigger *trigger, const CsCue *cue)
{
  guint usual = 1u << CS_PART_TITLE | 1u << CS_PART_CLAIMS;
  guint parts = trigger->parts == 0 ? usual : trigger->parts;

  return trigger->words != NULL && strcmp (trigger->words, cue->kind) == 0 &&
         (parts & (1u << cue->where.part)) != 0;
}

static gboolean
has_words (const CsTrigger *trigger, const GArray *cues)
{
  for (guint i = 0; i < cues->len; i++)
    if (cs_trigger_takes (trigger, &g_array_index (cues, CsCue, i)))
      return TRUE;

  return FALSE;
}

/* --- the rest --- */

static gboolean
has_class (const CsTrigger *trigger, const CsRequest *request)
{
  if (request->classes[0] == NULL)
    return trigger->words == NULL; /* words may tell better than nothing */

  for (guint i = 0; request->classes[i] != NULL; i++)
    for (guint k = 0; trigger->classes[k] != NULL; k++)
      if (g_str_has_prefix (request->classes[i], trigger->classes[k]))
        return TRUE;

  return FALSE;
}

static gboolean
has_category (const CsTrigger *trigger, const CsClaimSet *claims)
{
  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    if ((trigger->categories & (1u << cs_claim_set_get (claims, i)->category)) != 0)
      return TRUE;

  return FALSE;
}

gboolean
cs_trigger_is_met (const CsTrigger *trigger,
                   const CsDraft *draft,
                   const CsClaimSet *claims,
                   const GArray *cues)
{
  return (trigger->classes == NULL || has_class (trigger, draft->request)) &&
         (trigger->words == NULL || has_words (trigger, cues)) &&
         (trigger->categories == 0 || has_category (trigger, claims)) &&
         (trigger->fact == NULL || holds (trigger->fact, draft, claims) != trigger->is_not);
}

void
cs_trigger_clear (CsTrigger *trigger)
{
  g_strfreev (trigger->classes);
  g_free (trigger->words);
  g_free (trigger->fact);
}
