#include "../../src/app/workspace/cs-workspace.h"

/* The page of a draft, as far as the window knows it. */

struct _CsWorkspace
{
  GtkWidget parent_instance;

  CsDocument *document;
};

G_DEFINE_FINAL_TYPE (CsWorkspace, cs_workspace, GTK_TYPE_WIDGET)

static void
cs_workspace_dispose (GObject *object)
{
  g_clear_object (&CS_WORKSPACE (object)->document);

  G_OBJECT_CLASS (cs_workspace_parent_class)->dispose (object);
}

static void
cs_workspace_class_init (CsWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_workspace_dispose;
  g_signal_new ("leave", CS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_workspace_init (CsWorkspace *workspace)
{
}

GtkWidget *
cs_workspace_new (CsDocument *document)
{
  CsWorkspace *workspace = g_object_new (CS_TYPE_WORKSPACE, NULL);

  workspace->document = g_object_ref (document);

  return GTK_WIDGET (workspace);
}

CsDocument *
cs_workspace_get_document (CsWorkspace *workspace)
{
  return workspace->document;
}
