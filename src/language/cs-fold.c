#include "cs-fold.h"

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

CsFolded *
cs_fold (const char *text, gsize n_bytes, CsFoldFlags flags)
{
  CsFolded *folded = g_new0 (CsFolded, 1);
  const char *end = text + n_bytes;
  gsize n = 0;

  /* No character grows: each stands for itself or for a shorter one. */
  folded->text = g_malloc (n_bytes + 1);
  folded->map = g_new (guint32, n_bytes + 1);

  /* A character cut off at the end is left out rather than read beyond. */
  for (const char *at = text; at < end && g_utf8_next_char (at) <= end; at = g_utf8_next_char (at))
    {
      guchar byte = *at;
      gunichar c;
      int length;

      if (byte < 0x80) /* most of an English text */
        {
          folded->map[n] = at - text;
          folded->text[n++] = (flags & CS_FOLD_CASE) != 0 ? g_ascii_tolower (*at) : *at;
          continue;
        }

      c = fold_char (g_utf8_get_char (at), flags);
      if (c == 0)
        continue;
      length = g_unichar_to_utf8 (c, folded->text + n);
      for (int i = 0; i < length; i++)
        folded->map[n++] = (at - text) + i;
    }

  folded->text[n] = '\0';
  folded->map[n] = n_bytes;
  folded->n_bytes = n;

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
