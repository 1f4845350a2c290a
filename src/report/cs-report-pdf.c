#include <cairo-pdf.h>

#include "../exam/cs-messages.h"
#include "../objects/cs-object-pango.h"
#include "cs-pdf-flow.h"
#include "cs-report-pages.h"

/* The pages of a report as PDF: A4 across. Everything is laid out twice, first to nowhere: only
 * then the number of pages, and where each table begins, can be printed. */

#define PAGE_WIDTH 841.89
#define PAGE_HEIGHT 595.28
#define LEFT 42.5
#define TOP 42.5
#define BOTTOM 545.0 /* of what stands above the foot */
#define FOOT 568.0   /* base line of the foot */
#define TEXT_WIDTH (PAGE_WIDTH - 2 * LEFT)
#define PAD 5.0         /* within a cell */
#define ROOM_BELOW 90.0 /* that a heading wants below it on its page */
#define TILE_HEIGHT 50.0
#define TILE_GAP 10.0

typedef struct
{
  const CsReportSheet *sheet;
  GCancellable *cancellable;
  PangoContext *context;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean is_final; /* the second time */
  double y;
  guint page;
  guint n_pages; /* known the second time */
  guint *pages;  /* on which each table begins, likewise */
  int outline;   /* of the table being written */
} Writer;

/* --- pages --- */

static void
draw_foot (Writer *writer)
{
  g_autofree char *foot = cs_report_dup_harmless (writer->sheet->foot, 90);
  g_autofree char *page = g_strdup_printf ("%u / %u", writer->page, writer->n_pages);

  cs_pdf_set_dim_color (writer->cr);
  cs_pdf_draw_text (writer->cr, writer->context, foot, CS_PDF_CAPTION, FALSE, LEFT, FOOT);
  cs_pdf_draw_text_right (writer->cr, writer->context, page, CS_PDF_CAPTION, LEFT + TEXT_WIDTH,
                          FOOT);
}

static void
begin_page (Writer *writer)
{
  if (writer->page > 0)
    cairo_show_page (writer->cr);
  writer->page++;
  writer->y = TOP;
  draw_foot (writer);
}

static void
draw_rule (Writer *writer, double y)
{
  cs_pdf_set_line_color (writer->cr);
  cairo_set_line_width (writer->cr, 0.5);
  cairo_move_to (writer->cr, LEFT, y);
  cairo_line_to (writer->cr, LEFT + TEXT_WIDTH, y);
  cairo_stroke (writer->cr);
}

/* --- what leads where --- */

static void
begin_tag (Writer *writer, const char *name, const char *format, const char *id)
{
  g_autofree char *attributes = g_strconcat (format, "='", id, "'", NULL);

  cairo_tag_begin (writer->cr, name, attributes);
}

