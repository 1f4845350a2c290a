#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../draft/cs-claim-split.h"
#include "../../draft/cs-paragraph-split.h"
#include "../../language/cs-scan.h"
#include "../cs-right-type.h"
#include "cs-books.h"
#include "cs-figure-pairs.h"
#include "cs-plain-claims.h"

#define MAX_TITLE_BYTES 500   /* US titles may have 500 characters, Chinese ones 60 */
#define MAX_HEADING_BYTES 240 /* what is longer is no heading, whatever the format says */

struct _CsBooks
{
  CsDraftBuilder *builder;
  CsBooksHooks hooks;
  CsHeading part;          /* that lines belong to; CS_HEADING_NONE before any is known */
  CsTextBuilder *claims;   /* their lines, to be split when all are there */
  CsFigurePairs *drawings; /* likewise */
  CsFigure abstract_figure;
  char *title;           /* as far as found */
  gboolean part_is_new;  /* no line of the part was read yet */
  gboolean part_is_told; /* it was opened by something other than its heading */
  gboolean has_heading;  /* one that applications have */
  guint n_lines;         /* that are not empty, so far */
};

/* A line without the white space around it. */
typedef struct
{
  const CsBookLine *line;
  CsRange range; /* in its text */
  const char *start;
  gsize n_bytes;
} Words;

CsBooks *
cs_books_new (CsDraftBuilder *builder, const CsBooksHooks *hooks)
{
  CsBooks *books = g_new0 (CsBooks, 1);

  books->builder = builder;
  books->claims = cs_text_builder_new ();
  books->drawings = cs_figure_pairs_new ();
  cs_books_set_hooks (books, hooks);

  return books;
}

void
cs_books_free (CsBooks *books)
{
  g_clear_pointer (&books->builder, cs_draft_builder_free);
  g_clear_pointer (&books->claims, cs_text_builder_free);
  g_clear_pointer (&books->drawings, cs_figure_pairs_free);
  g_free (books->abstract_figure.label);
  g_free (books->abstract_figure.sha256);
  g_free (books->title);
  g_free (books);
}

void
cs_books_set_hooks (CsBooks *books, const CsBooksHooks *hooks)
{
  books->hooks = hooks == NULL ? (CsBooksHooks){ 0 } : *hooks;
}

CsDraftBuilder *
cs_books_get_builder (CsBooks *books)
{
  return books->builder;
}

CsHeading
cs_books_get_open (const CsBooks *books)
{
  return books->part;
}

static Words
trim (const CsBookLine *line)
{
  const char *string = cs_text_get_string (line->text);
  CsRange range = cs_paragraph_trim (string, cs_text_get_n_bytes (line->text));

  return (Words){ line, range, string + range.start, range.end - range.start };
}

static gboolean
words_end_with (const Words *words, const char *mark)
{
  gsize n_bytes = strlen (mark);

  return words->n_bytes >= n_bytes &&
         memcmp (words->start + words->n_bytes - n_bytes, mark, n_bytes) == 0;
}

