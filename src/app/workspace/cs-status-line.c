#include <glib/gi18n-lib.h>

#include "../../language/cs-word-count.h"
#include "../exchange/cs-reviews.h"
#include "../widgets/cs-when.h"
#include "cs-status-line.h"

#define US_PER_MS 1000

struct _CsStatusLine
{
  GtkBox parent_instance;

  GtkLabel *facts;
  GtkLabel *trouble;
  GtkWidget *review;
  GtkImage *review_shape;
  GtkLabel *review_label;
  GtkLabel *editions;
  GtkStack *stack;
  GtkLabel *checked;
  GtkSpinner *spinner;

  CsDocument *document;
  CsReviews *reviews;
};

G_DEFINE_FINAL_TYPE (CsStatusLine, cs_status_line, GTK_TYPE_BOX)

static void
append (GString *line, char *words)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", words);
  g_free (words);
}

static char *
dup_claims (const CsClaimSet *claims)
{
  guint n_claims = cs_claim_set_get_n_claims (claims);
  guint n_independent = 0;
  g_autofree char *all = NULL;
  g_autofree char *independent = NULL;

  for (guint i = 0; i < n_claims; i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      n_independent += !claim->dependent && !claim->cancelled;
    }

  all = g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims);
  independent = g_strdup_printf (ngettext ("%u independent", "%u independent", n_independent),
                                 n_independent);
  /* Translators: joins "9 claims" and "2 independent" */
  return g_strdup_printf (C_ ("claims", "%s, %s"), all, independent);
}

static char *
dup_paragraphs (const CsDraft *draft)
{
  guint n = 0;

  for (guint i = 0; i < cs_draft_get_n_units (draft, CS_PART_DESCRIPTION); i++)
    n += cs_draft_get_unit (draft, CS_PART_DESCRIPTION, i)->kind == CS_UNIT_PARAGRAPH;

  return g_strdup_printf (ngettext ("Description %u paragraph", "Description %u paragraphs", n), n);
}

static char *
dup_abstract (const CsDraft *draft)
{
  const CsText *text = draft->texts[CS_PART_ABSTRACT];
  const char *string = text != NULL ? cs_text_get_string (text) : "";
  guint n;

  if (g_str_equal (draft->language, "zh"))
    {
      n = cs_char_count (string).strict;
      return g_strdup_printf (ngettext ("Abstract %u character", "Abstract %u characters", n), n);
    }

  n = cs_word_count (string);
  return g_strdup_printf (ngettext ("Abstract %u word", "Abstract %u words", n), n);
}

