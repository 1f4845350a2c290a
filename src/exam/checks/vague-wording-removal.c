#include <string.h>

#include "../../base/cs-text.h"
#include "../../language/cs-scan.h"
#include "vague-wording.h"

/* Which vague words can be taken out of a claim without a thought. The lists are narrow on purpose:
 * each was tried on published claims, and what left a wrong sentence in one of them was dropped. */

#define MAX_CLAUSE_BYTES 600 /* no example or preference to be taken out is longer */

static const CsRemoval nothing = { NULL, { 0, 0 }, "" };

/* One word in its surroundings. */
typedef struct
{
  const char *text;
  gsize start;
  gsize end;
} Word;

static gboolean
is_one_of (const Word *word, const char *const *words)
{
  gsize length = cs_scan_any (word->text, word->start, words);

  return length > 0 && word->start + length == word->end;
}

/* Whether one of @words ends at @end: English ones as whole words. */
static gboolean
stands_before (const char *text, gsize end, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (end >= length && memcmp (text + end - length, words[i], length) == 0 &&
          (end == length || !g_ascii_isalpha (*words[i]) ||
           !g_ascii_isalpha (text[end - length - 1])))
        return TRUE;
    }

  return FALSE;
}

/* --- one word --- */

/* 约 and 大约 go, of 约为 the 为 stays; 左右 goes at the end of a phrase. */
static CsRemoval
remove_chinese_approximation (const Word *word)
{
  static const char *const whole[] = { "大约", "大概", "约", NULL };
  static const char *const with_verb[] = { "大约为", "约为", NULL };
  static const char *const behind_number[] = { "左右", NULL };
  static const char *const ends[] = { ",", ";", "。", "、", ")", "的", "\n", NULL };

  if (is_one_of (word, with_verb))
    return (CsRemoval){ "reword", { word->start, word->end }, "为" };
  if (is_one_of (word, whole))
    return (CsRemoval){ "delete", { word->start, word->end }, "" };
  if (is_one_of (word, behind_number) && cs_scan_any (word->text, word->end, ends) > 0)
    return (CsRemoval){ "delete", { word->start, word->end }, "" };

  return nothing;
}

/* 基本上平行, 通常由…: an adverb goes; not from 平行或基本上平行, 大致的, 基本上由……组成. */
static CsRemoval
remove_chinese_adverb (const Word *word)
{
  static const char *const adverbs[] = { "基本上", "大体上", "大致", "通常地",
                                         "通常", "一般地", NULL };
  static const char *const with_verb[] = { "通常为", "一般为", NULL };
  static const char *const clinging[] = { "的", "地", "上", "相", "由", ",", ";", "。",
                                          ":", ")", "、", "\n", "不含", "无", NULL };
  static const char *const joined[] = { "或", "或者", "和", "、", "不", "非", "成", "的", NULL };

  if (stands_before (word->text, word->start, joined))
    return nothing;
  if (is_one_of (word, with_verb))
    return (CsRemoval){ "reword", { word->start, word->end }, "为" };
  if (!is_one_of (word, adverbs) || word->text[word->end] == '\0' ||
      cs_scan_any (word->text, word->end, clinging) > 0)
    return nothing;

  return (CsRemoval){ "delete", { word->start, word->end }, "" };
}

/* 包括但不限于 is 包括. */
static CsRemoval
remove_chinese_proviso (const Word *word)
{
  static const char *const whole[] = { "包括但不限于", NULL };
  static const char *const tail[] = { "但不限于", NULL };
  static const char *const verbs[] = { "包括", "包含", "含有", NULL };

  if (is_one_of (word, whole))
    return (CsRemoval){ "reword", { word->start, word->end }, "包括" };
  if (is_one_of (word, tail) && stands_before (word->text, word->start, verbs))
    return (CsRemoval){ "delete", { word->start, word->end }, "" };

  return nothing;
}

