#include "cs-search-fold.h"

#include <string.h>

#include <gio/gio.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#define N_PAGES 0x1100
#define MAX_UNITS 64 /* the longest that stands for one character are 18 (U+FDFA) */
#define SIMPLIFIED_PATH "/io/github/claimsmith/lexicons/traditional.zh.txt"

/* --- traditional and simplified --- */

static GHashTable *
read_simplified (void)
{
  GHashTable *simplified = g_hash_table_new (NULL, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SIMPLIFIED_PATH, 0, NULL);
  gsize n_bytes = 0;
  const char *at = bytes == NULL ? NULL : g_bytes_get_data (bytes, &n_bytes);
  const char *end = at + n_bytes;

  while (at < end)
    {
      const char *line_end = memchr (at, '\n', end - at);
      gpointer first = GUINT_TO_POINTER (g_utf8_get_char (at));

      line_end = line_end == NULL ? end : line_end;
      if (*at != '#')
        while ((at = g_utf8_next_char (at)) < line_end)
          g_hash_table_insert (simplified, GUINT_TO_POINTER (g_utf8_get_char (at)), first);
      at = line_end + 1;
    }

  return simplified;
}

/* Under the lock of the pages. */
static gunichar
simplify (gunichar c)
{
  static GHashTable *simplified;
  gpointer found;

  if (simplified == NULL)
    simplified = read_simplified ();
  found = g_hash_table_lookup (simplified, GUINT_TO_POINTER (c));

  return found == NULL ? c : GPOINTER_TO_UINT (found);
}

/* --- what a character is --- */

static gboolean
has_script (gunichar c, const UScriptCode *scripts, guint n_scripts)
{
  for (guint i = 0; i < n_scripts; i++)
    if (uscript_hasScript (c, scripts[i]))
      return TRUE;

  return FALSE;
}

static gboolean
stands_alone (gunichar c)
{
  static const UScriptCode scripts[] = { USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA,
                                         USCRIPT_HANGUL, USCRIPT_BOPOMOFO };

  return has_script (c, scripts, G_N_ELEMENTS (scripts));
}

/* Whose marks do not make another letter to who searches. */
static gboolean
may_lose_marks (gunichar c)
{
  static const UScriptCode scripts[] = { USCRIPT_LATIN, USCRIPT_GREEK, USCRIPT_CYRILLIC };

  return u_isalpha (c) && has_script (c, scripts, G_N_ELEMENTS (scripts));
}

/* A mark that belongs to no script, as the accents do; vowels that are marks belong to theirs. */
static gboolean
is_free_mark (gunichar c)
{
  UErrorCode code = U_ZERO_ERROR;

  return u_charType (c) == U_NON_SPACING_MARK &&
         uscript_getScript (c, &code) == USCRIPT_INHERITED;
}

/* Kana before a voicing mark, and the parts of Korean syllables. */
static gboolean
may_be_joined (gunichar c)
{
  return (c >= 0x3041 && c <= 0x30ff) || (c >= 0x1100 && c <= 0x1112) ||
         (c >= 0xac00 && c <= 0xd7a3);
}

static CsSearchFold
pack (CsSearchKind kind, gunichar c)
{
  return c | (guint)kind << 21;
}

/* What @c is, which is folded but for its script. */
static CsSearchFold
judge (gunichar c)
{
  guint mask = U_MASK (u_charType (c));

  if (is_free_mark (c) || (mask & U_GC_CF_MASK) != 0)
    return pack (CS_SEARCH_IGNORE, 0);
  if ((mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) == 0)
    return pack (CS_SEARCH_BREAK, ' '); /* 0 ends a sequence */
  if (stands_alone (c))
    return pack (CS_SEARCH_SINGLE, simplify (c)) | (may_be_joined (c) ? CS_SEARCH_JOINS : 0);

  return pack (CS_SEARCH_WORD, c);
}

/* Compatibility, case, then marks. Returns the number of units, 0 for a character that is not
 * there. */
static int
normalize (gunichar c, UChar *units)
{
  UErrorCode code = U_ZERO_ERROR;
  UChar source[2];
  UChar plain[MAX_UNITS];
  gunichar first;
  int n = 0;
  int at = 0;

  U16_APPEND_UNSAFE (source, n, c);
  n = unorm2_normalize (unorm2_getNFKCCasefoldInstance (&code), source, n, plain, MAX_UNITS,
                        &code);
  if (U_FAILURE (code) || n == 0)
    return 0;

  U16_NEXT (plain, at, n, first);
  if (may_lose_marks (first))
    return unorm2_normalize (unorm2_getNFDInstance (&code), plain, n, units, MAX_UNITS, &code);
  memcpy (units, plain, n * sizeof (UChar));

  return n;
}

static CsSearchFold
fold (gunichar c, GArray *several)
{
  UChar units[MAX_UNITS];
  CsSearchFold folds[MAX_UNITS + 1];
  guint n_folds = 0;
  int n_units = U_IS_SURROGATE (c) ? 0 : normalize (c, units);

  for (int at = 0; at < n_units;)
    {
      gunichar part;

      U16_NEXT (units, at, n_units, part);
      folds[n_folds] = judge (part);
      if (CS_SEARCH_KIND (folds[n_folds]) != CS_SEARCH_IGNORE)
        n_folds++;
    }
  if (n_folds == 0)
    return pack (CS_SEARCH_IGNORE, 0);
  if (n_folds == 1)
    return folds[0];

  folds[n_folds] = 0;
  g_array_append_vals (several, folds, n_folds + 1);

  return pack (CS_SEARCH_SEVERAL, several->len - n_folds - 1);
}

/* --- pages --- */

static CsSearchPage *
make_page (guint page)
{
  CsSearchPage *made = g_new0 (CsSearchPage, 1);
  GArray *several = g_array_new (FALSE, FALSE, sizeof (CsSearchFold));

  for (guint i = 0; i < CS_SEARCH_PAGE; i++)
    made->folds[i] = fold (page * CS_SEARCH_PAGE + i, several);
  made->several = (CsSearchFold *)(gpointer)g_array_free (several, FALSE);

  return made;
}

const CsSearchPage *
cs_search_page_get (guint page)
{
  static CsSearchPage *pages[N_PAGES]; /* made once, never freed */
  static GMutex lock;
  CsSearchPage *found = g_atomic_pointer_get (&pages[page]);

  if (G_LIKELY (found != NULL))
    return found;

  g_mutex_lock (&lock);
  if (pages[page] == NULL)
    g_atomic_pointer_set (&pages[page], make_page (page));
  found = pages[page];
  g_mutex_unlock (&lock);

  return found;
}

gunichar
cs_search_join (gunichar base, gunichar next)
{
  UErrorCode code = U_ZERO_ERROR;
  UChar32 mark = next == 0xff9e ? 0x3099 : next == 0xff9f ? 0x309a :
                                                            (UChar32)next;
  UChar32 joined = unorm2_composePair (unorm2_getNFCInstance (&code), base, mark);

  return joined < 0 ? 0 : joined;
}
