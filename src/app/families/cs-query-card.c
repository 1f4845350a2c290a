#include "cs-query-card.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-names.h"
#include "cs-query-words.h"

struct _CsQueryCard
{
  GtkPopover parent_instance;

  GtkFlowBox *fields;
  GtkListBox *examples;
};

enum
{
  FIELD,
  EXAMPLE,
  FORM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsQueryCard, cs_query_card, GTK_TYPE_POPOVER)

/* Those that people look for; the others can be had by the form. */
static const struct
{
  CsQueryField field;
  const char *chinese; /* the same in Chinese */
} fields[] = {
  { CS_QUERY_TITLE, "名称=" },
  { CS_QUERY_ABSTRACT, "摘要=" },
  { CS_QUERY_CLAIMS, "权利要求=" },
  { CS_QUERY_DESCRIPTION, "说明书=" },
  { CS_QUERY_FULL_TEXT, "全文=" },
  { CS_QUERY_APPLICANT, "申请人=" },
  { CS_QUERY_INVENTOR, "发明人=" },
  { CS_QUERY_CLASS, "分类号=" },
  { CS_QUERY_NUMBER, "号码=" },
  { CS_QUERY_PUBLISHED, "公开日=" },
  { CS_QUERY_FILED, "申请日=" },
  { CS_QUERY_EARLIEST, "优先权日=" },
  { CS_QUERY_EXPIRY, "届满日=" },
  { CS_QUERY_STATUS, "状态=" },
  { CS_QUERY_OFFICE, "国家=" },
  { CS_QUERY_FIRST_OFFICE, "首次申请国=" },
  { CS_QUERY_TAG, "标签=" },
};

/* Each shows one thing; the words are those of the samples. */
static const struct
{
  const char *query;
  const char *says;
} examples[] = {
  { "ti=pump* AND cl=\"flexible diaphragm\"",
    N_ ("Words that begin so in the title, a phrase in the claims") },
  { "名称=泵 权利要求=隔膜", N_ ("The same in Chinese; a blank is AND") },
  { "chamber NEAR/5 sensor", N_ ("At most five words between; ADJ/5 in this order") },
  { "(diaphragm OR membrane) NOT ls=lapsed", N_ ("One of both, and not given up") },
  { "prd=2019..2021 cc=CN", N_ ("Earliest priority in these years, published in China") },
  { "pd>=2022-06 ic=F04B43", N_ ("Published since then, in this class") },
  { "exp=2027..2030 ls=in-force", N_ ("In force, with a term that ends in these years") },
  { "fo=CN cc=EP", N_ ("First filed in China, published by the EPO") },
  { "cc=CN fam=(cc=US ls=in-force)",
    N_ ("Published in China; another of the family is a US one in force: in ( ) all is said of "
        "that one") },
  { "pa==\"Beichuan Fluidics Co., Ltd.\"", N_ ("The whole name of the applicant; = finds words of "
                                               "it") },
};

/* --- what is clicked --- */

static void
on_field (GtkButton *button, CsQueryCard *card)
{
  gtk_popover_popdown (GTK_POPOVER (card));
  g_signal_emit (card, signals[FIELD], 0, gtk_button_get_label (button));
}

static void
on_example (CsQueryCard *card, GtkListBoxRow *row)
{
  gtk_popover_popdown (GTK_POPOVER (card));
  g_signal_emit (card, signals[EXAMPLE], 0, examples[gtk_list_box_row_get_index (row)].query);
}

static void
on_form (CsQueryCard *card)
{
  gtk_popover_popdown (GTK_POPOVER (card));
  g_signal_emit (card, signals[FORM], 0);
}

/* --- what is shown --- */

static void
add_field (CsQueryCard *card, guint i)
{
  gboolean is_chinese = g_str_equal (cs_ui_language (), "zh");
  g_autofree char *latin = g_strconcat (cs_query_field_get_name (fields[i].field), "=", NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (is_chinese ? fields[i].chinese : latin);
  GtkWidget *says = gtk_label_new (is_chinese ? latin : cs_query_field_get_label (fields[i].field));

  gtk_widget_add_css_class (button, "cs-example");
  gtk_widget_add_css_class (says, "caption");
  gtk_widget_add_css_class (says, "dim-label");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, cs_query_field_get_hint (fields[i].field));
  g_signal_connect (button, "clicked", G_CALLBACK (on_field), card);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), says);
  gtk_flow_box_append (card->fields, box);
}

static void
add_example (CsQueryCard *card, guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *query = gtk_label_new (examples[i].query);
  GtkWidget *says = gtk_label_new (_ (examples[i].says));

  gtk_label_set_xalign (GTK_LABEL (query), 0);
  gtk_label_set_ellipsize (GTK_LABEL (query), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (query, "monospace");
  gtk_label_set_xalign (GTK_LABEL (says), 0);
  gtk_label_set_wrap (GTK_LABEL (says), TRUE);
  gtk_widget_add_css_class (says, "caption");
  gtk_widget_add_css_class (says, "dim-label");
  gtk_box_append (GTK_BOX (box), query);
  gtk_box_append (GTK_BOX (box), says);
  gtk_list_box_append (card->examples, box);
}

/* --- the class --- */

static void
cs_query_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_QUERY_CARD);

  G_OBJECT_CLASS (cs_query_card_parent_class)->dispose (object);
}

static void
cs_query_card_class_init (CsQueryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_query_card_dispose;

  signals[FIELD] = g_signal_new ("field", CS_TYPE_QUERY_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[EXAMPLE] = g_signal_new ("example", CS_TYPE_QUERY_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FORM] = g_signal_new ("form", CS_TYPE_QUERY_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-query-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CsQueryCard, fields);
  gtk_widget_class_bind_template_child (widget_class, CsQueryCard, examples);
  gtk_widget_class_bind_template_callback (widget_class, on_example);
  gtk_widget_class_bind_template_callback (widget_class, on_form);
}

static void
cs_query_card_init (CsQueryCard *card)
{
  gtk_widget_init_template (GTK_WIDGET (card));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (card, i);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    add_example (card, i);
}

GtkWidget *
cs_query_card_new (void)
{
  return g_object_new (CS_TYPE_QUERY_CARD, NULL);
}
