#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-nearest.h"

#define MAX_NAME_BYTES 64 /* longer than any of our names; bounds the table of distances */

/* Optimal string alignment distance in bytes (our names are ASCII): a letter changed, missing, too
 * many, or two swapped count one each. */
static guint
distance (const char *a, gsize n_a, const char *b, gsize n_b)
{
  guint rows[3][MAX_NAME_BYTES + 1]; /* of the prefix of a, of one and two letters less */

  for (gsize i = 0; i <= n_a; i++)
    {
      guint *row = rows[i % 3];
      const guint *above = rows[(i + 2) % 3];

      row[0] = i;
      for (gsize j = 1; j <= n_b; j++)
        {
          row[j] = i == 0 ?
                       j :
                       MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], rows[(i + 1) % 3][j - 2] + 1);
        }
    }

  return rows[n_a % 3][n_b];
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
