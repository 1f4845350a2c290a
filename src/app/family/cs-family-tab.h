#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CsFamilyTab:
 *
 * A tab of the page of a family that shows which application is selected; that is the same on all
 * of them.
 *
 * Properties: `selected` (utf8, nullable): id of the application that is selected.
 */
#define CS_TYPE_FAMILY_TAB (cs_family_tab_get_type ())

G_DECLARE_DERIVABLE_TYPE (CsFamilyTab, cs_family_tab, CS, FAMILY_TAB, AdwBin)

/**
 * CsFamilyTabClass:
 * @show_selected: (nullable): shows what is selected now; called before others are told
 */
struct _CsFamilyTabClass
{
  AdwBinClass parent_class;

  void (*show_selected) (CsFamilyTab *tab);
};

/** cs_family_tab_get_selected: Returns: (transfer none) (nullable): id of the application */
const char *cs_family_tab_get_selected (CsFamilyTab *tab);

/** cs_family_tab_select: @id: (nullable): of an application; nothing happens when it is selected */
void cs_family_tab_select (CsFamilyTab *tab,
                           const char *id);

G_END_DECLS
