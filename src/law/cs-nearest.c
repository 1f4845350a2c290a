#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-nearest.h"

#define MAX_NAME_BYTES 64 /* longer than any of our names; bounds the table of distances */

/* Levenshtein distance in bytes; our names are ASCII. */
static guint
distance (const char *a, gsize n_a, const char *b, gsize n_b)
{
  guint row[MAX_NAME_BYTES + 1];

  for (gsize j = 0; j <= n_b; j++)
    row[j] = j;

  for (gsize i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (gsize j = 1; j <= n_b; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
        }
    }

  return row[n_b];
}

const char *
cs_nearest_name (const char *name, const char *const *known)
{
  gsize n_name = strlen (name);
  const char *nearest = NULL;
  guint best = G_MAXUINT;

  if (n_name > MAX_NAME_BYTES)
    return NULL;

  for (; *known != NULL; known++)
    {
      gsize n_known = strlen (*known);
      guint changes =
          n_known > MAX_NAME_BYTES ? G_MAXUINT : distance (name, n_name, *known, n_known);

      if (changes < best && changes <= MAX (n_name, n_known) / 2)
        {
          best = changes;
          nearest = *known;
        }
    }

  return nearest;
}

char *
cs_nearest_dup_hint (const char *name, const char *const *known)
{
  const char *nearest = cs_nearest_name (name, known);

  if (nearest == NULL)
    return g_strdup ("");

  return g_strdup_printf (_ ("; did you mean \"%s\"?"), nearest);
}
