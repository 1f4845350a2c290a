#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "../../exam/cs-messages.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-shape.h"
#include "cs-part-card.h"

#define MAX_WIDTH 336 /* and 12 of padding on both sides */
#define MAX_LINES 6   /* of the claim referred to */
#define SPACING 6

static GtkWidget *
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
append_dim (GtkWidget *box, const char *text)
{
  gtk_widget_add_css_class (append_label (box, text, "caption"), "dim-label");
}

/* --- a finding --- */

static void
append_clause (GtkWidget *box, const CsItem *item, const char *language)
{
  g_autofree char *citation = NULL;

  if (item->bases->len == 0)
    return;

  citation = cs_legal_basis_dup_citation (&g_array_index (item->bases, CsLegalBasis, 0), language);
  append_dim (box, citation);
}

static void
append_fix (GtkWidget *box,
            const CsFindingEntry *entry,
            const CsExamResult *result,
            const char *language)
{
  const GArray *fixes = cs_finding_entry_get_fixes (entry);
  g_autofree char *title = NULL;
  g_autofree char *line = NULL;

  if (fixes->len == 0)
    return;

  title = cs_messages_dup_fix (cs_finding_entry_get_first (entry),
                               &g_array_index (fixes, CsFix, 0), result, language);
  /* Translators: on the card of a finding; Ctrl+. is the key that does it */
  line = g_strdup_printf (_ ("Fix (Ctrl+.): %s"), title);
  append_dim (box, line);
}

static void
append_finding (GtkWidget *box, CsDocument *document, const CsFindingEntry *entry)
{
  const CsFinding *finding = cs_finding_entry_get_first (entry);
  const CsExamResult *result = cs_document_get_view (document)->result;
  const char *language = cs_ui_language ();
  g_autofree char *message = cs_messages_dup (finding, result, language, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *image = gtk_image_new ();

  cs_shape_show (GTK_IMAGE (image), entry->severity, entry->certainty != CS_CERTAINTY_POSSIBLE);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), image);
  append_label (head, cs_words_get (&finding->item->title, language), "heading");
  gtk_box_append (GTK_BOX (box), head);
  append_clause (box, finding->item, language);
  append_label (box, message, NULL);
  append_fix (box, entry, result, language);
}

/* --- a claim that is referred to --- */

static char *
dup_numbers (const CsExamResult *result, const GArray *indexes)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < indexes->len; i++)
    g_string_append_printf (
        numbers, "%s%u", i > 0 ? ", " : "",
        cs_exam_result_get_claim_number (result, g_array_index (indexes, guint, i)));

  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

/* "multiple dependent · claims 1, 2" */
static char *
dup_kind (const CsExamResult *result, const CsClaim *claim)
{
  g_autofree char *numbers = dup_numbers (result, claim->depends);

  if (!claim->dependent || claim->depends->len == 0)
    return g_strdup (claim->dependent ? _ ("dependent") : _ ("independent"));
  if (claim->multiple)
    return g_strdup_printf (_ ("multiple dependent · claims %s"), numbers);

  return g_strdup_printf (_ ("dependent · claim %s"), numbers);
}

static void
append_claim (GtkWidget *box, CsDocument *document, guint index)
{
  const CsExamResult *result = cs_document_get_view (document)->result;
  const CsClaim *claim = cs_claim_set_get (result->claims, index);
  CsSpan span = { CS_PART_CLAIMS, index, 0, 0 };
  g_autofree char *title = cs_messages_dup_place (&span, result, cs_ui_language ());
  g_autofree char *kind = dup_kind (result, claim);
  g_autofree char *text = g_strndup (claim->text, claim->n_bytes);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *label;

  gtk_label_set_wrap (GTK_LABEL (append_label (head, title, "heading")), FALSE);
  append_dim (head, kind);
  gtk_box_append (GTK_BOX (box), head);

  label = append_label (box, g_strstrip (text), NULL);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  append_dim (box, _ ("Ctrl+click to go there"));
}

GtkWidget *
cs_part_card_new (CsDocument *document, CsPartMarks *marks, CsPart part, guint at_char)
{
  const CsFindingEntry *entry = cs_document_find_entry (document, part, at_char);
  guint index = cs_part_marks_find_reference (marks, at_char);
  GtkWidget *box;
  GtkWidget *clamp;

  if (entry == NULL && index == CS_NO_INDEX)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  if (entry != NULL)
    append_finding (box, document, entry);
  if (entry != NULL && index != CS_NO_INDEX)
    gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  if (index != CS_NO_INDEX)
    append_claim (box, document, index);

  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_add_css_class (clamp, "cs-part-card");

  return clamp;
}
