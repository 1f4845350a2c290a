#include "cs-feature-words.h"
#include "cs-readings.h"

#include <string.h>

#include "../language/cs-lexicon.h"
#include "../language/cs-word-en.h"

#define HASH_FACTOR 16777619u     /* of FNV-1a */
#define NO_CODE_POINT 0x80000000u /* set in words that are no single character */
#define MIN_LETTERS 3             /* of an English word that says something by itself */

struct _CsFeatureWords
{
  CsFeatures *features; /* NULL in what is kept for the drafts that follow */
  gboolean chinese;
  GArray *words;      /* CsFeatureWord, by claim and place */
  GArray *of_feature; /* guint: for each feature its first word; one more for the end */
};

/* One text under way. */
typedef struct
{
  gboolean chinese;
  GHashTable *known;    /* English word -> its number */
  const CsClaim *claim; /* NULL: no claim, nothing in it refers to one */
  const CsFolded *folded;
  GArray *hits;   /* CsLexiconHit */
  GArray *words;  /* CsFeatureWord: what was read */
  guint next_hit; /* the first that may still matter */
  guint next_ref; /* the first group of references that may */
  guint next_sign;
  guint before; /* flags for the next word */
} Reader;

/* --- what is left out --- */

/* "(2-5):1" is a ratio. */
static gboolean
is_ratio (const CsClaim *claim, gsize end)
{
  static const char *const behind[] = { "):", "）:", "）：", ")：", ")/", "）/", NULL };
  gboolean ratio = FALSE;

  for (guint i = 0; behind[i] != NULL; i++)
    ratio |= claim->n_bytes - end > strlen (behind[i]) &&
             memcmp (claim->text + end, behind[i], strlen (behind[i])) == 0;

  return ratio;
}

static gsize
skip_sign (Reader *reader, gsize at)
{
  const GArray *signs = reader->claim->signs;

  for (; reader->next_sign < signs->len; reader->next_sign++)
    {
      const CsSignUse *use = &g_array_index (signs, CsSignUse, reader->next_sign);

      if (at < use->start)
        break;
      if (at < use->end && use->bracketed && !is_ratio (reader->claim, use->end))
        return use->end;
    }

  return at;
}

/* The end of a reference, or of a sign in brackets, that holds the source byte @at; @at when none
 * does. Asked with rising @at. */
static gsize
skip_reference (Reader *reader, gsize at)
{
  const GArray *groups = reader->claim == NULL ? NULL : reader->claim->refs->groups;

  if (groups == NULL)
    return at;

  for (; reader->next_ref < groups->len; reader->next_ref++)
    {
      const CsRefGroup *group = &g_array_index (groups, CsRefGroup, reader->next_ref);

      if (at < group->start)
        break;
      if (at < group->end)
        return group->end;
    }

  return skip_sign (reader, at);
}

static const CsLexiconHit *
hit_at (Reader *reader, gsize at)
{
  for (; reader->next_hit < reader->hits->len; reader->next_hit++)
    {
      const CsLexiconHit *hit = &g_array_index (reader->hits, CsLexiconHit, reader->next_hit);

      if (at < hit->start)
        return NULL;
      if (at < hit->end)
        return hit;
    }

  return NULL;
}

/* --- words --- */

static void
add_word (Reader *reader, guint32 word, gsize start, gsize end, guint flags)
{
  CsFeatureWord added = { .word = word,
                          .start = reader->folded->map[start],
                          .end = reader->folded->map[end],
                          .flags = flags | reader->before };

  g_array_append_val (reader->words, added);
  reader->before = 0;
}

static guint32
number_of (Reader *reader, const char *text, gsize n_bytes)
{
  g_autofree char *key = g_strndup (text, n_bytes);
  gpointer known = g_hash_table_lookup (reader->known, key);
  CsWordEn word;

  if (known != NULL)
    return GPOINTER_TO_UINT (known);

  word.stem[0] = '\0';
  if (g_ascii_isalpha (*text) && n_bytes < CS_WORD_EN_MAX)
    cs_word_en_analyse (key, n_bytes, &word);
  known = GUINT_TO_POINTER (g_str_hash (word.stem[0] != '\0' ? word.stem : key) | NO_CODE_POINT);
  g_hash_table_insert (reader->known, g_steal_pointer (&key), known);

  return GPOINTER_TO_UINT (known);
}

static gboolean
is_letter (const char *text, gsize at)
{
  return g_ascii_isalnum (text[at]) ||
         (text[at] == '.' && at > 0 && g_ascii_isdigit (text[at - 1]) &&
          g_ascii_isdigit (text[at + 1]));
}