static void
mark_place (Writer *writer, const char *id, const char *title, gboolean is_table)
{
  g_autofree char *target = g_strdup_printf ("dest='%s'", id);
  int parent = is_table ? CAIRO_PDF_OUTLINE_ROOT : writer->outline;
  int added;

  if (!writer->is_final)
    return;

  begin_tag (writer, CAIRO_TAG_DEST, "name", id);
  cairo_move_to (writer->cr, LEFT, writer->y);
  cairo_tag_end (writer->cr, CAIRO_TAG_DEST);
  added = cairo_pdf_surface_add_outline (writer->surface, parent, title, target,
                                         CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (is_table)
    writer->outline = added;
}

static void
begin_link (Writer *writer, const char *id)
{
  if (writer->is_final && id != NULL)
    begin_tag (writer, CAIRO_TAG_LINK, "dest", id);
}

static void
end_link (Writer *writer, const char *id)
{
  if (writer->is_final && id != NULL)
    cairo_tag_end (writer->cr, CAIRO_TAG_LINK);
}

/* --- rows --- */

/* A row being put onto pages: the strips of its cells, and what is still to come of each. */
typedef struct
{
  GPtrArray *cells; /* GArray of CsPdfStrip */
  guint *next;
  double *lefts;
} Flow;

static void
unref_strips (gpointer data)
{
  g_array_unref (data);
}

static void
flow_init (Flow *flow, Writer *writer, const CsReportTable *table, const CsReportRow *row)
{
  double left = LEFT;

  flow->cells = g_ptr_array_new_with_free_func (unref_strips);
  flow->next = g_new0 (guint, row->cells->len);
  flow->lefts = g_new0 (double, row->cells->len);
  for (guint i = 0; i < row->cells->len; i++)
    {
      guint share = g_array_index (table->columns, CsReportColumn, i).width;
      double width = row->is_band ? TEXT_WIDTH : TEXT_WIDTH * share / 1000;

      flow->lefts[i] = left + PAD;
      g_ptr_array_add (flow->cells, cs_pdf_strips_new (writer->context, row->cells->pdata[i],
                                                       width - 2 * PAD));
      left += width;
    }
}

static void
flow_clear (Flow *flow)
{
  g_ptr_array_unref (flow->cells);
  g_free (flow->next);
  g_free (flow->lefts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Flow, flow_clear)

static double
get_height (const Flow *flow)
{
  double height = 0;

  for (guint i = 0; i < flow->cells->len; i++)
    height = MAX (height, cs_pdf_strips_get_height (flow->cells->pdata[i]));

  return height + 2 * PAD;
}

/* Draws of cell @index what the page holds. Returns: where that ends. */
static double
draw_cell (Writer *writer, Flow *flow, guint index)
{
  const GArray *strips = flow->cells->pdata[index];
  double y = writer->y + PAD;

  for (; flow->next[index] < strips->len; flow->next[index]++)
    {
      const CsPdfStrip *strip = &g_array_index (strips, CsPdfStrip, flow->next[index]);

      if (y + strip->before + strip->height + PAD > BOTTOM && y > TOP + 40)
        break;
      cs_pdf_strip_draw (writer->cr, strip, flow->lefts[index], y);
      y += strip->before + strip->height;
    }

  return y;
}

/* Returns: whether all of the row is on pages now. */
static gboolean
draw_slice (Writer *writer, Flow *flow)
{
  double end = writer->y;
  gboolean done = TRUE;

  for (guint i = 0; i < flow->cells->len; i++)
    {
      double y = draw_cell (writer, flow, i); /* once: MAX would call it twice */

      end = MAX (end, y);
      done = done && flow->next[i] == ((GArray *)flow->cells->pdata[i])->len;
    }
  writer->y = end + PAD;
  draw_rule (writer, writer->y);

  return done;
}

static void
draw_heads (Writer *writer, const CsReportTable *table)
{
  double left = LEFT;

  cs_pdf_set_dim_color (writer->cr);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const CsReportColumn *column = &g_array_index (table->columns, CsReportColumn, i);

      cs_pdf_draw_text (writer->cr, writer->context, column->title, CS_PDF_CAPTION, TRUE,
                        left + PAD, writer->y + 12);
      left += TEXT_WIDTH * column->width / 1000;
    }
  writer->y += 18;
  draw_rule (writer, writer->y);
}

static void
draw_band_ground (Writer *writer, double height)
{
  cairo_set_source_rgb (writer->cr, 0.957, 0.957, 0.965);
  cairo_rectangle (writer->cr, LEFT, writer->y, TEXT_WIDTH, height);
  cairo_fill (writer->cr);
}

static void
begin_table_page (Writer *writer, const CsReportTable *table)
{
  begin_page (writer);
  draw_heads (writer, table);
}

static void
draw_row (Writer *writer, const CsReportTable *table, const CsReportRow *row)
{
  g_auto (Flow) flow = { NULL };
  double height;

  flow_init (&flow, writer, table, row);
  height = get_height (&flow);
  if (writer->y + height + (row->is_band ? ROOM_BELOW : 0) > BOTTOM &&
      (row->is_band || height < BOTTOM - TOP - 40))
    begin_table_page (writer, table);
  if (row->is_band)
    draw_band_ground (writer, height);
  if (row->id != NULL)
    {
      const CsReportLine *line = g_ptr_array_index ((GPtrArray *)row->cells->pdata[0], 0);
      g_autofree char *title = cs_report_pieces_dup_text (line->pieces);

      mark_place (writer, row->id, title, FALSE);
    }
  while (!draw_slice (writer, &flow))
    begin_table_page (writer, table);
}

static void
draw_table (Writer *writer, guint index)
{
  const CsReportTable *table = writer->sheet->tables->pdata[index];

  if (index == 0 || writer->y + ROOM_BELOW + 40 > BOTTOM)
    begin_page (writer);
  else
    writer->y += 26;
  writer->pages[index] = writer->page;
  mark_place (writer, table->id, table->title, TRUE);
  cs_pdf_set_text_color (writer->cr);
  cs_pdf_draw_text (writer->cr, writer->context, table->title, CS_PDF_SECTION, TRUE, LEFT,
                    writer->y + 12);
  writer->y += 20;
  if (table->note != NULL)
    {
      cs_pdf_set_dim_color (writer->cr);
      cs_pdf_draw_text (writer->cr, writer->context, table->note, CS_PDF_CAPTION, FALSE, LEFT,
                        writer->y + 9);
      writer->y += 14;
    }
  draw_heads (writer, table);
  for (guint i = 0; i < table->rows->len && !g_cancellable_is_cancelled (writer->cancellable); i++)
    draw_row (writer, table, table->rows->pdata[i]);
}

/* --- the first page --- */

static void
draw_tile (Writer *writer, const CsReportCount *count, double x, double width)
{
  g_autofree char *number = g_strdup_printf ("%u", count->n);
  double y = writer->y;

  begin_link (writer, count->target);
  cs_pdf_set_line_color (writer->cr);
  cairo_set_line_width (writer->cr, 0.75);
  cairo_rectangle (writer->cr, x, y, width, TILE_HEIGHT);
  cairo_stroke (writer->cr);
  cs_report_shape_draw (writer->cr, count->n == 0 ? CS_SHAPE_ABSENT : count->shape, FALSE, x + 11,
                        y + 10, 14);
  if (count->n == 0)
    cs_pdf_set_dim_color (writer->cr);
  else
    cs_pdf_set_text_color (writer->cr);
  cs_pdf_draw_text (writer->cr, writer->context, number, CS_PDF_TITLE, TRUE, x + 32, y + 23);
  cs_pdf_draw_text (writer->cr, writer->context, count->label, CS_PDF_BODY, FALSE, x + 11, y + 41);
  end_link (writer, count->target);
}

static void
draw_tiles (Writer *writer)
{
  const GArray *counts = writer->sheet->counts;
  double width = (TEXT_WIDTH - TILE_GAP * (counts->len - 1)) / counts->len;

  for (guint i = 0; i < counts->len; i++)
    draw_tile (writer, &g_array_index (counts, CsReportCount, i), LEFT + i * (width + TILE_GAP),
               width);
  writer->y += TILE_HEIGHT + 22;
}

/* Lines over part of the width. Returns: where they end. */
static double
draw_lines (Writer *writer, const GPtrArray *lines, double x, double y, double width)
{
  g_autoptr (GArray) strips = cs_pdf_strips_new (writer->context, lines, width);

  for (guint i = 0; i < strips->len; i++)
    {
      const CsPdfStrip *strip = &g_array_index (strips, CsPdfStrip, i);

      if (y + strip->before + strip->height > BOTTOM)
        break;
      cs_pdf_strip_draw (writer->cr, strip, x, y);
      y += strip->before + strip->height;
    }

  return y;
}

static void
free_line (gpointer data)
{
  cs_report_line_free (data);
}

static double
draw_text_line (Writer *writer, CsLineLook look, const char *text, double x, double y, double width)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);

  g_ptr_array_add (lines, cs_report_line_new (look, text));

  return draw_lines (writer, lines, x, y, width);
}