/* "substantially parallel", "about 5": the word goes with the space behind it. */
static CsRemoval
remove_english_word (const Word *word)
{
  static const char *const adverbs[] = {
    "about", "approximately", "roughly", "approx.", "approx", "circa",
    "ca.", "substantially", "essentially", "typically", "usually", "normally",
    "generally", "commonly", "ordinarily", NULL
  };
  static const char *const kept[] = { "of ", "all ", "as ", "the ", "free ", "no ",
                                      "equal or", "only ", "any ", "devoid ", "pure", "and ",
                                      "or ", "known ", "used ", "at least ", "up to ", NULL };
  static const char *const joined[] = { "or ", "and ", "not ", "t ",
                                        "without ", "rotate ", "rotates ", "rotating ",
                                        "rotatable ", "turned ", "pivot ", "more ",
                                        "less ", "nor ", "either ", "a ",
                                        "an ", NULL };
  static const char *const of_degree[] = { "substantially", "essentially", NULL };
  gsize next = cs_scan_spaces (word->text, word->end);

  if (is_one_of (word, of_degree) && !g_ascii_isalpha (word->text[next]))
    return nothing;
  if (!is_one_of (word, adverbs) || word->text[word->end] != ' ' ||
      !g_ascii_isalnum (word->text[next]) || cs_scan_any (word->text, next, kept) > 0 ||
      stands_before (word->text, word->start, joined))
    return nothing;

  return (CsRemoval){ "delete", { word->start, next }, "" };
}

/* --- an example or a preference --- */

/* What may open an example or a preference that is a clause of its own. */
static const char *const chinese_openers[] = {
  "例如", "譬如", "比如", "诸如", "尤其是", "尤其", "最好是", "最好",
  "优选地", "优选的", "优选", "更优选地", "最优选", "进一步优选", "特别优选", "较优选",
  "较佳地", "较佳的", "较佳", "更佳地", "更佳", "特别是", NULL
};

static const char *const english_openers[] = { "such as", "for example",
                                               "for instance", "e.g.",
                                               "by way of example", "including but not limited to",
                                               "preferably", "more preferably",
                                               "most preferably", "particularly preferably",
                                               "in particular", "particularly",
                                               "especially", NULL };

/* Behind the comma that ends it: the claim goes on with something else, not with the list. */
static const char *const chinese_next[] = { "所述", "其中", "并", "且", "而",
                                            "进一步", "更", "优选", "最优选", "其",
                                            "该", "然后", "之后", "还", NULL };
static const char *const english_next[] = {
  "wherein", "whereby", "where ", "and wherein", "said ", "in which",
  "preferably", "more preferably", "most preferably", "characteri", NULL
};

/* Before the comma in front: what must go on. */
static const char *const unfinished[] = { "在于", "其中", "包括", "包含", "含有",
                                          "为", "是", "由", "将", "wherein",
                                          "comprising", "comprises", "including", "and", "or",
                                          "of", "is", "are", "with", "then",
                                          NULL };

/* What brings in things that the claim may speak of later. */
static const char *const introducing[] = { "包括",
                                           "包含",
                                           "设",
                                           "具有",
                                           "还",
                                           "安装",
                                           "出",
                                           "comprises",
                                           "comprising",
                                           "further",
                                           "having",
                                           "provided",
                                           CS_OBJECT_CHARACTER,
                                           NULL };

/* Whether the mark at @at belongs to a number or a name: "1,000", "0.5", "1,2-". */
static gboolean
is_inside_number (const char *text, gsize at)
{
  return at > 0 && g_ascii_isdigit (text[at - 1]) && g_ascii_isalnum (text[at + 1]);
}

/* The bracket that closes what is open at @at; the end of the text when there is none. */
static gsize
find_closing (const char *text, gsize at)
{
  gsize last = at + strnlen (text + at, MAX_CLAUSE_BYTES);
  guint depth = 0;

  for (; at < last; at++)
    {
      if (text[at] == ')' && depth == 0)
        return at;
      depth += text[at] == '(';
      depth -= text[at] == ')';
    }

  return at;
}