/* "CN 2026-01-01 · PCT 2026-07-01" */
static char *
dup_editions (const CsExamResult *result)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < result->checklists->len; i++)
    {
      const CsChecklist *list = g_ptr_array_index (result->checklists, i);

      append (line, g_strdup_printf ("%s %s", cs_office_get_name (list->office), list->edition));
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static char *
dup_checked (CsStatusLine *line, const CsFindingView *view)
{
  gint64 took_us;
  guint took_ms;

  g_object_get (line->document, "took-us", &took_us, NULL);
  took_ms = (took_us + US_PER_MS / 2) / US_PER_MS;
  return g_strdup_printf (
      ngettext ("%u item checked, %u ms", "%u items checked, %u ms", view->n_checked),
      view->n_checked, took_ms);
}

static void
on_view (CsDocument *document, GParamSpec *pspec, CsStatusLine *line)
{
  const CsFindingView *view = cs_document_get_view (document);
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *editions = NULL;
  g_autofree char *checked = NULL;

  if (view == NULL)
    return;

  append (facts, dup_claims (view->result->claims));
  append (facts, dup_paragraphs (view->result->draft));
  append (facts, dup_abstract (view->result->draft));
  editions = dup_editions (view->result);
  checked = view->n_checked > 0 ? dup_checked (line, view) : g_strdup (_ ("Not checked"));
  gtk_label_set_label (line->facts, facts->str);
  gtk_label_set_label (line->editions, editions);
  gtk_label_set_label (line->checked, checked);
}

/* In the place of the facts: they are those of an older text. */
static void
on_message (CsDocument *document, GParamSpec *pspec, CsStatusLine *line)
{
  g_autofree char *message = NULL;
  g_autofree char *text = NULL;

  g_object_get (document, "exam-message", &message, NULL);
  gtk_widget_set_visible (GTK_WIDGET (line->trouble), message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (line->facts), message == NULL);
  if (message == NULL)
    return;

  text = g_strdup_printf (_ ("The draft could not be examined: %s"), message);
  gtk_label_set_text (line->trouble, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (line->trouble), text);
}

static void
on_busy (CsDocument *document, GParamSpec *pspec, CsStatusLine *line)
{
  gboolean busy;

  g_object_get (document, "busy", &busy, NULL);
  gtk_spinner_set_spinning (line->spinner, busy);
  gtk_stack_set_visible_child_name (line->stack, busy ? "busy" : "checked");
}

/* Who confirmed the text, or the one before it. */
static void
on_reviews (CsReviews *reviews, CsStatusLine *line)
{
  const CsReview *review = cs_reviews_get_first (reviews);
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  gboolean holds;

  gtk_widget_set_visible (line->review, review != NULL);
  if (review == NULL)
    return;

  holds = cs_reviews_holds (reviews, review);
  when = cs_when_dup_words (review->made_us, g_get_real_time ());
  text = g_strdup_printf (holds ? _ ("Confirmed by %s, %s") :
                                  _ ("Text changed since %s confirmed it, %s"),
                          review->reviewer, when);
  gtk_image_set_from_icon_name (line->review_shape,
                                holds ? "cs-passed-symbolic" : "cs-pending-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (line->review_shape),
                              (const char *[]){ holds ? "cs-passed" : "cs-neutral", NULL });
  gtk_label_set_label (line->review_label, text);
  gtk_widget_set_tooltip_text (line->review, text);
}

static void
cs_status_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_STATUS_LINE);
  g_clear_object (&CS_STATUS_LINE (object)->document);
  g_clear_object (&CS_STATUS_LINE (object)->reviews);

  G_OBJECT_CLASS (cs_status_line_parent_class)->dispose (object);
}

static void
cs_status_line_class_init (CsStatusLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_status_line_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-status-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CsStatusLine, facts);
  gtk_widget_class_bind_template_child (widget_class, CsStatusLine, trouble);
  gtk_widget_class_bind_template_child (widget_class, CsStatusLine, review);
  gtk_widget_class_bind_template_child (widget_class, CsStatusLine, review_shape);
  gtk_widget_class_bind_template_child (widget_class, CsStatusLine, review_label);
  gtk_widget_class_bind_template_child (widget_class, CsStatusLine, editions);
  gtk_widget_class_bind_template_child (widget_class, CsStatusLine, stack);
  gtk_widget_class_bind_template_child (widget_class, CsStatusLine, checked);
  gtk_widget_class_bind_template_child (widget_class, CsStatusLine, spinner);
}

static void
cs_status_line_init (CsStatusLine *line)
{
  gtk_widget_init_template (GTK_WIDGET (line));
}

GtkWidget *
cs_status_line_new (CsDocument *document)
{
  CsStatusLine *line = g_object_new (CS_TYPE_STATUS_LINE, NULL);

  line->document = g_object_ref (document);
  line->reviews = cs_reviews_new (document);
  g_signal_connect_object (line->reviews, "changed", G_CALLBACK (on_reviews), line, 0);
  g_signal_connect_object (document, "notify::view", G_CALLBACK (on_view), line, 0);
  g_signal_connect_object (document, "notify::busy", G_CALLBACK (on_busy), line, 0);
  g_signal_connect_object (document, "notify::exam-message", G_CALLBACK (on_message), line, 0);
  on_view (document, NULL, line);
  on_message (document, NULL, line);
  on_busy (document, NULL, line);

  return GTK_WIDGET (line);
}
