#include "exchange.h"

#include <string.h>

#include "../formats/make-docx.h"

static gboolean
has_preview (CsExportWindow *window)
{
  GtkWidget *stack = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (window), CS_TYPE_EXPORT_WINDOW, "preview"));
  const char *page = gtk_stack_get_visible_child_name (GTK_STACK (stack));

  return g_str_equal (page, "nothing") || g_str_equal (page, "losses");
}

void
exchange_wait_previewed (CsExportWindow *window)
{
  ui_wait (has_preview (window));
  ui_settle (GTK_WIDGET (window));
}

CsExportWindow *
exchange_export (Ui *ui, const char *name)
{
  GtkWidget *window;

  ui_act (workspace_get (ui), "draft.export", NULL);
  ui_wait ((window = ui_find_window (CS_TYPE_EXPORT_WINDOW)) != NULL);
  exchange_wait_previewed (CS_EXPORT_WINDOW (window));
  cs_export_window_choose (CS_EXPORT_WINDOW (window), name);
  exchange_wait_previewed (CS_EXPORT_WINDOW (window));

  return CS_EXPORT_WINDOW (window);
}

static gboolean
is_read (GtkWidget *window)
{
  GtkWidget *stack = GTK_WIDGET (
      gtk_widget_get_template_child (window, CS_TYPE_TAKE_BACK_WINDOW, "pages"));

  return !g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "reading");
}

CsTakeBackWindow *
exchange_take_back (Ui *ui, const char *path)
{
  const char *const paths[] = { path, NULL };
  GtkWidget *window;

  ui_act (workspace_get (ui), "draft.take-files", "^as", paths);
  ui_wait ((window = ui_find_window (CS_TYPE_TAKE_BACK_WINDOW)) != NULL);
  ui_wait (is_read (window));
  ui_settle (window);

  return CS_TAKE_BACK_WINDOW (window);
}

#define INS(text) "<w:ins w:id=\"8\" w:author=\"A\">" R ("", text) "</w:ins>"
#define DEL(text) \
  "<w:del w:id=\"9\" w:author=\"A\"><w:r><w:delText>" text "</w:delText></w:r></w:del>"
#define ASKED(text)                                                                  \
  "<w:commentRangeStart w:id=\"0\"/>" R ("", text) "<w:commentRangeEnd w:id=\"0\"/>" \
                                                   "<w:r><w:commentReference w:id=\"0\"/></w:r>"
#define COMMENT(author, text) \
  "<w:comment w:id=\"0\" w:author=\"" author "\">" P (text) "</w:comment>"

void
exchange_write_word (const char *path, gboolean chinese)
{
  const MakeDocx english = {
    .body = P ("Claims") P ("1. A pump comprising a housing and a valve.") "<w:p>" R (
        "", "2. The pump of claim 1, wherein the rotor is ") ASKED ("made of steel")
        INS (" or iron") R ("", ".") "</w:p><w:p>" R ("", "3. The pump of claim 1, further "
                                                          "comprising a seal") DEL (" of rubber")
            R ("", ".") "</w:p>",
    .comments = COMMENT ("Attorney B", "Which grade of steel? Nothing in the examples says so.")
  };
  const MakeDocx han = {
    .body = P ("权利要求书") P ("1. 一种泵，包括壳体和阀。") "<w:p>" R (
        "", "2. 根据权利要求1所述的泵，其特征在于，所述转子由") ASKED ("钢") INS ("或者铁")
        R ("", "制成。") "</w:p><w:p>" R ("", "3. 根据权利要求1所述的泵，其特征在于，还包括")
            DEL ("橡胶") R ("", "密封圈。") "</w:p>",
    .comments = COMMENT ("代理师乙", "哪一种钢？实施例中没有写。")
  };
  g_autoptr (GByteArray) bytes = make_docx (chinese ? &han : &english);

  g_assert_true (g_file_set_contents (path, (char *)bytes->data, bytes->len, NULL));
}

void
exchange_subscribe (Ui *ui, CsPart part, const char *words)
{
  CsDocument *document = workspace_get_document (ui);
  guint end = workspace_find_char (document, part, words) + g_utf8_strlen (words, -1);

  cs_document_go_to (document, part, end - 1, end, TRUE);
  ui_act (workspace_get (ui), "draft.subscript", NULL);
  workspace_wait_examined (document);
}

GtkWidget *
exchange_find_button (GtkWidget *window, const char *label)
{
  if (!gtk_widget_get_mapped (window))
    return NULL;
  if (GTK_IS_BUTTON (window) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (window)), label) == 0)
    return window;

  for (GtkWidget *child = gtk_widget_get_first_child (window); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = exchange_find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}
