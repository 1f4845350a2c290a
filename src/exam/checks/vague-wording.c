#include <string.h>

#include "../../language/cs-scan.h"
#include "claim-text.h"
#include "ranges.h"
#include "vague-wording.h"

/* Words that leave the scope of a claim open. The lists are data (resources/lexicons), the longest
 * term counts, and a word may have a condition: 约 fires only in front of a number. Sources:
 * Guidelines 2023 part 2 ch. 2, 3.2.2; MPEP 2173.05(b), (d). */

const char *const cs_vague_wording_rules[] = { "exemplary", "preference", "approximation",
                                               "usual-approximation",
                                               "open-list", "relative", "hedge",
                                               "subjective", "degree", "optional",
                                               NULL };

#define MAX_CLAUSE_BYTES 600 /* as much of a clause as is read before and behind a word */
#define UNIT_BYTES 12        /* between a number and 左右 */

static const char *const clause_marks[] = { ",", ";", ":", "。", "\n", NULL };

static const char *
skip_spaces (const char *text)
{
  while (*text == ' ')
    text++;

  return text;
}

static gboolean
clause_has_digit (const CsFolded *folded, gsize at)
{
  const char *c = folded->text + cs_clause_start (folded, at);
  const char *last = c + 2 * MAX_CLAUSE_BYTES;

  for (; c < last && *c != '\0' && cs_scan_any (c, 0, clause_marks) == 0; c++)
    if (g_ascii_isdigit (*c))
      return TRUE;

  return FALSE;
}

/* --- conditions --- */

static gboolean
number_behind (const CsFolded *folded, const CsLexiconHit *hit)
{
  return cs_vague_wording_find_number (folded, hit->end) != CS_NO_NUMBER;
}

/* "100℃左右", "5mm上下": behind a number and a short unit. */
static gboolean
number_before (const CsFolded *folded, const CsLexiconHit *hit)
{
  const char *text = folded->text;
  gsize from = hit->start > UNIT_BYTES ? hit->start - UNIT_BYTES : 0;

  for (gsize at = hit->start; at > from; at--)
    {
      if (g_ascii_isdigit (text[at - 1]))
        return TRUE;
      if (strchr (",;:)(", text[at - 1]) != NULL)
        return FALSE;
    }

  return FALSE;
}

/* "铜、铁等": behind a list of the same clause. */
static gboolean
list_before (const CsFolded *folded, const CsLexiconHit *hit)
{
  gsize start = cs_clause_start (folded, hit->start);

  return g_strstr_len (folded->text + start, hit->start - start, "、") != NULL;
}

/* "压力较高，": at the end of its clause, with no figure in it. */
static gboolean
predicate (const CsFolded *folded, const CsLexiconHit *hit)
{
  const char *behind = skip_spaces (folded->text + hit->end);

  if (*behind != '\0' && cs_scan_any (behind, 0, clause_marks) == 0)
    return FALSE;

  return !clause_has_digit (folded, hit->start);
}

/* "在高温下", with no figure in the clause. */
static gboolean
under (const CsFolded *folded, const CsLexiconHit *hit)
{
  static const char *const words[] = { "下", "环境下", "条件下", "状态下", "环境中", NULL };

  return cs_scan_any (folded->text, hit->end, words) > 0 && !clause_has_digit (folded, hit->start);
}

/* The word before @hit, as it stands in front of @end. */
static gboolean
word_before (const CsFolded *folded, const CsLexiconHit *hit, const char *const *words)
{
  const char *text = folded->text;
  gsize end = hit->start;

  while (end > 0 && g_ascii_isspace (text[end - 1]))
    end--;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (end >= length && memcmp (text + end - length, words[i], length) == 0 &&
          (end == length || !g_ascii_isalnum (text[end - length - 1])))
        return TRUE;
    }

  return FALSE;
}

/* "is high,": said of something, and nothing goes on to say how high. */
static gboolean
said_of (const CsFolded *folded, const CsLexiconHit *hit)
{
  static const char *const verbs[] = { "is", "are", "be", "being", "becomes", "remains", NULL };
  const char *behind = skip_spaces (folded->text + hit->end);
  gboolean ends =
      *behind == '\0' || strchr (",;.", *behind) != NULL || g_str_has_prefix (behind, "and ");

  return ends && word_before (folded, hit, verbs);
}

/* "can be heated", not "a can": a verb. */
static gboolean
is_verb (const CsFolded *folded, const CsLexiconHit *hit)
{
  static const char *const articles[] = {
    "a", "an", "the", "said", "each", "this", "that can", NULL
  };

  return g_ascii_isalpha (*skip_spaces (folded->text + hit->end)) &&
         !word_before (folded, hit, articles);
}

