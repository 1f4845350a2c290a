#include "cs-cnipa-preflight.h"

#include <string.h>

#include "../../draft/cs-description.h"
#include "../../language/cs-fold.h"
#include "../../objects/grid/cs-grid.h"
#include "cs-cnipa-preflight-text.h"

/* What the office's Word-to-XML converter V4.3 checks before it writes a package, as a study of
 * others read it from its messages; which of these the office itself refuses is not verified.
 * Floating objects, automatic numbers, tracked changes and nested tables stop that converter; in a
 * package of ours they are resolved, and only told. Fonts are not in a draft. */

static void
refuse (GArray *notes, const char *code, const char *detail, CsPart part, guint index)
{
  CsSpan span = { part, index };

  cs_write_notes_add (notes, CS_WRITE_REFUSED, code, detail, &span);
}

static gboolean
is_there (const CsDraft *draft, CsPart part)
{
  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    {
      g_autofree char *text = NULL;
      gsize n_bytes;
      const char *unit = cs_draft_get_unit_text (draft, part, i, &n_bytes);

      text = g_strstrip (g_strndup (unit, n_bytes));
      if (*text != '\0')
        return TRUE;
    }

  return FALSE;
}

/* Source: Patent Law Art. 26(1): request, description, its abstract, and claims. */
static void
check_books (const CsDraft *draft, GArray *notes)
{
  static const struct
  {
    CsPart part;
    const char *code;
  } books[] = {
    { CS_PART_CLAIMS, "claims-missing" },
    { CS_PART_DESCRIPTION, "description-missing" },
    { CS_PART_ABSTRACT, "abstract-missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    if (!is_there (draft, books[i].part))
      refuse (notes, books[i].code, NULL, CS_PART_DOCUMENT, CS_NO_INDEX);
}

/* Without its white space, full width as half width; m² stays apart from m2. */
static char *
dup_compared (const char *title)
{
  g_autofree char *normal = g_utf8_normalize (title, -1, G_NORMALIZE_NFC);
  const char *text = normal == NULL ? title : normal;
  g_autoptr (CsFolded) folded = cs_fold (text, strlen (text), CS_FOLD_DEFAULT);
  GString *compared = g_string_new (NULL);

  for (const char *at = folded->text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (compared, g_utf8_get_char (at));

  return g_string_free (compared, FALSE);
}

/* Source: Rules (2023) r. 20(1): the title of the description is that of the request. */
static void
check_title (const CsDraft *draft, GArray *notes)
{
  const CsText *title = draft->texts[CS_PART_TITLE];
  const char *requested = draft->request->title;
  g_autofree char *here = dup_compared (title == NULL ? "" : cs_text_get_string (title));
  g_autofree char *there = dup_compared (requested == NULL ? "" : requested);

  if (*here == '\0' && *there == '\0')
    refuse (notes, "title-missing", NULL, CS_PART_TITLE, CS_NO_INDEX);
  else if (*here != '\0' && *there != '\0' && strcmp (here, there) != 0)
    refuse (notes, "title-differs", requested, CS_PART_TITLE, 0);
}

/* Source: Rules (2023) r. 22(1); the converter: 项号缺失/不连续/重复. */
static void
check_claim_numbers (const CsDraft *draft, GArray *notes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint expected = 1;

  for (guint i = 0; i < cs_draft_get_n_units (draft, CS_PART_CLAIMS); i++)
    {
      guint number = cs_draft_get_unit (draft, CS_PART_CLAIMS, i)->number;
      g_autofree char *detail = g_strdup_printf ("%u", number > 0 ? number : i + 1);
      gsize n_bytes;

      cs_draft_get_unit_text (draft, CS_PART_CLAIMS, i, &n_bytes);
      if (n_bytes == 0)
        refuse (notes, "claim-empty", detail, CS_PART_CLAIMS, i);
      if (number == 0)
        refuse (notes, "claim-unnumbered", detail, CS_PART_CLAIMS, i);
      else if (!g_hash_table_add (seen, GUINT_TO_POINTER (number)))
        refuse (notes, "claim-number-twice", detail, CS_PART_CLAIMS, i);
      else if (number != expected)
        refuse (notes, "claim-number-order", detail, CS_PART_CLAIMS, i);
      expected = (number > 0 ? number : expected) + 1;
    }
}

/* Source: Rules (2023) r. 20(1)-(2); the converter: 缺少某个五大标题. */
static void
check_headings (const CsDraft *draft, const CsDescription *description, GArray *notes)
{
  static const struct
  {
    CsHeading heading;
    const char *words;
  } headings[] = {
    { CS_HEADING_FIELD, "技术领域" },
    { CS_HEADING_BACKGROUND, "背景技术" },
    { CS_HEADING_SUMMARY, "发明内容" },
    { CS_HEADING_FIGURES, "附图说明" },
    { CS_HEADING_EMBODIMENTS, "具体实施方式" },
  };
  gboolean is_model = draft->request->type == CS_TYPE_UTILITY_MODEL;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      const char *words = headings[i].words;

      if (headings[i].heading == CS_HEADING_FIGURES && draft->figures->len == 0)
        continue;
      if (headings[i].heading == CS_HEADING_SUMMARY && is_model)
        words = "实用新型内容";
      if (cs_description_find_section (description, headings[i].heading) == NULL)
        refuse (notes, "heading-missing", words, CS_PART_DESCRIPTION, CS_NO_INDEX);
    }
}

/* Source: the DTD of the packages: what comes last in a description is a paragraph. */
static void
check_last_heading (const CsDraft *draft, GArray *notes)
{
  guint n_units = cs_draft_get_n_units (draft, CS_PART_DESCRIPTION);
  CsSpan span = { CS_PART_DESCRIPTION, n_units - 1 };
  g_autofree char *words = NULL;

  if (n_units == 0 ||
      cs_draft_get_unit (draft, CS_PART_DESCRIPTION, n_units - 1)->kind != CS_UNIT_HEADING)
    return;

  cs_draft_get_unit_text (draft, CS_PART_DESCRIPTION, n_units - 1, &span.end);
  words = cs_draft_dup_span_text (draft, &span);
  cs_write_notes_add (notes, CS_WRITE_REFUSED, "heading-without-text", words, &span);
}

/* Source: Rules (2023) r. 21(1); the converter: 说明书附图未编号, 图号不连续/重复. "2a" and "2b"
 * are both 2. */
static void
check_drawings (const CsDraft *draft, GHashTable *drawn, GArray *notes)
{
  guint last = 0;

  for (guint i = 0; i < draft->figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (draft->figures, CsFigure, i);
      char *label = cs_figure_label_canonical (figure->label);
      guint number = label == NULL ? 0 : g_ascii_strtoull (label, NULL, 10);

      if (label == NULL)
        {
          refuse (notes, "figure-unlabelled", figure->file, CS_PART_FIGURES, i);
          continue;
        }
      if (number != last && number != last + 1)
        refuse (notes, "figure-order", figure->label, CS_PART_FIGURES, i);
      if (!g_hash_table_add (drawn, label))
        refuse (notes, "figure-twice", figure->label, CS_PART_FIGURES, i);
      last = number;
    }
}

/* "2" stands for 2a and 2b, and they for it. */
static gboolean
is_same_figure (const char *left, const char *right)
{
  gsize a = strspn (left, "0123456789");
  gsize b = strspn (right, "0123456789");

  return a == b && strncmp (left, right, a) == 0 &&
         (left[a] == '\0' || right[b] == '\0' || strcmp (left, right) == 0);
}

static gboolean
has_figure (GHashTable *figures, const char *label)
{
  GHashTableIter iter;
  gpointer other;

  if (g_hash_table_contains (figures, label))
    return TRUE;

  g_hash_table_iter_init (&iter, figures);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (is_same_figure (other, label))
      return TRUE;

  return FALSE;
}

/* The figures of the list (附图说明) are those of the drawings. */
static void
check_list (const CsDraft *draft,
            const CsDescription *description,
            GHashTable *drawn,
            GArray *notes)
{
  const GArray *mentions = cs_description_get_figures (description);
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < mentions->len; i++)
    {
      const CsFigureMention *mention = &g_array_index (mentions, CsFigureMention, i);

      if (!mention->listed || !g_hash_table_add (listed, mention->label))
        continue;
      if (!has_figure (drawn, mention->label))
        cs_write_notes_add (notes, CS_WRITE_REFUSED, "figure-not-drawn", mention->label,
                            &mention->span);
    }
  if (g_hash_table_size (listed) == 0)
    return;

  for (guint i = 0; i < draft->figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (draft->figures, CsFigure, i);
      g_autofree char *label = cs_figure_label_canonical (figure->label);

      if (label != NULL && !has_figure (listed, label))
        refuse (notes, "figure-not-listed", figure->label, CS_PART_FIGURES, i);
    }
}

static void
check_description (CsDraft *draft, GArray *notes)
{
  g_autoptr (CsDescription) description = cs_description_new (draft);
  g_autoptr (GHashTable) drawn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  check_drawings (draft, drawn, notes);
  if (!is_there (draft, CS_PART_DESCRIPTION))
    return;

  check_headings (draft, description, notes);
  check_last_heading (draft, notes);
  check_list (draft, description, drawn, notes);
}

/* What stood in a Word file and is resolved by now, or left out. */
static void
tell_of_reading (const CsDraft *draft, GArray *notes)
{
  for (guint i = 0; i < draft->notes->len; i++)
    {
      const CsReadNote *note = &g_array_index (draft->notes, CsReadNote, i);

      if (g_str_has_prefix (note->code, "tracked-"))
        cs_write_notes_add (notes, CS_WRITE_CHANGED, "changes-taken", NULL, &note->span);
      else if (strcmp (note->code, "comment") == 0)
        cs_write_notes_add (notes, CS_WRITE_LOST, "comment-lost", NULL, &note->span);
    }
}

static gboolean
has_nested_table (const char *payload)
{
  g_autoptr (CsGrid) grid = cs_grid_new (payload, strlen (payload), NULL);

  return grid != NULL && cs_grid_is_nested (grid);
}

static void
tell_of_object (const CsInlineObject *object, CsPart part, GArray *notes)
{
  CsSpan span = { part, CS_NO_INDEX };

  if (object->payload == NULL)
    return;

  if (object->kind == CS_OBJECT_TABLE && has_nested_table (object->payload))
    cs_write_notes_add (notes, CS_WRITE_CHANGED, "nested-table", NULL, &span);
  if (strstr (object->payload, "<wp:anchor") != NULL)
    cs_write_notes_add (notes, CS_WRITE_CHANGED, "floating-object", NULL, &span);
}

static void
tell_of_objects (const CsDraft *draft, GArray *notes)
{
  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    {
      guint n_objects = 0;
      const CsInlineObject *objects =
          draft->texts[part] == NULL ? NULL : cs_text_get_objects (draft->texts[part], &n_objects);

      for (guint i = 0; i < n_objects; i++)
        tell_of_object (&objects[i], part, notes);
    }
}

/* The request is filled in at the office; since the figure of the abstract is named there, the
 * fifth book is gone. Source: the converter's manual. */
static void
tell_of_request (const CsDraft *draft, GArray *notes)
{
  const char *figure = draft->request->abstract_figure;

  cs_write_notes_add (notes, CS_WRITE_CHANGED, "request-left-out", NULL, NULL);
  if (figure != NULL)
    cs_write_notes_add (notes, CS_WRITE_CHANGED, "abstract-figure-left-out", figure, NULL);
}

void
cs_cnipa_preflight (CsDraft *draft, GArray *notes)
{
  tell_of_request (draft, notes);
  tell_of_reading (draft, notes);
  tell_of_objects (draft, notes);
  check_books (draft, notes);
  check_title (draft, notes);
  check_claim_numbers (draft, notes);
  if (g_strcmp0 (draft->language, "zh") != 0)
    {
      /* Source: Rules (2023) r. 3(1): documents are in Chinese. */
      refuse (notes, "not-chinese", NULL, CS_PART_DOCUMENT, CS_NO_INDEX);
      return;
    }

  check_description (draft, notes);
  cs_cnipa_preflight_text (draft, notes);
}
