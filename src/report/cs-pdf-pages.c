#include "cs-pdf-pages.h"

#include "../objects/cs-object-pango.h"

#define FOOT 568.0 /* base line of the foot */
#define PAD 5.0    /* within a cell */
#define HEADS 72.0 /* of a table: space above, title, note and heads */
/* For rows, below heads. */
#define PAGE_ROOM (CS_PDF_BOTTOM - CS_PDF_TOP - 40)

/* --- pages --- */

static void
draw_foot (CsPdfWriter *writer)
{
  g_autofree char *foot = cs_report_dup_harmless (writer->foot, 90);
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

void
cs_pdf_mark_place (CsPdfWriter *writer, const char *id, const char *title, guint depth)
{
  g_autofree char *target = g_strdup_printf ("dest='%s'", id);
  int parent = depth == 0 ? CAIRO_PDF_OUTLINE_ROOT : writer->outlines[depth - 1];

  if (!writer->is_final)
    return;

  begin_tag (writer, CAIRO_TAG_DEST, "name", id);
  cairo_move_to (writer->cr, CS_PDF_LEFT, writer->y);
  cairo_tag_end (writer->cr, CAIRO_TAG_DEST);
  writer->outlines[depth] = cairo_pdf_surface_add_outline (writer->surface, parent, title, target,
                                                           CAIRO_PDF_OUTLINE_FLAG_OPEN);
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

/* --- lines --- */

double
cs_pdf_draw_lines (CsPdfWriter *writer, const GPtrArray *lines, double x, double y, double width)
{
  g_autoptr (GArray) strips = cs_pdf_strips_new (writer->context, lines, width);

  for (guint i = 0; i < strips->len; i++)
    {
      const CsPdfStrip *strip = &g_array_index (strips, CsPdfStrip, i);

      if (y + strip->before + strip->height > CS_PDF_BOTTOM)
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

double
cs_pdf_draw_line (
    CsPdfWriter *writer, CsLineLook look, const char *text, double x, double y, double width)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);

  g_ptr_array_add (lines, cs_report_line_new (look, text));

  return cs_pdf_draw_lines (writer, lines, x, y, width);
}

void
cs_pdf_draw_facts (CsPdfWriter *writer, const GPtrArray *facts)
{
  double half = CS_PDF_TEXT_WIDTH / 2;
  double end = writer->y;

  for (guint i = 0; i < facts->len; i++)
    {
      const CsReportFact *fact = facts->pdata[i];
      double x = CS_PDF_LEFT + (i % 2) * half;
      double y = writer->y;
      double label_end = cs_pdf_draw_line (writer, CS_LOOK_CAPTION, fact->label, x, y + 1.5, 84);
      double value_end =
          cs_pdf_draw_line (writer, CS_LOOK_BODY, fact->value, x + 90, y, half - 106);

      end = MAX (end, MAX (label_end, value_end));
      if (i % 2 == 1 || i + 1 == facts->len)
        writer->y = end + 2;
    }
  writer->y += 14;
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
draw_row (CsPdfWriter *writer, const CsReportTable *table, guint index, guint depth)
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

      cs_pdf_mark_place (writer, row->id, title, depth + 1);
    }
  while (!draw_slice (writer, &flow))
    begin_table_page (writer, table);
}

guint
cs_pdf_draw_table (CsPdfWriter *writer, const CsReportTable *table, gboolean is_first, guint depth)
{
  guint page;

  if (is_first || writer->y + HEADS + get_room (writer, table, 0) > CS_PDF_BOTTOM)
    cs_pdf_begin_page (writer);
  else
    writer->y += 26;
  page = writer->page;
  cs_pdf_mark_place (writer, table->id, table->title, depth);
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
    draw_row (writer, table, i, depth);

  return page;
}

/* --- the file --- */

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int n_bytes)
{
  g_byte_array_append (closure, data, n_bytes);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_properties (cairo_surface_t *surface, const CsPdfDocument *document)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, document->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Claimsmith");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, document->day);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, document->day);
}

/* Lays out once. Returns: what the surface says in the end. */
static cairo_status_t
pass (CsPdfWriter *writer, const CsPdfDocument *document, cairo_surface_t *surface)
{
  cairo_status_t status;

  writer->surface = surface;
  writer->page = 0;
  writer->cr = cairo_create (surface);
  document->draw (writer, document->data);
  cairo_show_page (writer->cr);
  writer->n_pages = writer->page;
  status = cairo_status (writer->cr);
  cairo_destroy (writer->cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

GBytes *
cs_pdf_write (const CsPdfDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  CsPdfWriter writer = { .foot = document->foot, .cancellable = cancellable };
  cairo_surface_t *surface;
  cairo_status_t status;

  writer.context = cs_object_pango_context_new ();
  if (!g_str_equal (document->language, "zh"))
    pango_context_set_language (writer.context, pango_language_from_string ("en"));
  status = pass (&writer, document, cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1));
  writer.is_final = TRUE;
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, CS_PDF_PAGE_WIDTH,
                                                 CS_PDF_PAGE_HEIGHT);
  set_properties (surface, document);
  if (status == CAIRO_STATUS_SUCCESS)
    status = pass (&writer, document, surface);
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