static gboolean
has_lower_case (const Words *words)
{
  for (gsize i = 0; i < words->n_bytes; i++)
    if (g_ascii_islower (words->start[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_sentence (const Words *words)
{
  static const char *const ends[] = { "。", "；", ";", "：", ":" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (words_end_with (words, ends[i]))
      return TRUE;

  return FALSE;
}

/* A title is short and is no sentence; in capitals it may end in an abbreviation ("THERMOTOGA
 * SPP."). A picture is none. */
static gboolean
looks_like_title (const Words *words)
{
  return !is_sentence (words) && words->n_bytes <= MAX_TITLE_BYTES &&
         (!words_end_with (words, ".") || !has_lower_case (words)) &&
         !g_str_has_prefix (words->start, CS_OBJECT_CHARACTER);
}

/* Appends @range of the words to the open unit of @part. */
static void
append (CsBooks *books, CsPart part, const Words *words, CsRange range)
{
  CsTextBuilder *text = cs_draft_builder_get_text (books->builder, part);

  if (cs_range_is_empty (range))
    return;
  if (books->hooks.placed != NULL)
    books->hooks.placed (books->hooks.data, part, cs_text_builder_get_n_bytes (text), range);
  cs_text_builder_append_text (text, words->line->text, range.start, range.end);
}

static void
add_unit (CsBooks *books, CsPart part, CsUnitKind kind, const Words *words)
{
  cs_draft_builder_begin_unit (books->builder, part, kind);
  append (books, part, words, words->range);
  cs_draft_builder_end_unit (books->builder, part);
}

/* "权利要求书1页说明书5页附图2页一种泵": the counts of pages that the front page of a publication prints
 * above the title are no part of it. */
static Words
without_page_counts (const Words *words)
{
  static const char *const books[] = { "权利要求书", "说明书", "附图", NULL };
  Words title = *words;
  gsize at = 0;
  gsize length;

  while ((length = cs_scan_any (words->start, at, books)) > 0)
    {
      at += length;
      while (g_ascii_isdigit (words->start[at]))
        at++;
      length = cs_scan_word (words->start, at, "页");
      if (length == 0 || at + length >= words->n_bytes)
        return title;
      at = cs_scan_spaces (words->start, at + length);
      title.start = words->start + at;
      title.n_bytes = words->n_bytes - at;
      title.range.start = words->range.start + at;
    }

  return title;
}

static void
set_title (CsBooks *books, const Words *words)
{
  Words title = without_page_counts (words);

  add_unit (books, CS_PART_TITLE, CS_UNIT_PARAGRAPH, &title);
  books->title = g_strndup (words->start, words->n_bytes);
}

static void
add_paragraph (CsBooks *books, CsPart part, const Words *words)
{
  guint number = 0;
  gsize n_number = cs_paragraph_number_scan (words->start, words->n_bytes, &number);
  gsize start = words->range.start + n_number;

  cs_draft_builder_begin_unit (books->builder, part, CS_UNIT_PARAGRAPH);
  append (books, part, words, (CsRange){ words->range.start, start });
  if (n_number > 0)
    cs_draft_builder_set_unit_number (books->builder, part, number);
  append (books, part, words, (CsRange){ start, words->range.end });
  cs_draft_builder_end_unit (books->builder, part);
}

static void
add_claim_line (CsBooks *books, const Words *words)
{
  gsize at = cs_text_builder_get_n_bytes (books->claims);

  if (words->n_bytes > 0 && books->hooks.placed != NULL)
    books->hooks.placed (books->hooks.data, CS_PART_CLAIMS, at, words->range);
  cs_text_builder_append_text (books->claims, words->line->text, words->range.start,
                               words->range.end);
  cs_text_builder_append (books->claims, "\n", 1);
}

/* --- drawings --- */

/* Fills in @figure when @object is a picture. */
static gboolean
describe (CsBooks *books, const CsInlineObject *object, CsFigure *figure)
{
  *figure = (CsFigure){ 0 };

  return books->hooks.describe != NULL &&
         books->hooks.describe (books->hooks.data, object, figure);
}

/* The words [start, end) of a line in the drawings: their label, or what cannot be kept there. */
static void
add_label (CsBooks *books, const Words *words, gsize start, gsize end)
{
  const char *string = cs_text_get_string (words->line->text);
  CsRange label = cs_paragraph_trim (string + start, end - start);
  const char *at = string + start + label.start;
  gsize n_bytes = label.end - label.start;
  g_autofree char *lost = g_strndup (at, n_bytes);

  if (n_bytes == 0)
    return;
  if (cs_figure_pairs_is_label (at, n_bytes))
    cs_figure_pairs_add_labels (books->drawings, at, n_bytes);
  else
    cs_draft_builder_add_note (books->builder, "dropped-object", lost, CS_PART_DOCUMENT,
                               words->line->number);
}

/* Pictures and labels of one line, in their order. What is neither stays in the words around it. */
static void
add_drawing (CsBooks *books, const Words *words)
{
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (words->line->text, &n_objects);
  gsize at = words->range.start;
  CsFigure figure;

  for (guint i = 0; i < n_objects; i++)
    {
      if (!describe (books, &objects[i], &figure))
        continue;
      add_label (books, words, at, objects[i].at);
      cs_figure_pairs_add_picture (books->drawings, &figure);
      at = objects[i].at + strlen (CS_OBJECT_CHARACTER);
    }
  add_label (books, words, at, words->range.end);
}

static void
set_abstract_label (CsBooks *books, const char *string, gsize n_bytes)
{
  CsRange label = cs_paragraph_trim (string, n_bytes);

  if (cs_range_is_empty (label))
    return;

  g_free (books->abstract_figure.label);
  books->abstract_figure.label = g_strndup (string + label.start, label.end - label.start);
}

/* The figure of the abstract: its label, its picture, or both. */
static void
add_abstract_figure (CsBooks *books, const Words *words)
{
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (words->line->text, &n_objects);
  const char *string = cs_text_get_string (words->line->text);
  gsize at = words->range.start;
  CsFigure figure;

  for (guint i = 0; i < n_objects; i++)
    {
      if (!describe (books, &objects[i], &figure))
        continue;
      set_abstract_label (books, string + at, objects[i].at - at);
      g_free (books->abstract_figure.sha256);
      books->abstract_figure.sha256 = g_steal_pointer (&figure.sha256);
      g_free (figure.file);
      g_free (figure.format);
      at = objects[i].at + strlen (CS_OBJECT_CHARACTER);
    }
  set_abstract_label (books, string + at, words->range.end - at);
}

/* --- lines --- */

/* "发明名称：一种泵", "Title: Pump": the title behind its name, or an empty line. */
static Words
scan_inline_title (const Words *words)
{
  static const char *const names[] = { "发明名称", "实用新型名称", "Title of the Invention",
                                       "Title of Invention", "Title" };
  Words title = *words;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize n_bytes = strlen (names[i]);
      const char *at = words->start + n_bytes;
      const char *end = words->start + words->n_bytes;
      gsize n_colon = 0;
      CsRange range;

      if (words->n_bytes <= n_bytes || g_ascii_strncasecmp (words->start, names[i], n_bytes) != 0)
        continue;
      if (*at == ':')
        n_colon = 1;
      else if (end - at > 3 && memcmp (at, "：", 3) == 0)
        n_colon = 3;
      if (n_colon == 0)
        continue;

      range = cs_paragraph_trim (at + n_colon, end - at - n_colon);
      title.start = at + n_colon + range.start;
      title.n_bytes = range.end - range.start;
      title.range.start += title.start - words->start;
      title.range.end = title.range.start + title.n_bytes;
      return title;
    }

  title.n_bytes = 0;
  return title;
}

static gboolean
is_first_claim (const Words *words)
{
  guint number = 0;

  return cs_claim_number_scan (words->start, words->n_bytes, &number) > 0 && number == 1;
}

static void
open_part (CsBooks *books, CsHeading part)
{
  books->part = part;
  books->part_is_new = TRUE;
  books->part_is_told = FALSE;
}

void
cs_books_open (CsBooks *books, CsHeading book)
{
  open_part (books, book);
  books->part_is_told = TRUE;
  books->has_heading = TRUE;
}

/* A heading of the format's own within the description; one may end in a colon. */
static gboolean
is_marked_heading (const Words *words)
{
  gboolean has_colon = words_end_with (words, ":") || words_end_with (words, "：");

  return words->line->is_heading && words->n_bytes <= MAX_HEADING_BYTES &&
         (has_colon || !is_sentence (words));
}

static void
add_description (CsBooks *books, const Words *words)
{
  if (is_marked_heading (words))
    add_unit (books, CS_PART_DESCRIPTION, CS_UNIT_HEADING, words);
  else
    add_paragraph (books, CS_PART_DESCRIPTION, words);
}

/* A line before any heading: the title, claims that come without one, or the description. */
static void
read_first_lines (CsBooks *books, const Words *words)
{
  if (books->n_lines <= 2 && is_first_claim (words))
    {
      open_part (books, CS_HEADING_CLAIMS);
      add_claim_line (books, words);
    }
  else if (books->title == NULL && looks_like_title (words))
    set_title (books, words);
  else
    {
      open_part (books, CS_HEADING_DESCRIPTION);
      add_description (books, words);
    }
}

/* The description of a Chinese application begins with its title. */
static void
read_description (CsBooks *books, const Words *words)
{
  gboolean is_title = books->title != NULL && strlen (books->title) == words->n_bytes &&
                      memcmp (books->title, words->start, words->n_bytes) == 0;

  if (books->part_is_new && is_title)
    return;
  if (books->part_is_new && books->title == NULL && looks_like_title (words))
    set_title (books, words);
  else
    add_description (books, words);
}

static void
read_title (CsBooks *books, const Words *words)
{
  if (books->title == NULL)
    set_title (books, words);
  else
    add_description (books, words);
}

static void
read_part_line (CsBooks *books, const Words *words)
{
  if (books->part == CS_HEADING_NONE)
    read_first_lines (books, words);
  else if (books->part == CS_HEADING_TITLE)
    read_title (books, words);
  else if (books->part == CS_HEADING_ABSTRACT)
    add_paragraph (books, CS_PART_ABSTRACT, words);
  else if (books->part == CS_HEADING_CLAIMS)
    add_claim_line (books, words);
  else if (books->part == CS_HEADING_DRAWINGS)
    add_drawing (books, words);
  else if (books->part == CS_HEADING_ABSTRACT_FIGURE)
    add_abstract_figure (books, words);
  else
    read_description (books, words);
}

static void
read_heading (CsBooks *books, CsHeading heading, const Words *words)
{
  gboolean is_part = cs_heading_is_part (heading);

  books->has_heading = TRUE;
  /* Its own heading, in a book that was opened by something else. */
  if (books->part_is_told && books->part_is_new && heading == books->part)
    return;
  /* "DESCRIPTION" once more, within the description, is a heading of its own there. */
  if (is_part && !(heading == CS_HEADING_DESCRIPTION && books->part == CS_HEADING_DESCRIPTION))
    {
      open_part (books, heading);
      return;
    }

  books->part = CS_HEADING_DESCRIPTION;
  books->part_is_new = FALSE;
  add_unit (books, CS_PART_DESCRIPTION, CS_UNIT_HEADING, words);
}

void
cs_books_add (CsBooks *books, const CsBookLine *line)
{
  Words words = trim (line);
  Words title;
  CsHeading heading;

  if (words.n_bytes == 0)
    {
      if (books->part == CS_HEADING_CLAIMS)
        add_claim_line (books, &words);
      return;
    }

  books->n_lines++;
  heading = cs_heading_scan (words.start, words.n_bytes, NULL);
  title = scan_inline_title (&words);
  if (books->title == NULL && title.n_bytes > 0)
    {
      books->has_heading = TRUE;
      set_title (books, &title);
    }
  else if (heading != CS_HEADING_NONE)
    read_heading (books, heading, &words);
  else
    {
      read_part_line (books, &words);
      books->part_is_new = FALSE;
    }
}

/* --- the end --- */

void
cs_books_close (CsBooks *books)
{
  gboolean is_full = cs_text_builder_is_full (books->claims);
  g_autoptr (CsText) claims = cs_text_builder_end (g_steal_pointer (&books->claims));

  if (cs_text_get_n_bytes (claims) > 0)
    cs_plain_claims_add (books->builder, claims);
  if (is_full)
    cs_text_builder_append_text (cs_draft_builder_get_text (books->builder, CS_PART_CLAIMS), claims,
                                 0, cs_text_get_n_bytes (claims)); /* breaks the limit */
  cs_figure_pairs_end (books->drawings, books->builder);
}

/* The label of the abstract's figure; else that of the drawing which is the same picture. */
static char *
dup_abstract_label (const CsBooks *books, const CsDraft *draft)
{
  const CsFigure *wanted = &books->abstract_figure;

  if (wanted->label != NULL)
    return g_strdup (wanted->label);
  if (wanted->sha256 == NULL)
    return NULL;

  for (guint i = 0; i < draft->figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (draft->figures, CsFigure, i);

      if (g_strcmp0 (figure->sha256, wanted->sha256) == 0)
        return g_strdup (figure->label);
    }

  return g_strdup ("");
}

static void
fill_request (const CsBooks *books, CsDraft *draft)
{
  CsRequest *request = draft->request;

  request->office = strcmp (draft->language, "zh") == 0 ? CS_OFFICE_CN : CS_OFFICE_US;
  request->type = cs_right_type_guess (draft);
  request->abstract_figure = dup_abstract_label (books, draft);
}

static gboolean
is_application (const CsBooks *books, CsDraft *draft)
{
  return books->has_heading || cs_draft_get_n_units (draft, CS_PART_CLAIMS) > 0;
}

CsDraft *
cs_books_end (CsBooks *books, GError **error)
{
  g_autoptr (CsBooks) owned G_GNUC_UNUSED = books;
  g_autoptr (CsDraft) draft = NULL;

  if (books->n_lines == 0)
    {
      cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("holds no text"));
      return NULL;
    }

  draft = cs_draft_builder_end (g_steal_pointer (&books->builder), error);
  if (draft == NULL)
    return NULL;
  if (!is_application (books, draft))
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                    _ ("has no claims and none of the headings that applications have"));
      return NULL;
    }

  draft->complete = cs_draft_get_n_units (draft, CS_PART_CLAIMS) > 0 &&
                    cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) > 0;
  fill_request (books, draft);

  return g_steal_pointer (&draft);
}