static gboolean
fires (const CsFolded *folded, const CsLexiconHit *hit)
{
  static const struct
  {
    const char *name;
    gboolean (*holds) (const CsFolded *folded, const CsLexiconHit *hit);
  } conditions[] = {
    { "number-behind", number_behind },
    { "number-before", number_before },
    { "list-before", list_before },
    { "predicate", predicate },
    { "under", under },
    { "said-of", said_of },
    { "verb", is_verb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (strcmp (conditions[i].name, hit->condition) == 0)
      return conditions[i].holds (folded, hit);

  return TRUE;
}

/* "塑料、织物等轻物质": the list says of which kind its things are. What is made, mixed or chosen of
 * such a list stays open. */
static gboolean
names_its_kind (const CsFolded *folded, const CsLexiconHit *hit)
{
  static const char *const open[] = { "中", "制", "组成", "构成", "混合", "而", "的", "之",
                                      "进行", "或", "和", "与", "及", "在", NULL };
  const char *behind = skip_spaces (folded->text + hit->end);

  return strcmp (hit->condition, "list-before") == 0 && *behind != '\0' &&
         cs_scan_any (behind, 0, clause_marks) == 0 && cs_scan_any (behind, 0, open) == 0;
}

/* "（优选10～15m/min）": reported as a bracket that holds a preference (claim-form). */
static gboolean
opens_bracket (const CsFolded *folded, const CsLexiconHit *hit)
{
  return strcmp (hit->kind, "preference") == 0 && hit->start > 0 &&
         folded->text[hit->start - 1] == '(';
}

/* --- reporting --- */

static CsRange
source_range (const CsFolded *folded, const CsLexiconHit *hit)
{
  return (CsRange){ folded->map[hit->start], folded->map[hit->end] };
}

/* A finding in the making, and what goes with the word in all its places; nothing as soon as it can
 * stay in one of them. */
typedef struct
{
  CsReport *report;
  const char *fix;
  const char *insert;
  GArray *removals; /* CsRange of the claim's text */
} Found;

/* A claim as it is gone through. */
typedef struct
{
  CsExamContext *context;
  const CsClaim *claim;
  const CsFolded *folded;
  CsApproximations *approximations;
  gboolean chinese;
  GHashTable *reported; /* rule and word to Found */
} Search;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_array_unref (found->removals);
  g_free (found);
}

/* One finding for each word of a claim and rule; where it comes back is related. */
static Found *
report_hit (const Search *search, const CsLexiconHit *hit, const char *rule)
{
  const CsClaim *claim = search->claim;
  g_autofree char *word =
      g_strndup (search->folded->text + hit->start, hit->end - hit->start);
  g_autofree char *key = g_strconcat (rule, " ", word, NULL);
  Found *found = g_hash_table_lookup (search->reported, key);
  CsRange range = source_range (search->folded, hit);

  if (found != NULL)
    {
      cs_report_add_related (found->report, "also",
                             (CsSpan){ CS_PART_CLAIMS, claim->index, range.start, range.end });
      return found;
    }

  found = g_new0 (Found, 1);
  found->removals = g_array_new (FALSE, FALSE, sizeof (CsRange));
  found->report =
      cs_exam_report_claim (search->context, rule, CS_CERTAINTY_LIKELY, claim, range);
  cs_report_set_alike (found->report, word);
  cs_report_set (found->report, "word", "%.*s", (int)(range.end - range.start),
                 claim->text + range.start);
  g_hash_table_insert (search->reported, g_steal_pointer (&key), found);

  return found;
}

/* Adds to @found what goes with @hit. */
static void
note_removal (const Search *search, const CsLexiconHit *hit, Found *found)
{
  const CsFolded *folded = search->folded;
  CsRemoval removal = cs_vague_wording_find_removal (folded, hit, search->chinese);
  CsRange range = { folded->map[removal.range.start], folded->map[removal.range.end] };
  guint n = found->removals->len;

  if (n == 0)
    found->fix = removal.name;
  else if (g_strcmp0 (found->fix, removal.name) != 0 ||
           g_array_index (found->removals, CsRange, n - 1).end > range.start)
    found->fix = NULL;
  found->insert = removal.insert;
  g_array_append_val (found->removals, range);
}

static void
add_fix (const Found *found, const CsClaim *claim)
{
  for (guint i = 0; found->fix != NULL && i < found->removals->len; i++)
    {
      CsRange range = g_array_index (found->removals, CsRange, i);

      cs_report_add_fix (found->report, found->fix,
                         (CsSpan){ CS_PART_CLAIMS, claim->index, range.start, range.end },
                         found->insert);
    }
}

/* The rule that @hit breaks, NULL when it breaks none. */
static const char *
rule_for (const Search *search, const CsLexiconHit *hit)
{
  const CsFolded *folded = search->folded;

  if (!fires (folded, hit) || (search->chinese && opens_bracket (folded, hit)) ||
      (strcmp (hit->kind, "preference") == 0 &&
       cs_ranges_is_preference (folded, hit->start, hit->end)))
    return NULL;
  if (names_its_kind (folded, hit))
    return "hedge";
  if (strcmp (hit->kind, "approximation") == 0 && !search->chinese)
    return cs_approximations_find_rule (search->approximations, folded, hit);

  return hit->kind;
}

static void
check_claim (Search *search, const CsLexicon *lexicon)
{
  const CsFolded *folded = search->claim->folded;
  g_autoptr (GArray) hits = cs_lexicon_find (lexicon, folded);
  g_autoptr (GHashTable) reported =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, found_free);
  GHashTableIter iter;
  gpointer found;

  search->folded = folded;
  search->reported = reported;
  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);
      const char *rule = rule_for (search, hit);

      if (rule != NULL)
        note_removal (search, hit, report_hit (search, hit, rule));
    }

  g_hash_table_iter_init (&iter, reported);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    add_fix (found, search->claim);
}

void
cs_check_vague_wording (CsExamContext *context, const CsClaim *unused)
{
  gboolean chinese = g_str_equal (cs_exam_get_draft (context)->language, "zh");
  const CsLexicon *lexicon = cs_lexicon_get (chinese ? "claim-wording.zh" : "claim-wording.en");
  const CsClaimSet *claims = cs_exam_get_claims (context);
  g_autoptr (CsApproximations) approximations = cs_approximations_new (context, lexicon);
  Search search = { .context = context, .approximations = approximations, .chinese = chinese };

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims) && !cs_exam_is_cancelled (context); i++)
    {
      search.claim = cs_claim_set_get (claims, i);
      check_claim (&search, lexicon);
    }
}
