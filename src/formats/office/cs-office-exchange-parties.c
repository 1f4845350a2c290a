#include <string.h>

#include "cs-office-exchange.h"
#include "cs-office-read.h"

/* The form in which DOCDB unites the spellings of a name, and tells its country. */
static gboolean
is_united (const CsOfficeNode *party)
{
  return cs_office_node_has (party, "data-format", "docdb") ||
         cs_office_node_has (party, "data-format", "epodoc");
}

static gboolean
has_united (const CsOfficeNode *list)
{
  CS_OFFICE_EACH (child, list)
  {
    if (child->tag != NULL && is_united (child))
      return TRUE;
  }
  return FALSE;
}

/* A name in Chinese, Cyrillic or another script than Latin is worth having beside the united one;
 * the same in other capitals is not. */
static gboolean
is_in_other_script (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (at));

      if (script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_COMMON &&
          script != G_UNICODE_SCRIPT_INHERITED)
        return TRUE;
    }
  return FALSE;
}

/* "NOKIA CORP [FI]" */
static char *
dup_country (const CsOfficeNode *party,
             const char *name)
{
  char *country = cs_office_node_dup (party, "residence/country");
  gsize n = strlen (name);

  while (n > 0 && strchr (" ,", name[n - 1]) != NULL)
    n--;
  if (*country != '\0' || n < 4 || name[n - 1] != ']' || name[n - 4] != '[')
    return country;
  g_free (country);
  return g_strndup (name + n - 3, 2);
}

static void
add_party (CsRecordBuilder *builder,
           CsPartyRole role,
           const CsOfficeNode *party,
           gboolean only_other_scripts)
{
  const CsOfficeNode *holder = cs_office_node_find_below (party, "name");
  g_autofree char *name = cs_office_node_dup_text (holder);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *country = dup_country (party, valid);

  if (!only_other_scripts || is_in_other_script (valid))
    cs_office_add_name (builder, role, valid, NULL, country);
}

void
cs_office_add_exchange_parties (CsRecordBuilder *builder,
                                CsPartyRole role,
                                const CsOfficeNode *list)
{
  gboolean united = list != NULL && has_united (list);

  if (list == NULL)
    return;
  CS_OFFICE_EACH (child, list)
  {
    if (child->tag != NULL)
      add_party (builder, role, child, united && !is_united (child));
  }
}