/* Reads what stands at @at, and returns where to go on. */
static gsize
read_word (Reader *reader, gsize at, gsize end, gboolean general)
{
  const char *text = reader->folded->text;
  guint flags = general ? CS_FEATURE_WORD_GENERAL : 0;
  gunichar unit = g_utf8_get_char (text + at);
  gsize next = at;

  while (next < end && is_letter (text, next))
    next++;
  if (next > at)
    {
      add_word (reader, number_of (reader, text + at, next - at), at, next,
                flags | CS_FEATURE_WORD_LETTERS);
      return next;
    }

  next = at + g_utf8_skip[(guchar)text[at]];
  if (unit > 0x7f && g_unichar_isalnum (unit))
    add_word (reader, unit, at, next, flags);
  else if (unit != ' ' || reader->chinese)
    reader->before |= CS_FEATURE_WORD_APART;

  return next;
}

static gsize
read_listed (Reader *reader, const CsLexiconHit *hit)
{
  gsize at = hit->start;

  if (strcmp (hit->kind, "free") == 0)
    reader->before |= CS_FEATURE_WORD_APART;
  else if (strcmp (hit->kind, "alike") == 0)
    add_word (reader, g_str_hash (hit->condition) | NO_CODE_POINT, hit->start, hit->end,
              CS_FEATURE_WORD_GENERAL | CS_FEATURE_WORD_APART);
  else
    while (at < hit->end)
      at = read_word (reader, at, hit->end, TRUE);

  return hit->end;
}

/* Reads from @at to @end of the folded text. */
static void
read_range (Reader *reader, gsize at, gsize end)
{
  reader->before = CS_FEATURE_WORD_APART;
  while (at < end)
    {
      const CsLexiconHit *hit = hit_at (reader, at);
      gsize source = reader->folded->map[at];
      gsize behind = skip_reference (reader, source);

      if (behind > source)
        {
          at = cs_folded_find (reader->folded, behind);
          reader->before |= CS_FEATURE_WORD_APART;
        }
      else if (hit != NULL && hit->start == at && hit->end <= end)
        at = read_listed (reader, hit);
      else
        at = read_word (reader, at, end, FALSE);
    }
}

static const CsLexicon *
get_list (gboolean chinese)
{
  return cs_lexicon_get (chinese ? "claim-comparison.zh" : "claim-comparison.en");
}

static void
read_claim (CsFeatureWords *words, GHashTable *known, const CsClaim *claim)
{
  guint n_features;
  const CsFeature *features =
      cs_features_get_of_claim (words->features, claim->index, &n_features);
  const CsFolded *folded = claim->folded;
  g_autoptr (GArray) hits = cs_lexicon_find (get_list (words->chinese), folded);
  Reader reader = { .chinese = words->chinese,
                    .known = known,
                    .claim = claim,
                    .folded = folded,
                    .hits = hits,
                    .words = words->words };

  for (guint i = 0; i < n_features; i++)
    {
      g_array_append_val (words->of_feature, words->words->len);
      read_range (&reader, cs_folded_find (folded, features[i].range.start),
                  cs_folded_find (folded, features[i].range.end));
    }
}

static CsFeatureWords *
read_features (CsFeatures *features)
{
  const CsClaimSet *claims = cs_features_get_claims (features);
  CsFeatureWords *words = g_atomic_rc_box_new0 (CsFeatureWords);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  words->features = cs_features_ref (features);
  words->chinese = g_str_equal (cs_claim_set_get_draft (claims)->language, "zh");
  words->words = g_array_sized_new (FALSE, FALSE, sizeof (CsFeatureWord), 256);
  words->of_feature = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    read_claim (words, known, cs_claim_set_get (claims, i));
  g_array_append_val (words->of_feature, words->words->len);

  return words;
}

/* The same words, as those of @features. */
static CsFeatureWords *
share (const CsFeatureWords *words, CsFeatures *features)
{
  CsFeatureWords *shared = g_atomic_rc_box_new0 (CsFeatureWords);

  shared->features = features == NULL ? NULL : cs_features_ref (features);
  shared->chinese = words->chinese;
  shared->words = g_array_ref (words->words);
  shared->of_feature = g_array_ref (words->of_feature);

  return shared;
}

CsFeatureWords *
cs_feature_words_new (CsFeatures *features)
{
  const CsDraft *draft = cs_claim_set_get_draft (cs_features_get_claims (features));
  g_autoptr (CsFeatureWords) kept = cs_draft_dup_kept (draft, CS_KEPT_FEATURE_WORDS);
  CsFeatureWords *words;

  if (kept != NULL)
    return share (kept, features);

  words = read_features (features);
  cs_draft_keep (draft, CS_KEPT_FEATURE_WORDS, share (words, NULL),
                 (GDestroyNotify)cs_feature_words_free);

  return words;
}

