#include "../objects/cs-object-pango.h"
#include "cs-report-pdf-private.h"

/* The pages of a report as PDF: A4 across. Everything is laid out twice, first to nowhere: only
 * then the number of pages, and where each table begins, can be printed. */

#define FOOT 568.0 /* base line of the foot */
#define PAD 5.0    /* within a cell */
#define HEADS 72.0 /* of a table: space above, title, note and heads */
/* For rows, below heads. */
#define PAGE_ROOM (CS_PDF_BOTTOM - CS_PDF_TOP - 40)

/* --- pages --- */

static void
draw_foot (CsPdfWriter *writer)
{
  g_autofree char *foot = cs_report_dup_harmless (writer->sheet->foot, 90);
  g_autofree char *page = g_strdup_printf ("%u / %u", writer->page, writer->n_pages);

  cs_pdf_set_dim_color (writer->cr);
  cs_pdf_draw_text (writer->cr, writer->context, foot, CS_PDF_CAPTION, FALSE, CS_PDF_LEFT, FOOT);
  cs_pdf_draw_text_right (writer->cr, writer->context, page, CS_PDF_CAPTION,
                          CS_PDF_LEFT + CS_PDF_TEXT_WIDTH, FOOT);
}

void
cs_pdf_begin_page (CsPdfWriter *writer)
{
  if (writer->page > 0)
    cairo_show_page (writer->cr);
  writer->page++;
  writer->y = CS_PDF_TOP;
  draw_foot (writer);
}

void
cs_pdf_draw_rule (CsPdfWriter *writer, double y)
{
  cs_pdf_set_line_color (writer->cr);
  cairo_set_line_width (writer->cr, 0.5);
  cairo_move_to (writer->cr, CS_PDF_LEFT, y);
  cairo_line_to (writer->cr, CS_PDF_LEFT + CS_PDF_TEXT_WIDTH, y);
  cairo_stroke (writer->cr);
}

/* --- what leads where --- */

static void
begin_tag (CsPdfWriter *writer, const char *name, const char *format, const char *id)
{
  g_autofree char *attributes = g_strconcat (format, "='", id, "'", NULL);

  cairo_tag_begin (writer->cr, name, attributes);
}

