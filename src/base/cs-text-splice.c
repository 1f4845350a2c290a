#include <string.h>

#include "cs-text-builder.h"
#include "cs-text-splice.h"

struct _CsSpliceMap
{
  const CsTextSplice *splices;
  guint n_splices;
  gsize *starts; /* where what splice i inserts begins in the new text */
};

CsSpliceMap *
cs_splice_map_new (const CsTextSplice *splices, guint n_splices)
{
  CsSpliceMap *map = g_new0 (CsSpliceMap, 1);
  gsize at = 0;  /* in the old text */
  gsize now = 0; /* in the new one */

  map->splices = splices;
  map->n_splices = n_splices;
  map->starts = g_new (gsize, n_splices);
  for (guint i = 0; i < n_splices; i++)
    {
      now += splices[i].start - at;
      map->starts[i] = now;
      now += cs_text_get_n_bytes (splices[i].insert);
      at = splices[i].end;
    }

  return map;
}

void
cs_splice_map_free (CsSpliceMap *map)
{
  g_free (map->starts);
  g_free (map);
}

static gsize
insert_end (const CsSpliceMap *map, guint i)
{
  return map->starts[i] + cs_text_get_n_bytes (map->splices[i].insert);
}

/* How many splices begin before @byte, or at it with @with_equal. */
static guint
count_before (const CsSpliceMap *map, gsize byte, gboolean with_equal)
{
  guint low = 0;
  guint high = map->n_splices;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      gsize start = map->splices[middle].start;

      if (start < byte || (with_equal && start == byte))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gsize
cs_splice_map_start (const CsSpliceMap *map, gsize byte)
{
  guint n = count_before (map, byte, TRUE);
  gsize end;

  if (n == 0)
    return byte;

  end = map->splices[n - 1].end;
  return insert_end (map, n - 1) + (byte > end ? byte - end : 0);
}

gsize
cs_splice_map_end (const CsSpliceMap *map, gsize byte)
{
  guint n = count_before (map, byte, FALSE);
  gsize end;

  if (n == 0)
    return byte;

  end = map->splices[n - 1].end;
  return byte > end ? insert_end (map, n - 1) + byte - end : map->starts[n - 1];
}

/* Whether what was inserted touches @byte of the new text. */
static gboolean
is_seam (const CsSpliceMap *map, gsize byte)
{
  guint low = 0;
  guint high = map->n_splices;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (insert_end (map, middle) < byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low < map->n_splices && map->starts[low] <= byte;
}

/* Appends bytes [start, end) of @text with their objects, without their runs. */
static void
append_stretch (CsTextBuilder *builder, const CsText *text, gsize start, gsize end)
{
  const char *string = cs_text_get_string (text);
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);
  guint low = 0;
  guint high = n_objects;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (objects[middle].at < start)
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < n_objects && objects[low].at < end; low++)
    {
      const CsInlineObject *object = &objects[low];

      cs_text_builder_append (builder, string + start, object->at - start);
      cs_text_builder_append_object (builder, object->kind, object->payload, object->preview);
      start = object->at + strlen (CS_OBJECT_CHARACTER);
    }
  cs_text_builder_append (builder, string + start, end - start);
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const CsRun *left = a;
  const CsRun *right = b;

  return left->start < right->start ? -1 : left->start > right->start;
}

/* Runs of one style that meet where something was inserted become one. */
static void
add_runs (CsTextBuilder *builder, const CsSpliceMap *map, GArray *runs)
{
  CsRun open[CS_N_RUN_STYLES] = { 0 };

  g_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const CsRun *run = &g_array_index (runs, CsRun, i);
      CsRun *last = &open[run->style];

      if (last->end > 0 && run->start <= last->end && is_seam (map, run->start))
        {
          last->end = MAX (last->end, run->end);
          continue;
        }
      cs_text_builder_add_run (builder, last->start, last->end, last->style);
      *last = *run;
    }

  for (guint style = 0; style < CS_N_RUN_STYLES; style++)
    cs_text_builder_add_run (builder, open[style].start, open[style].end, open[style].style);
}

/* The runs of the new text: those of the old one where they are now, and those inserted. */
static GArray *
collect_runs (const CsText *text, const CsSpliceMap *map)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (CsRun));
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      CsRun run = { cs_splice_map_start (map, runs[i].start), cs_splice_map_end (map, runs[i].end),
                    runs[i].style };

      if (run.start < run.end)
        g_array_append_val (all, run);
    }
  for (guint s = 0; s < map->n_splices; s++)
    {
      runs = cs_text_get_runs (map->splices[s].insert, &n_runs);
      for (guint i = 0; i < n_runs; i++)
        {
          CsRun run = { runs[i].start + map->starts[s], runs[i].end + map->starts[s],
                        runs[i].style };

          g_array_append_val (all, run);
        }
    }

  return all;
}

CsText *
cs_text_splice_all (const CsText *text, const CsTextSplice *splices, guint n_splices)
{
  g_autoptr (CsSpliceMap) map = cs_splice_map_new (splices, n_splices);
  g_autoptr (GArray) runs = collect_runs (text, map);
  CsTextBuilder *builder = cs_text_builder_new ();
  gsize at = 0;

  for (guint i = 0; i < n_splices; i++)
    {
      append_stretch (builder, text, at, splices[i].start);
      append_stretch (builder, splices[i].insert, 0, cs_text_get_n_bytes (splices[i].insert));
      at = splices[i].end;
    }
  append_stretch (builder, text, at, cs_text_get_n_bytes (text));
  add_runs (builder, map, runs);

  return cs_text_builder_end (builder);
}

CsText *
cs_text_splice (const CsText *text, gsize start, gsize end, const CsText *insert)
{
  CsTextSplice splice = { start, end, insert };

  g_return_val_if_fail (start <= end && end <= cs_text_get_n_bytes (text), NULL);

  return cs_text_splice_all (text, &splice, 1);
}

CsText *
cs_text_slice (const CsText *text, gsize start, gsize end)
{
  CsTextBuilder *builder = cs_text_builder_new ();
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);

  end = MIN (end, cs_text_get_n_bytes (text));
  start = MIN (start, end);
  append_stretch (builder, text, start, end);
  for (guint i = 0; i < n_runs && runs[i].start < end; i++)
    if (runs[i].end > start)
      cs_text_builder_add_run (builder, MAX (runs[i].start, start) - start,
                               MIN (runs[i].end, end) - start, runs[i].style);

  return cs_text_builder_end (builder);
}

CsText *
cs_text_add_run (const CsText *text, gsize start, gsize end, CsRunStyle style)
{
  CsTextBuilder *builder = cs_text_builder_new ();
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);

  append_stretch (builder, text, 0, cs_text_get_n_bytes (text));
  for (guint i = 0; i < n_runs; i++)
    cs_text_builder_add_run (builder, runs[i].start, runs[i].end, runs[i].style);
  cs_text_builder_add_run (builder, start, end, style);

  return cs_text_builder_end (builder);
}
