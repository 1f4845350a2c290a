#include <string.h>

#include "../base/cs-limits.h"
#include "../language/cs-fold.h"
#include "../language/cs-scan.h"
#include "cs-claim-split.h"
#include "cs-draft.h"

#define HEAD_BYTES 160 /* as much of a line as its number and its opening words take */

/* The number in front of a claim, as read from the folded head of a line. */
typedef struct
{
  guint first;
  guint last;    /* above first for "4-6. (canceled)" */
  gsize n_bytes; /* of the folded head, up to the text */
} ClaimNumber;

/* One "4." or "4-6." at @at. */
static gboolean
read_one (const char *text, gsize at, ClaimNumber *found)
{
  static const char *const prefixes[] = { "权利要求", "权项", "claim ", NULL };
  static const char *const separators[] = { ".)", ".", "、", ":", ")", NULL };
  gsize length;

  at = cs_scan_spaces (text, at);
  at = cs_scan_spaces (text, at + cs_scan_any (text, at, prefixes));
  if (!cs_scan_number (text, &at, CS_MAX_CLAIM_NUMBER, &found->first))
    return FALSE;

  found->last = found->first;
  if (text[at] == '.' && text[at + 1] == '-') /* "4.-6. (canceled)" */
    at++;
  if (text[at] == '-' || text[at] == '~')
    {
      at++;
      if (!cs_scan_number (text, &at, CS_MAX_CLAIM_NUMBER, &found->last) ||
          found->last < found->first)
        return FALSE;
    }

  at = cs_scan_spaces (text, at);
  length = cs_scan_any (text, at, separators);
  if (length == 0 || (text[at] == '.' && g_ascii_isdigit (text[at + 1])))
    return FALSE;

  found->n_bytes = cs_scan_spaces (text, at + length);
  return TRUE;
}

static gboolean
read_claim_number (const char *text, ClaimNumber *found)
{
  ClaimNumber inner;

  if (!read_one (text, 0, found))
    return FALSE;

  /* "6. 8. The method": the list added a number of its own, the inner one is the claim's. */
  if (read_one (text, found->n_bytes, &inner))
    *found = inner;

  return TRUE;
}

gsize
cs_claim_number_scan (const char *text, gsize n_bytes, guint *number)
{
  g_autoptr (CsFolded) head = cs_fold_head (text, n_bytes, HEAD_BYTES, CS_FOLD_CASE);
  ClaimNumber found;

  if (!read_claim_number (head->text, &found))
    return 0;

  *number = found.first;
  return head->map[found.n_bytes];
}

/* --- splitting --- */

typedef struct
{
  const char *text;
  GArray *claims;
  guint expected; /* number of the next claim */
} Splitter;

/* Whether what follows a number opens as claims do, so that the number is one even out of turn. */
static gboolean
reads_as_claim (const char *source, const char *folded)
{
  static const char *const openings[] = { "一种", "一类", "一个", "根据", "如权", "如请求", "按照",
                                          "依据", "按权", "权利要求", "应用权", "采用权", "使用权",
                                          "(cancel", "(delet", "(withdrawn", "cancel", "(删除",
                                          NULL };

  return cs_scan_any (folded, 0, openings) > 0 || g_ascii_isupper (*source);
}

static gboolean
last_claim_is_finished (const Splitter *splitter)
{
  const CsUnit *claim;
  const char *end;

  if (splitter->claims->len == 0)
    return TRUE;

  claim = &g_array_index (splitter->claims, CsUnit, splitter->claims->len - 1);
  if (claim->end == claim->start)
    return TRUE;

  end = splitter->text + claim->end;
  return end[-1] == '.' || end[-1] == ')' ||
         (claim->end - claim->start >= 3 && memcmp (end - 3, "。", 3) == 0);
}

/* A number that only follows the last one may be a step of that claim's list. */
static gboolean
begins_claim (const Splitter *splitter,
              const ClaimNumber *number,
              const char *source,
              const char *folded)
{
  if (splitter->claims->len >= CS_MAX_CLAIMS)
    return FALSE;
  if (splitter->claims->len == 0)
    return TRUE;
  if (number->first == splitter->expected &&
      (last_claim_is_finished (splitter) || strstr (folded, "其特征") != NULL || *folded == '\0'))
    return TRUE; /* a number alone is a claim that is still to be written */

  return reads_as_claim (source, folded);
}

static void
end_last_claim (Splitter *splitter, gsize end)
{
  CsUnit *claim;

  if (splitter->claims->len == 0)
    return;

  claim = &g_array_index (splitter->claims, CsUnit, splitter->claims->len - 1);
  claim->end = MAX (claim->start, end);
  while (claim->end > claim->start && g_ascii_isspace (splitter->text[claim->end - 1]))
    claim->end--;
}

static void
add_claim (Splitter *splitter, gsize line, gsize start, gsize line_end, const ClaimNumber *number)
{
  CsUnit claim = { line, start, line_end, number->first, CS_UNIT_CLAIM };

  g_array_append_val (splitter->claims, claim);
  end_last_claim (splitter, line_end);

  /* "4-6. (canceled)" stands for three claims; the last two have no text of their own. */
  for (guint n = number->first + 1; n <= number->last && splitter->claims->len < CS_MAX_CLAIMS; n++)
    {
      claim = (CsUnit){ line_end, line_end, line_end, n, CS_UNIT_CLAIM };
      g_array_append_val (splitter->claims, claim);
    }
  splitter->expected = number->last + 1;
}

static void
split_line (Splitter *splitter, gsize line, gsize line_end)
{
  g_autoptr (CsFolded) head = cs_fold_head (splitter->text + line, line_end - line,
                                            HEAD_BYTES, CS_FOLD_CASE);
  ClaimNumber number;

  if (read_claim_number (head->text, &number))
    {
      gsize start = line + head->map[number.n_bytes];

      if (begins_claim (splitter, &number, splitter->text + start, head->text + number.n_bytes))
        {
          add_claim (splitter, line, start, line_end, &number);
          return;
        }
    }

  if (head->n_bytes > 0)
    end_last_claim (splitter, line_end);
}

GArray *
cs_claim_split (const char *text, gsize n_bytes)
{
  Splitter splitter = { .text = text, .expected = 1 };

  splitter.claims = g_array_new (FALSE, FALSE, sizeof (CsUnit));
  for (gsize line = 0; line < n_bytes;)
    {
      const char *newline = memchr (text + line, '\n', n_bytes - line);
      gsize line_end = newline == NULL ? n_bytes : (gsize)(newline - text);

      split_line (&splitter, line, line_end);
      line = line_end + 1;
    }

  return splitter.claims;
}

GArray *
cs_claim_split_all (const char *text, gsize n_bytes)
{
  GArray *claims = cs_claim_split (text, n_bytes);
  CsUnit all = { .end = n_bytes, .kind = CS_UNIT_CLAIM };

  while (all.end > 0 && g_ascii_isspace (text[all.end - 1]))
    all.end--;
  while (all.start < all.end && g_ascii_isspace (text[all.start]))
    all.start++;
  all.number_start = all.start;
  if (claims->len == 0 && all.end > all.start)
    g_array_append_val (claims, all);

  return claims;
}