static void
words_clear (gpointer data)
{
  CsFeatureWords *words = data;

  g_clear_pointer (&words->features, cs_features_unref);
  g_array_unref (words->words);
  g_array_unref (words->of_feature);
}

void
cs_feature_words_free (CsFeatureWords *words)
{
  g_atomic_rc_box_release_full (words, words_clear);
}

/* --- asking --- */

const CsFeatures *
cs_feature_words_get_features (const CsFeatureWords *words)
{
  return words->features;
}

static const CsFeatureWord *
get_words (const CsFeatureWords *words, guint first, guint last, guint *n_words)
{
  guint start = g_array_index (words->of_feature, guint, first);

  *n_words = g_array_index (words->of_feature, guint, last) - start;

  return &g_array_index (words->words, CsFeatureWord, start);
}

const CsFeatureWord *
cs_feature_words_get (const CsFeatureWords *words, guint feature, guint *n_words)
{
  return get_words (words, feature, feature + 1, n_words);
}

guint
cs_feature_words_find_features (const CsFeatureWords *words, guint claim, guint *n_features)
{
  const CsFeature *own = cs_features_get_of_claim (words->features, claim, n_features);

  if (*n_features == 0)
    return 0;

  return own - &g_array_index (cs_features_get_all (words->features), CsFeature, 0);
}

const CsFeatureWord *
cs_feature_words_get_of_claim (const CsFeatureWords *words, guint claim, guint *n_words)
{
  guint n_features;
  guint first = cs_feature_words_find_features (words, claim, &n_features);

  return get_words (words, first, first + n_features, n_words);
}

static guint
hash_words (const CsFeatureWord *all, guint n_words)
{
  guint hash = 0;

  for (guint i = 0; i < n_words; i++)
    hash = (hash ^ all[i].word) * HASH_FACTOR + i + 1;

  return hash;
}

guint
cs_feature_words_hash (const CsFeatureWords *words, guint feature)
{
  guint n_words;
  const CsFeatureWord *all = cs_feature_words_get (words, feature, &n_words);

  return hash_words (all, n_words);
}

guint
cs_feature_words_hash_claim (const CsFeatureWords *words, guint claim)
{
  guint n_words;
  const CsFeatureWord *all = cs_feature_words_get_of_claim (words, claim, &n_words);

  return hash_words (all, n_words);
}

static void
visit_words (const CsFeatureWord *all, guint n_words, CsContentFunc visit, gpointer data)
{
  for (guint i = 0; i < n_words; i++)
    {
      const CsFeatureWord *word = &all[i];
      const CsFeatureWord *before = i > 0 ? &all[i - 1] : NULL;

      if ((word->flags & CS_FEATURE_WORD_GENERAL) != 0)
        continue;
      if ((word->flags & CS_FEATURE_WORD_LETTERS) != 0)
        {
          if (word->end - word->start >= MIN_LETTERS)
            visit (word->word, (CsRange){ word->start, word->end }, data);
        }
      else if (before != NULL && (word->flags & CS_FEATURE_WORD_APART) == 0 &&
               (before->flags & (CS_FEATURE_WORD_GENERAL | CS_FEATURE_WORD_LETTERS)) == 0)
        visit (before->word * HASH_FACTOR ^ word->word, (CsRange){ before->start, word->end },
               data);
    }
}

void
cs_feature_words_visit_content (const CsFeatureWords *words,
                                guint claim,
                                CsContentFunc visit,
                                gpointer data)
{
  guint n_words;
  const CsFeatureWord *all = cs_feature_words_get_of_claim (words, claim, &n_words);

  visit_words (all, n_words, visit, data);
}

void
cs_feature_words_visit_feature (const CsFeatureWords *words,
                                guint feature,
                                CsContentFunc visit,
                                gpointer data)
{
  guint n_words;
  const CsFeatureWord *all = cs_feature_words_get (words, feature, &n_words);

  visit_words (all, n_words, visit, data);
}

void
cs_feature_words_visit_text (const CsFeatureWords *words,
                             const char *text,
                             gsize n_bytes,
                             CsContentFunc visit,
                             gpointer data)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);
  g_autoptr (GArray) hits = cs_lexicon_find (get_list (words->chinese), folded);
  g_autoptr (GArray) read = g_array_sized_new (FALSE, FALSE, sizeof (CsFeatureWord), 256);
  Reader reader = {
    .chinese = words->chinese, .known = known, .folded = folded, .hits = hits, .words = read
  };

  read_range (&reader, 0, folded->n_bytes);
  visit_words (&g_array_index (read, CsFeatureWord, 0), read->len, visit, data);
}
