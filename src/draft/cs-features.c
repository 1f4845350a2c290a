#include "cs-features.h"
#include "cs-readings.h"

#include <string.h>

#include "../language/cs-fold.h"
#include "../language/cs-scan.h"

#define MAX_LABEL_BYTES 24 /* "步骤S1012：" */
/* What is shorter names one thing of a list: 铜， "C, ". */
#define MIN_FEATURE_BYTES_ZH 9
#define MIN_FEATURE_BYTES_EN 4

struct _CsFeatures
{
  CsClaimSet *claims; /* NULL in what is kept for the drafts that follow */
  GArray *all;        /* CsFeature */
  GArray *firsts;     /* guint: by claim, its first; one more for the end */
};

/* One claim while it is split. */
typedef struct
{
  GArray *all;
  const CsClaim *claim;
  const CsFolded *folded;
  gboolean chinese;
  CsFeatureKind kind;
  guint limitation;
} Splitter;

/* --- what stands in front of a feature and says nothing of its own --- */

static const char *const leads_zh[] = {
  "以下步骤", "如下步骤", "下列步骤", "下述步骤", "其特征在于", "其特征是", "其中", "以及", "并且",
  "而且", "还包括", "进一步包括", "进一步地", "进一步", "包括", "及", "和", "且", NULL
};

static const char *const leads_en[] = { "the following steps",
                                        "the steps of",
                                        "the steps",
                                        "further comprising",
                                        "further including",
                                        "further comprises",
                                        "further includes",
                                        "characterized in that",
                                        "characterised in that",
                                        "and",
                                        "or",
                                        "wherein",
                                        "whereby",
                                        "where",
                                        "comprising",
                                        "comprises",
                                        "including",
                                        "includes",
                                        NULL };

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '-';
}

/* Bytes of the lead word at @at, an English one only as a whole word. */
static gsize
lead_length (const Splitter *splitter, gsize at)
{
  const char *text = splitter->folded->text;
  gsize length = cs_scan_any (text, at, splitter->chinese ? leads_zh : leads_en);

  return splitter->chinese || !is_word_byte (text[at + length]) ? length : 0;
}

static gsize
mark_length (const char *text, gsize at)
{
  static const char *const marks[] = { ",", ":", ";", "、", "。", " ", "\t", "\n", NULL };

  return cs_scan_any (text, at, marks);
}

/* Bytes of the label of a step at @at: "s1,", "(a)", "b)", "步骤一：", "1)"; 0 when there is none. */
static gsize
label_length (const char *text, gsize at, gsize end)
{
  static const char *const openings[] = { "步骤", "step ", "(", NULL };
  static const char *const numerals[] = { "一", "二", "三", "四", "五", "六",
                                          "七", "八", "九", "十", NULL };
  static const char *const closings[] = { ")", ":", ",", "、", ".", NULL };
  gsize opening = cs_scan_any (text, at, openings);
  gsize i = at + opening;
  gsize first = i;
  gsize length;

  if (text[i] == '(')
    first = ++i;
  while (i < MIN (end, at + MAX_LABEL_BYTES) &&
         (g_ascii_isalnum (text[i]) || text[i] == '-' || cs_scan_any (text, i, numerals) > 0))
    i += g_utf8_skip[(guchar)text[i]];
  if (i == first || i - first > 8)
    return 0;
  length = cs_scan_any (text, i, closings);
  if (length == 0)
    return 0;
  /* "steel, copper": a word is no label, unless 步骤 says so or a bracket closes it. */
  if (opening == 0 && text[i] != ')' && !g_ascii_isdigit (text[i - 1]))
    return 0;
  if (text[i] == '.' && g_ascii_isdigit (text[i + 1]))
    return 0;

  return i + length - at;
}

/* --- splitting --- */

static CsRange
to_source (const Splitter *splitter, gsize start, gsize end)
{
  return (CsRange){ splitter->folded->map[start], splitter->folded->map[end] };
}

/* The end of what stands in [@start, @end) without marks behind it. */
static gsize
trim_end (const char *text, gsize start, gsize end)
{
  while (end > start)
    {
      const char *before = g_utf8_find_prev_char (text + start, text + end);
      gsize at;

      if (before == NULL)
        return end;
      at = before - text;
      if (mark_length (text, at) == 0 && text[at] != '.')
        return end;
      end = at;
    }

  return end;
}

/* What stands at or behind @start, before @end, that is neither mark nor lead word. */
static gsize
skip_leads (const Splitter *splitter, gsize start, gsize end)
{
  gsize length;

  while (start < end && ((length = mark_length (splitter->folded->text, start)) > 0 ||
                         (length = lead_length (splitter, start)) > 0))
    start += length;

  return start;
}

static void
add_feature (Splitter *splitter, gsize start, gsize end)
{
  const char *text = splitter->folded->text;
  CsFeature feature = { .claim = splitter->claim->index,
                        .limitation = splitter->limitation,
                        .kind = splitter->kind };
  gsize length;

  start = skip_leads (splitter, start, end);
  length = start < end ? label_length (text, start, end) : 0;
  if (length > 0)
    {
      feature.kind = CS_FEATURE_STEP;
      feature.label = to_source (splitter, start, start + length);
      start += length;
    }
  start = skip_leads (splitter, start, end);
  end = start < end ? trim_end (text, start, end) : start;
  if (end <= start)
    return;

  feature.range = to_source (splitter, start, end);
  g_array_append_val (splitter->all, feature);
}

/* Whether the comma at @at parts features: what stands before and behind it is more than the name
 * of a thing in a list. */
