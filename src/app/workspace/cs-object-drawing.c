#include "cs-object-drawing.h"

#include <string.h>

#include "../../objects/formula/cs-formula.h"
#include "../../objects/grid/cs-grid.h"

#define PX_PER_PT (96 / 72.0)
#define FORMULA_PT 12
#define TABLE_PT 9
#define TABLE_WIDTH_PT 360
#define MAX_CELLS 600    /* of a table */
#define MAX_BYTES 200000 /* of a source */
#define MAX_HEIGHT_PT 900

void
cs_object_drawing_free (CsObjectDrawing *drawing)
{
  cairo_surface_destroy (drawing->shape);
  g_free (drawing);
}

gboolean
cs_object_drawing_is_possible (const CsInlineObject *object)
{
  return object->payload != NULL &&
         (object->kind == CS_OBJECT_FORMULA || object->kind == CS_OBJECT_TABLE);
}

static cairo_t *
begin (CsObjectDrawing *drawing)
{
  cairo_t *cr;

  drawing->shape = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cr = cairo_create (drawing->shape);
  cairo_scale (cr, PX_PER_PT, PX_PER_PT);

  return cr;
}

static CsObjectDrawing *
draw_formula (const char *payload)
{
  g_autoptr (CsFormula) formula = cs_formula_new (payload, strlen (payload), NULL);
  CsObjectDrawing *drawing;
  double width, height, base;
  cairo_t *cr;

  if (formula == NULL)
    return NULL;

  cs_formula_measure (formula, FORMULA_PT, &width, &height, &base);
  if (height > MAX_HEIGHT_PT)
    return NULL;

  drawing = g_new0 (CsObjectDrawing, 1);
  drawing->width_px = width * PX_PER_PT;
  drawing->height_px = height * PX_PER_PT;
  cr = begin (drawing);
  cs_formula_draw (formula, FORMULA_PT, cr);
  cairo_destroy (cr);

  return drawing;
}

static CsObjectDrawing *
draw_table (const char *payload)
{
  g_autoptr (CsGrid) grid = cs_grid_new (payload, strlen (payload), NULL);
  CsObjectDrawing *drawing;
  double height;
  cairo_t *cr;

  if (grid == NULL || cs_grid_get_n_columns (grid) * cs_grid_get_n_rows (grid) > MAX_CELLS)
    return NULL;

  height = cs_grid_draw (grid, TABLE_PT, TABLE_WIDTH_PT, NULL);
  if (height > MAX_HEIGHT_PT)
    return NULL;

  drawing = g_new0 (CsObjectDrawing, 1);
  drawing->width_px = TABLE_WIDTH_PT * PX_PER_PT;
  drawing->height_px = height * PX_PER_PT;
  cr = begin (drawing);
  cs_grid_draw (grid, TABLE_PT, TABLE_WIDTH_PT, cr);
  cairo_destroy (cr);

  return drawing;
}

/* --- the thread --- */

typedef struct
{
  CsObjectKind kind;
  char *payload;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->payload);
  g_free (job);
}

static void
free_drawing (gpointer drawing)
{
  cs_object_drawing_free (drawing);
}

static void
run (gpointer data, gpointer unused)
{
  g_autoptr (GTask) task = data;
  const Job *job = g_task_get_task_data (task);
  CsObjectDrawing *drawing = NULL;

  if (strlen (job->payload) <= MAX_BYTES)
    drawing =
        job->kind == CS_OBJECT_FORMULA ? draw_formula (job->payload) : draw_table (job->payload);
  g_task_return_pointer (task, drawing, free_drawing);
}

/* One thread, which keeps its fonts. */
static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (pool == NULL)
    pool = g_thread_pool_new (run, NULL, 1, TRUE, NULL);

  return pool;
}

void
cs_object_drawing_make (const CsInlineObject *object,
                        GObject *source,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  GTask *task = g_task_new (source, NULL, callback, data);
  Job *job = g_new0 (Job, 1);

  job->kind = object->kind;
  job->payload = g_strdup (object->payload);
  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (get_pool (), task, NULL);
}

CsObjectDrawing *
cs_object_drawing_make_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