/* In two columns of a label and a value each. */
static void
draw_facts (Writer *writer)
{
  const GPtrArray *facts = writer->sheet->model->facts;
  double half = TEXT_WIDTH / 2;
  double end = writer->y;

  for (guint i = 0; i < facts->len; i++)
    {
      const CsReportFact *fact = facts->pdata[i];
      double x = LEFT + (i % 2) * half;
      double y = writer->y;
      double label_end = draw_text_line (writer, CS_LOOK_CAPTION, fact->label, x, y + 1.5, 84);
      double value_end =
          draw_text_line (writer, CS_LOOK_BODY, fact->value, x + 90, y, half - 106);

      end = MAX (end, MAX (label_end, value_end));
      if (i % 2 == 1 || i + 1 == facts->len)
        writer->y = end + 2;
    }
  writer->y += 14;
}

static void
draw_contents (Writer *writer)
{
  const GPtrArray *tables = writer->sheet->tables;

  writer->y = draw_text_line (writer, CS_LOOK_STRONG,
                              cs_report_get_word (writer->sheet->model, "contents"), LEFT,
                              writer->y, TEXT_WIDTH);
  for (guint i = 0; i < tables->len; i++)
    {
      const CsReportTable *table = tables->pdata[i];
      g_autofree char *page = g_strdup_printf ("%u", writer->pages[i]);

      begin_link (writer, table->id);
      cs_pdf_set_text_color (writer->cr);
      cs_pdf_draw_text (writer->cr, writer->context, table->title, CS_PDF_BODY, FALSE, LEFT,
                        writer->y + 10);
      cs_pdf_draw_text_right (writer->cr, writer->context, page, CS_PDF_BODY, LEFT + 220,
                              writer->y + 10);
      end_link (writer, table->id);
      writer->y += 14;
    }
}