/* The mark that ends the clause which goes on at @at; brackets inside it are passed over. */
static gsize
find_clause_end (const char *text, gsize at)
{
  static const char *const marks[] = { ",", ";", "。", ".", ":", "\n", NULL };
  gsize last = at + strnlen (text + at, MAX_CLAUSE_BYTES);

  for (; at < last; at += g_utf8_skip[(guchar)text[at]])
    {
      if (text[at] == ')' || (cs_scan_any (text, at, marks) > 0 && !is_inside_number (text, at)))
        return at;
      if (text[at] == '(')
        at = MIN (find_closing (text, at + 1), last - 1);
    }

  return at;
}

static gboolean
ends_clause (const Word *word, gsize end, gboolean chinese)
{
  const char *text = word->text;

  if (text[end] == ',')
    return cs_scan_any (text, cs_scan_spaces (text, end + 1),
                        chinese ? chinese_next : english_next) > 0;

  return text[end] == ';' || text[end] == ')' || g_str_has_prefix (text + end, "。") ||
         (text[end] == '.' && text[cs_scan_spaces (text, end + 1)] == '\0');
}

static gboolean
brings_something_in (const Word *word, gsize end)
{
  for (gsize at = word->end; at < end; at++)
    if (cs_scan_any (word->text, at, introducing) > 0)
      return TRUE;

  return FALSE;
}

/* Where the clause begins that @word opens, without the space before it: 更 and 进一步 belong to it. */
static gsize
find_clause_start (const Word *word)
{
  static const char *const degrees[] = { "更", "最", "进一步", "更进一步", "特别", "再", NULL };
  gsize start = word->start;

  for (guint i = 0; degrees[i] != NULL; i++)
    if (word->start >= strlen (degrees[i]) &&
        memcmp (word->text + word->start - strlen (degrees[i]), degrees[i], strlen (degrees[i])) ==
            0)
      start = MIN (start, word->start - strlen (degrees[i]));
  while (start > 0 && word->text[start - 1] == ' ')
    start--;

  return start;
}

/* "(优选10～15m/min)" with its brackets, "，优选60℃" with the comma in front. */
static CsRemoval
remove_clause (const Word *word, gboolean chinese)
{
  const char *text = word->text;
  gsize start = find_clause_start (word);
  gboolean bracket;
  gsize end;

  if (!is_one_of (word, chinese ? chinese_openers : english_openers) || start == 0 ||
      strchr (",(", text[start - 1]) == NULL)
    return nothing;

  start--;
  bracket = text[start] == '(';
  end = bracket ? find_closing (text, word->end) : find_clause_end (text, word->end);
  if (cs_scan_spaces (text, word->end) >= end || brings_something_in (word, end))
    return nothing;

  if (bracket)
    {
      if (text[end] != ')')
        return nothing;
      if (start > 0 && text[start - 1] == ' ')
        start--;
      return (CsRemoval){ "delete-clause", { start, end + 1 }, "" };
    }
  if (stands_before (text, start, unfinished) || is_inside_number (text, start) ||
      !ends_clause (word, end, chinese))
    return nothing;

  return (CsRemoval){ "delete-clause", { start, end }, "" };
}

CsRemoval
cs_vague_wording_find_removal (const CsFolded *folded, const CsLexiconHit *hit, gboolean chinese)
{
  Word word = { folded->text, hit->start, hit->end };
  CsRemoval removal;

  if (strcmp (hit->kind, "exemplary") == 0 || strcmp (hit->kind, "preference") == 0)
    return remove_clause (&word, chinese);
  if (!chinese)
    return remove_english_word (&word);

  removal = remove_chinese_approximation (&word);
  if (removal.name == NULL)
    removal = remove_chinese_adverb (&word);
  if (removal.name == NULL)
    removal = remove_chinese_proviso (&word);

  return removal;
}
