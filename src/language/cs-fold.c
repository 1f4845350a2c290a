#include "cs-fold.h"

#include <string.h>

#include "cs-scan.h"

/* What stands for @c in a folded text; 0 when nothing does. */
static gunichar
fold_char (gunichar c, CsFoldFlags flags)
{
  if (c >= 0xff01 && c <= 0xff5e) /* full-width ASCII, the tilde of ranges among it */
    c -= 0xff01 - 0x21;
  else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x00ad)
    c = '-';
  else if (c == 0x301c || c == 0x223c)
    c = '~';
  else if (c == 0x00a0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f)
    c = ' ';
  else if ((c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || c == 0x2060 ||
           c == 0xfeff)
    return 0;
  else if (c == 0x2018 || c == 0x2019)
    c = '\'';

  if ((flags & CS_FOLD_CASE) != 0 && c < 0x80)
    c = g_ascii_tolower ((char)c);

  return c;
}

/* Bytes of the character at @at, of @most that are left, if it stands for itself but for its case,
 * as ASCII does, the Chinese characters from U+4000 on and their comma and full stop; 0 for others
 * and for one that is cut off. */
static gsize
plain_length (const char *at, gsize most)
{
  guchar byte = *at;

  if (byte < 0x80)
    return 1;
  if (most < 3)
    return 0;
  if (byte >= 0xe4 && byte <= 0xe9)
    return 3;

  return byte == 0xe3 && (memcmp (at, "、", 3) == 0 || memcmp (at, "。", 3) == 0) ? 3 : 0;
}

#define N_BLOCK sizeof (guint64)

static gboolean
is_ascii_block (const char *at)
{
  guint64 block;

  memcpy (&block, at, N_BLOCK);

  return (block & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

/* Folds what stands for itself from @at on, most of any text: loops without a branch in them.
 * Returns where it ends. */
static const char *
fold_plain (const char *at, const char *end, CsFoldFlags flags, const char *text, CsFolded *folded)
{
  guint32 offset = at - text;
  char *out = folded->text + folded->n_bytes;
  guint32 *map = folded->map + folded->n_bytes;
  gsize most = end - at;
  gsize n = 0;
  gsize length;

  while (n + N_BLOCK <= most && is_ascii_block (at + n))
    n += N_BLOCK;
  while (n < most && (length = plain_length (at + n, most - n)) > 0)
    n += length;
  for (gsize i = 0; i < n; i++)
    map[i] = offset + i;
  if ((flags & CS_FOLD_CASE) == 0)
    memcpy (out, at, n);
  else
    for (gsize i = 0; i < n; i++)
      out[i] = at[i] + (at[i] >= 'A' && at[i] <= 'Z' ? 'a' - 'A' : 0);
  folded->n_bytes += n;

  return at + n;
}

/* Adds @c, which stands at @offset. */
static void
add_char (CsFolded *folded, gunichar c, guint32 offset)
{
  char *out = folded->text + folded->n_bytes;
  int length = c == 0 ? 0 : c < 0x80 ? 1 :
                                       g_unichar_to_utf8 (c, out);

  if (length == 1)
    *out = c;
  for (int i = 0; i < length; i++)
    folded->map[folded->n_bytes++] = offset + i;
}

CsFolded *
cs_fold (const char *text, gsize n_bytes, CsFoldFlags flags)
{
  CsFolded *folded = g_new0 (CsFolded, 1);
  const char *end = text + n_bytes;

  /* No character grows: each stands for itself or for a shorter one. */
  folded->text = g_malloc (n_bytes + 1);
  folded->map = g_new (guint32, n_bytes + 1);

  /* A character cut off at the end is left out rather than read beyond. */
  for (const char *at = text; at < end && g_utf8_next_char (at) <= end;)
    if (plain_length (at, end - at) > 0)
      {
        at = fold_plain (at, end, flags, text, folded);
      }
    else
      {
        add_char (folded, fold_char (cs_scan_char (at, 0), flags), at - text);
        at = g_utf8_next_char (at);
      }

  folded->text[folded->n_bytes] = '\0';
  folded->map[folded->n_bytes] = n_bytes;

  return folded;
}

CsFolded *
cs_fold_head (const char *text, gsize n_bytes, gsize max_bytes, CsFoldFlags flags)
{
  gsize length = MIN (n_bytes, max_bytes);

  while (length < n_bytes && length > 0 && ((guchar)text[length] & 0xc0) == 0x80)
    length--;

  return cs_fold (text, length, flags);
}

gsize
cs_folded_find (const CsFolded *folded, gsize source)
{
  gsize low = 0;
  gsize high = folded->n_bytes;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (folded->map[middle] < source)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

void
cs_folded_free (CsFolded *folded)
{
  g_free (folded->text);
  g_free (folded->map);
  g_free (folded);
}