static void
draw_first_page (Writer *writer)
{
  const CsReportModel *model = writer->sheet->model;

  begin_page (writer);
  cs_pdf_set_text_color (writer->cr);
  cs_pdf_draw_text (writer->cr, writer->context, model->title, CS_PDF_TITLE, TRUE, LEFT,
                    writer->y + 14);
  writer->y = 16 + draw_text_line (writer, CS_LOOK_SUBJECT, model->subject, LEFT, writer->y + 24,
                                   TEXT_WIDTH);
  draw_tiles (writer);
  draw_facts (writer);
  draw_rule (writer, writer->y);
  writer->y = draw_lines (writer, writer->sheet->notes, LEFT, writer->y + 12, TEXT_WIDTH) + 12;
  draw_rule (writer, writer->y);
  writer->y += 8;
  draw_contents (writer);
}

/* --- the file --- */

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int n_bytes)
{
  g_byte_array_append (closure, data, n_bytes);

  return CAIRO_STATUS_SUCCESS;
}

static void
lay_out (Writer *writer)
{
  writer->page = 0;
  writer->cr = cairo_create (writer->surface);
  draw_first_page (writer);
  for (guint i = 0; i < writer->sheet->tables->len; i++)
    draw_table (writer, i);
  cairo_show_page (writer->cr);
  writer->n_pages = writer->page;
}

/* The same report gives the same bytes, so its day comes from the report. */
static void
set_properties (cairo_surface_t *surface, const CsReportModel *model)
{
  g_autoptr (GDateTime) made =
      g_date_time_new_from_unix_utc (model->made_us / G_USEC_PER_SEC);
  g_autofree char *day = model->made_us == 0 || made == NULL ?
                             g_strconcat (model->result->as_of, "T00:00:00Z", NULL) :
                             g_date_time_format (made, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, model->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, model->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Claimsmith");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, day);
}

/* Lays out once. Returns: what the surface says in the end. */
static cairo_status_t
pass (Writer *writer, cairo_surface_t *surface)
{
  cairo_status_t status;

  writer->surface = surface;
  lay_out (writer);
  status = cairo_status (writer->cr);
  cairo_destroy (writer->cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

GBytes *
cs_report_pdf (const CsReportSheet *sheet, GCancellable *cancellable, GError **error)
{
  g_autofree guint *pages = g_new0 (guint, sheet->tables->len + 1);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Writer writer = { .sheet = sheet, .cancellable = cancellable, .pages = pages };
  cairo_surface_t *surface;
  cairo_status_t status;

  writer.context = cs_object_pango_context_new ();
  if (!g_str_equal (sheet->model->language, "zh"))
    pango_context_set_language (writer.context, pango_language_from_string ("en"));
  status = pass (&writer, cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1));
  writer.is_final = TRUE;
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  set_properties (surface, sheet->model);
  if (status == CAIRO_STATUS_SUCCESS)
    status = pass (&writer, surface);
  else
    cairo_surface_destroy (surface);
  g_object_unref (writer.context);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));

  return NULL;
}
