#include "cs-office-dialect.h"

#include <string.h>

typedef struct
{
  const CsOfficeDialect *dialects;
  gsize n_dialects;
} Dialects;

static const Dialects all[] = {
  { cs_office_uspto_dialects, G_N_ELEMENTS (cs_office_uspto_dialects) },
  { cs_office_uspto_2001_dialects, G_N_ELEMENTS (cs_office_uspto_2001_dialects) },
  { cs_office_ops_dialects, G_N_ELEMENTS (cs_office_ops_dialects) },
  { cs_office_ep_dialects, G_N_ELEMENTS (cs_office_ep_dialects) },
  { cs_office_cnipa_dialects, G_N_ELEMENTS (cs_office_cnipa_dialects) },
};

const CsOfficeDialect *
cs_office_dialect_find (const char *root)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (gsize j = 0; j < all[i].n_dialects; j++)
      if (strcmp (all[i].dialects[j].root, root) == 0)
        return &all[i].dialects[j];

  return NULL;
}
