#include <string.h>

#include "../language/cs-scan.h"
#include "cs-claim-edit.h"

#define MAX_PHRASES 3 /* looked at for one that says what the claim adds */

static const char *const marks[] = { "，", "；", "。", "：", "！", "？", ",", ";", ":", "\n", NULL };

/* What says that something is added, and not what. */
static const char *const leads[] = {
  "还包括有", "还包括", "进一步包括", "更包括", "还包含", "还设有", "还具有", "包括有",
  "包括", "包含", "进一步地", "进一步", "其中", "其", "所述的", "所述",
  "该", "还", "在于", "further comprising", "further comprises", "further includes",
  "further including", "comprising", "comprises", "includes", "including", "wherein", "where",
  "further", "also", "that", NULL
};

/* Said before a thing that is known; nobody needs them in a list. */
static const char *const articles[] = { "the", "said", "a", "an", NULL };

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || ((guchar)c & 0x80) != 0;
}

/* The first of @words at @at, an English one only as a whole word. Returns its length. */
static gsize
word_at (const char *text, gsize at, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n_bytes = strlen (words[i]);

      if (g_ascii_strncasecmp (text + at, words[i], n_bytes) != 0)
        continue;
      if (!g_ascii_isalpha (words[i][0]) ||
          (!is_letter (text[at + n_bytes]) && (at == 0 || !is_letter (text[at - 1]))))
        return n_bytes;
    }

  return 0;
}

static gsize
skip_leads (const char *text, gsize at)
{
  static const char *const dashes[] = { "－", "—", "-", " ", "　", "\t", NULL };
  gsize length;

  while ((length = cs_scan_any (text, at, marks)) > 0 ||
         (length = cs_scan_any (text, at, dashes)) > 0 || (length = word_at (text, at, leads)) > 0)
    at += length;

  return at;
}

/* The end of a bracket at @at that holds nothing but signs: "(12a)"; @at when there is none. */
static gsize
skip_signs (const char *text, gsize at)
{
  static const char *const opening[] = { "(", "（", NULL };
  static const char *const closing[] = { ")", "）", NULL };
  gsize i = at + cs_scan_any (text, at, opening);

  if (i == at)
    return at;

  while (text[i] != '\0' && cs_scan_any (text, i, closing) == 0)
    {
      if (!g_ascii_isalnum (text[i]) && strchr (" ,'-", text[i]) == NULL &&
          !g_str_has_prefix (text + i, "、") && !g_str_has_prefix (text + i, "，"))
        return at;
      i += g_utf8_skip[(guchar)text[i]];
    }

  return text[i] == '\0' ? at : i + cs_scan_any (text, i, closing);
}

static gboolean
is_end (const char *text, gsize at)
{
  if (text[at] == '.')
    return !g_ascii_isdigit (text[at + 1]);
  if (text[at] == ',' && at > 0 && g_ascii_isdigit (text[at - 1]) && g_ascii_isdigit (text[at + 1]))
    return FALSE;

  return cs_scan_any (text, at, marks) > 0;
}

/* One phrase from @from on, without articles, 所述 and signs; @from is its end afterwards. */
static GString *
read_phrase (const char *text, gsize *from)
{
  gsize at = *from;
  static const char *const said[] = { "所述的", "所述", NULL };
  GString *phrase = g_string_new (NULL);

  while (text[at] != '\0' && !is_end (text, at))
    {
      gsize behind = skip_signs (text, at);
      gsize n_bytes = g_utf8_skip[(guchar)text[at]];

      if (behind == at)
        behind += cs_scan_any (text, at, said);
      if (behind == at && g_ascii_isalpha (text[at]))
        {
          gsize length = word_at (text, at, articles);

          behind += text[at + length] == ' ' ? length : 0; /* "step a)" has none */
        }
      if (behind == at)
        {
          if (text[at] != ' ' || (phrase->len > 0 && phrase->str[phrase->len - 1] != ' '))
            g_string_append_len (phrase, text + at, n_bytes);
          behind += n_bytes;
        }
      at = behind;
    }
  while (phrase->len > 0 && phrase->str[phrase->len - 1] == ' ')
    g_string_truncate (phrase, phrase->len - 1);
  *from = at;

  return phrase;
}

/* Cuts to @max_chars, between English words where it can. */
static void
shorten (GString *gist, guint max_chars)
{
  gsize end;

  if (g_utf8_strlen (gist->str, gist->len) <= (glong)max_chars)
    return;

  end = g_utf8_offset_to_pointer (gist->str, MAX (max_chars, 1) - 1) - gist->str;
  if (g_ascii_isalnum (gist->str[end]) && end > 0 && g_ascii_isalnum (gist->str[end - 1]))
    {
      gsize word = end;

      while (word > 0 && g_ascii_isalnum (gist->str[word - 1]))
        word--;
      if (word > end / 2)
        end = word;
    }
  while (end > 0 && gist->str[end - 1] == ' ')
    end--;
  g_string_truncate (gist, end);
  g_string_append (gist, "…");
}

static gsize
gist_start (const CsClaim *claim)
{
  if (!claim->dependent)
    return claim->subject.start;
  if (!cs_range_is_empty (claim->transition))
    return claim->transition.end;

  return MAX (claim->reference.end, claim->subject.end);
}

/* "In step 1)，": says when or where, not what. */
static gboolean
only_frames (const GString *phrase)
{
  static const char *const tails[] = { "中", "时", "后", "下", "计", "包括", "步骤", "为", "如下" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    if (g_str_has_suffix (phrase->str, tails[i]))
      return TRUE;

  return phrase->len == 0;
}

/* The first phrase that says something; the first of all when none does. */
static GString *
find_phrase (const char *text, gsize at)
{
  GString *first = read_phrase (text, &at);
  guint n_phrases = 1;

  while (only_frames (first) && n_phrases++ < MAX_PHRASES)
    {
      GString *next;

      at = skip_leads (text, at);
      next = read_phrase (text, &at);
      if (!only_frames (next))
        {
          g_string_free (first, TRUE);
          return next;
        }
      g_string_free (next, TRUE);
    }

  return first;
}

char *
cs_claim_dup_gist (const CsClaimSet *claims, guint index, guint max_chars)
{
  const CsClaim *claim = cs_claim_set_get (claims, index);
  gsize start;
  gsize end = claim->n_bytes;
  g_autofree char *text = NULL;
  GString *gist;

  if (claim->cancelled)
    {
      gist = g_string_new_len (claim->text, claim->n_bytes);
      shorten (gist, max_chars);
      return g_string_free (gist, FALSE);
    }

  start = gist_start (claim);
  if (!claim->dependent && !cs_range_is_empty (claim->subject))
    end = claim->subject.end;
  text = g_strndup (claim->text + start, end - start);
  gist = find_phrase (text, claim->dependent ? skip_leads (text, 0) : 0);
  if (gist->len == 0) /* nothing but a reference */
    {
      g_string_free (gist, TRUE);
      g_free (text);
      text = g_strndup (claim->text, claim->n_bytes);
      gist = find_phrase (text, skip_leads (text, 0));
    }

  shorten (gist, max_chars);
  if (gist->len > 0)
    gist->str[0] = g_ascii_toupper (gist->str[0]);

  return g_string_free (gist, FALSE);
}