static void
mark_place (CsPdfWriter *writer, const char *id, const char *title, gboolean is_table)
{
  g_autofree char *target = g_strdup_printf ("dest='%s'", id);
  int parent = is_table ? CAIRO_PDF_OUTLINE_ROOT : writer->outline;
  int added;

  if (!writer->is_final)
    return;

  begin_tag (writer, CAIRO_TAG_DEST, "name", id);
  cairo_move_to (writer->cr, CS_PDF_LEFT, writer->y);
  cairo_tag_end (writer->cr, CAIRO_TAG_DEST);
  added = cairo_pdf_surface_add_outline (writer->surface, parent, title, target,
                                         CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (is_table)
    writer->outline = added;
}

void
cs_pdf_begin_link (CsPdfWriter *writer, const char *id)
{
  if (writer->is_final && id != NULL)
    begin_tag (writer, CAIRO_TAG_LINK, "dest", id);
}

void
cs_pdf_end_link (CsPdfWriter *writer, const char *id)
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
flow_init (Flow *flow, CsPdfWriter *writer, const CsReportTable *table, const CsReportRow *row)
{
  double left = CS_PDF_LEFT;

  flow->cells = g_ptr_array_new_with_free_func (unref_strips);
  flow->next = g_new0 (guint, row->cells->len);
  flow->lefts = g_new0 (double, row->cells->len);
  for (guint i = 0; i < row->cells->len; i++)
    {
      guint share = g_array_index (table->columns, CsReportColumn, i).width;
      double width = row->is_band ? CS_PDF_TEXT_WIDTH : CS_PDF_TEXT_WIDTH * share / 1000;

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
draw_cell (CsPdfWriter *writer, Flow *flow, guint index)
{
  const GArray *strips = flow->cells->pdata[index];
  double y = writer->y + PAD;

  for (; flow->next[index] < strips->len; flow->next[index]++)
    {
      const CsPdfStrip *strip = &g_array_index (strips, CsPdfStrip, flow->next[index]);

      if (y + strip->before + strip->height + PAD > CS_PDF_BOTTOM && y > CS_PDF_TOP + 40)
        break;
      cs_pdf_strip_draw (writer->cr, strip, flow->lefts[index], y);
      y += strip->before + strip->height;
    }

  return y;
}

/* Returns: whether all of the row is on pages now. */
static gboolean
draw_slice (CsPdfWriter *writer, Flow *flow)
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
  cs_pdf_draw_rule (writer, writer->y);

  return done;
}

static void
draw_heads (CsPdfWriter *writer, const CsReportTable *table)
{
  double left = CS_PDF_LEFT;

  cs_pdf_set_dim_color (writer->cr);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const CsReportColumn *column = &g_array_index (table->columns, CsReportColumn, i);

      cs_pdf_draw_text (writer->cr, writer->context, column->title, CS_PDF_CAPTION, TRUE,
                        left + PAD, writer->y + 12);
      left += CS_PDF_TEXT_WIDTH * column->width / 1000;
    }
  writer->y += 18;
  cs_pdf_draw_rule (writer, writer->y);
}

static void
draw_band_ground (CsPdfWriter *writer, double height)
{
  cairo_set_source_rgb (writer->cr, 0.957, 0.957, 0.965);
  cairo_rectangle (writer->cr, CS_PDF_LEFT, writer->y, CS_PDF_TEXT_WIDTH, height);
  cairo_fill (writer->cr);
}

static void
begin_table_page (CsPdfWriter *writer, const CsReportTable *table)
{
  cs_pdf_begin_page (writer);
  draw_heads (writer, table);
}

/* What must stay together from row @index on: a band goes with the row that follows it. */
static double
get_room (CsPdfWriter *writer, const CsReportTable *table, guint index)
{
  double room = 0;

  for (guint i = index; i < table->rows->len; i++)
    {
      const CsReportRow *row = table->rows->pdata[i];
      g_auto (Flow) flow = { NULL };

      flow_init (&flow, writer, table, row);
      room += get_height (&flow);
      if (!row->is_band)
        break;
    }

  return MIN (room, PAGE_ROOM);
}

static void
draw_row (CsPdfWriter *writer, const CsReportTable *table, guint index)
{
  const CsReportRow *row = table->rows->pdata[index];
  g_auto (Flow) flow = { NULL };
  double height;
  double room;

  flow_init (&flow, writer, table, row);
  height = get_height (&flow);
  room = row->is_band ? get_room (writer, table, index) : height;
  if (height <= PAGE_ROOM && writer->y + room > CS_PDF_BOTTOM)
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
draw_table (CsPdfWriter *writer, guint index)
{
  const CsReportTable *table = writer->sheet->tables->pdata[index];

  if (index == 0 || writer->y + HEADS + get_room (writer, table, 0) > CS_PDF_BOTTOM)
    cs_pdf_begin_page (writer);
  else
    writer->y += 26;
  writer->pages[index] = writer->page;
  mark_place (writer, table->id, table->title, TRUE);
  cs_pdf_set_text_color (writer->cr);
  cs_pdf_draw_text (writer->cr, writer->context, table->title, CS_PDF_SECTION, TRUE, CS_PDF_LEFT,
                    writer->y + 12);
  writer->y += 20;
  if (table->note != NULL)
    {
      cs_pdf_set_dim_color (writer->cr);
      cs_pdf_draw_text (writer->cr, writer->context, table->note, CS_PDF_CAPTION, FALSE,
                        CS_PDF_LEFT, writer->y + 9);
      writer->y += 14;
    }
  draw_heads (writer, table);
  for (guint i = 0; i < table->rows->len && !g_cancellable_is_cancelled (writer->cancellable); i++)
    draw_row (writer, table, i);
}

/* --- the file --- */

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int n_bytes)
{
  g_byte_array_append (closure, data, n_bytes);

  return CAIRO_STATUS_SUCCESS;
}

static void
lay_out (CsPdfWriter *writer)
{
  writer->page = 0;
  writer->cr = cairo_create (writer->surface);
  cs_pdf_draw_first_page (writer);
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
pass (CsPdfWriter *writer, cairo_surface_t *surface)
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
  CsPdfWriter writer = { .sheet = sheet, .cancellable = cancellable, .pages = pages };
  cairo_surface_t *surface;
  cairo_status_t status;

  writer.context = cs_object_pango_context_new ();
  if (!g_str_equal (sheet->model->language, "zh"))
    pango_context_set_language (writer.context, pango_language_from_string ("en"));
  status = pass (&writer, cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1));
  writer.is_final = TRUE;
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, CS_PDF_PAGE_WIDTH,
                                                 CS_PDF_PAGE_HEIGHT);
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