static gboolean
parts_features (const Splitter *splitter, gsize from, gsize at, gsize end)
{
  static const char *const stops[] = { ",", ";", "。", "\n", NULL };
  static const char *const openers[] = { "wherein", "whereby", "where ", "the ", "said ",
                                         "each ", "which ", "and wherein", "and the ", "being ",
                                         "having ", "so that", "such that", "comprising", NULL };
  const char *text = splitter->folded->text;
  gsize least = splitter->chinese ? MIN_FEATURE_BYTES_ZH : MIN_FEATURE_BYTES_EN;
  gsize behind = cs_scan_spaces (text, at + 1);
  gsize next;

  if (g_ascii_isdigit (text[at + 1]) && at > 0 && g_ascii_isdigit (text[at - 1]))
    return FALSE;
  from = skip_leads (splitter, from, at);
  if (at - from < least)
    return FALSE;
  if (!splitter->chinese && cs_scan_any (text, behind, openers) == 0)
    return FALSE;
  next = behind = skip_leads (splitter, behind, end);
  while (next < end && next - behind < least && cs_scan_any (text, next, stops) == 0)
    next += g_utf8_skip[(guchar)text[next]];

  return next - behind >= least;
}

/* Bytes of the mark at @at that parts limitations. */
static gsize
limitation_mark (const char *text, gsize at)
{
  static const char *const marks[] = { ";", "。", "\n", NULL };

  return cs_scan_any (text, at, marks);
}

static void
split (Splitter *splitter, gsize start, gsize end)
{
  const char *text = splitter->folded->text;
  gsize from = start;
  guint depth = 0;
  guint n_before = splitter->all->len;

  for (gsize at = start; at < end; at += g_utf8_skip[(guchar)text[at]])
    {
      if (text[at] == '(')
        depth++;
      else if (text[at] == ')')
        depth -= depth > 0 ? 1 : 0;
      else if (limitation_mark (text, at) > 0)
        {
          add_feature (splitter, from, at);
          from = at + limitation_mark (text, at);
          splitter->limitation += splitter->all->len > n_before ? 1 : 0;
          n_before = splitter->all->len;
          depth = 0;
        }
      else if (text[at] == ',' && depth == 0 && parts_features (splitter, from, at, end))
        {
          add_feature (splitter, from, at);
          from = at + 1;
        }
    }
  add_feature (splitter, MIN (from, end), end);
  splitter->limitation += splitter->all->len > n_before ? 1 : 0;
}

static void
split_claim (CsFeatures *features, const CsClaim *claim, gboolean chinese)
{
  const CsFolded *folded = claim->folded;
  Splitter splitter = { features->all, claim, folded, chinese, CS_FEATURE_PREAMBLE, 0 };
  gsize subject = MAX (claim->reference.end, claim->subject.start);
  gsize body = MAX (MAX (claim->preamble.end, claim->transition.end),
                    MAX (claim->reference.end, claim->subject.end));

  if (!claim->dependent)
    split (&splitter, cs_folded_find (folded, subject),
           cs_folded_find (folded, MAX (claim->preamble.end, claim->subject.end)));
  splitter.kind = CS_FEATURE_LIMITATION;
  split (&splitter, cs_folded_find (folded, body), folded->n_bytes);
}

/* --- the value --- */

/* The same features, as those of @claims. */
static CsFeatures *
share (const CsFeatures *features, CsClaimSet *claims)
{
  CsFeatures *shared = g_atomic_rc_box_new0 (CsFeatures);

  shared->claims = claims == NULL ? NULL : cs_claim_set_ref (claims);
  shared->all = g_array_ref (features->all);
  shared->firsts = g_array_ref (features->firsts);

  return shared;
}

static CsFeatures *
read_features (CsClaimSet *claims)
{
  CsFeatures *features = g_atomic_rc_box_new0 (CsFeatures);
  gboolean chinese = strcmp (cs_claim_set_get_draft (claims)->language, "zh") == 0;

  features->claims = cs_claim_set_ref (claims);
  features->all = g_array_new (FALSE, FALSE, sizeof (CsFeature));
  features->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      g_array_append_val (features->firsts, features->all->len);
      if (!claim->cancelled)
        split_claim (features, claim, chinese);
    }
  g_array_append_val (features->firsts, features->all->len);

  return features;
}

CsFeatures *
cs_features_new (CsClaimSet *claims)
{
  const CsDraft *draft = cs_claim_set_get_draft (claims);
  g_autoptr (CsFeatures) kept = cs_draft_dup_kept (draft, CS_KEPT_FEATURES);
  CsFeatures *features;

  if (kept != NULL)
    return share (kept, claims);

  features = read_features (claims);
  cs_draft_keep (draft, CS_KEPT_FEATURES, share (features, NULL),
                 (GDestroyNotify)cs_features_unref);

  return features;
}

CsFeatures *
cs_features_ref (CsFeatures *features)
{
  return g_atomic_rc_box_acquire (features);
}

static void
cs_features_clear (gpointer data)
{
  CsFeatures *features = data;

  g_clear_pointer (&features->claims, cs_claim_set_unref);
  g_array_unref (features->all);
  g_array_unref (features->firsts);
}

void
cs_features_unref (CsFeatures *features)
{
  g_atomic_rc_box_release_full (features, cs_features_clear);
}

const CsClaimSet *
cs_features_get_claims (const CsFeatures *features)
{
  return features->claims;
}

const GArray *
cs_features_get_all (const CsFeatures *features)
{
  return features->all;
}

const CsFeature *
cs_features_get_of_claim (const CsFeatures *features, guint claim, guint *n_features)
{
  guint first = g_array_index (features->firsts, guint, claim);

  *n_features = g_array_index (features->firsts, guint, claim + 1) - first;

  if (*n_features == 0)
    return NULL;

  return (const CsFeature *)(gpointer)features->all->data + first;
}
