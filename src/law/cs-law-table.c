#include <string.h>

#include "cs-law-table.h"
#include "cs-xml-tree.h"

#define RESOURCE_PATH "/io/github/claimsmith/law/laws.xml"

typedef struct
{
  GPtrArray *laws; /* CsLaw */
  GPtrArray *ids;  /* borrowed strings, NULL at the end */
} LawTable;

static const char *const place_names[CS_N_LAW_PLACES] = { "part", "chapter", "section",
                                                          "article", "paragraph", "point" };

static CsWords *
get_words (CsLaw *law, const xmlNode *node)
{
  if (cs_tree_is (node, "name"))
    return &law->name;

  return cs_tree_is (node, "short") ? &law->short_citation : &law->citation;
}

static CsLaw *
read_law (xmlNode *node)
{
  CsLaw *law = g_new0 (CsLaw, 1);

  law->id = cs_tree_dup_attribute (node, "id");
  for (xmlNode *at = cs_tree_first (node->children); at != NULL; at = cs_tree_first (at->next))
    cs_tree_read_words (at, get_words (law, at));

  return law;
}

static LawTable *
load_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = cs_tree_parse_resource (RESOURCE_PATH, &error);
  LawTable *table = g_new0 (LawTable, 1);
  xmlNode *root;

  if (doc == NULL) /* our own file: a test reads it */
    g_error ("%s", error->message);

  table->laws = g_ptr_array_new ();
  table->ids = g_ptr_array_new ();
  root = xmlDocGetRootElement (doc);
  for (xmlNode *at = cs_tree_first (root->children); at != NULL; at = cs_tree_first (at->next))
    {
      CsLaw *law = read_law (at);

      g_ptr_array_add (table->laws, law);
      g_ptr_array_add (table->ids, law->id);
    }
  g_ptr_array_add (table->ids, NULL);

  return table;
}

static const LawTable *
get_table (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize)load_table ());

  return (const LawTable *)once;
}

void
cs_legal_basis_clear (CsLegalBasis *basis)
{
  for (guint i = 0; i < CS_N_LAW_PLACES; i++)
    g_free (basis->places[i]);
  g_free (basis->edition);
  g_free (basis->source);
}

const CsLaw *
cs_law_find (const char *id)
{
  const LawTable *table = get_table ();

  for (guint i = 0; i < table->laws->len; i++)
    {
      const CsLaw *law = table->laws->pdata[i];

      if (strcmp (law->id, id) == 0)
        return law;
    }

  return NULL;
}

const char *const *
cs_law_get_ids (void)
{
  return (const char *const *)get_table ()->ids->pdata;
}

const char *
cs_law_place_get_name (CsLawPlace place)
{
  g_return_val_if_fail (place < CS_N_LAW_PLACES, "");

  return place_names[place];
}

const char *
cs_basis_status_get_name (CsBasisStatus status)
{
  static const char *const names[] = { "verified", "verified-2nd", "verified-old", "unverified" };

  g_return_val_if_fail (status < G_N_ELEMENTS (names), "");

  return names[status];
}

/* "12" as 十二: the parts and chapters of the Guidelines are numbered so. Other text stays. */
static char *
dup_han_number (const char *text)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, 99, &number, NULL))
    return g_strdup (text);

  return g_strconcat (number < 20 ? "" : digits[number / 10], number < 10 ? "" : "十",
                      digits[number % 10], NULL);
}

static char *
lookup_place (const char *name, gpointer data)
{
  const CsLegalBasis *basis = data;
  gsize n_bytes = strcspn (name, ":");

  for (guint i = 0; i < CS_N_LAW_PLACES; i++)
    {
      if (strlen (place_names[i]) != n_bytes || strncmp (name, place_names[i], n_bytes) != 0)
        continue;
      if (basis->places[i] == NULL || name[n_bytes] == '\0')
        return g_strdup (basis->places[i]);

      return dup_han_number (basis->places[i]);
    }

  return NULL;
}

static char *
fill_citation (const CsLegalBasis *basis, const CsWords *citation, const char *language)
{
  const char *pattern = cs_words_get (citation, language);

  if (pattern == NULL)
    return g_strdup (cs_words_get (&basis->law->name, language));

  return cs_words_fill (pattern, lookup_place, (gpointer)basis, NULL);
}

char *
cs_legal_basis_dup_citation (const CsLegalBasis *basis, const char *language)
{
  return fill_citation (basis, &basis->law->citation, language);
}

char *
cs_legal_basis_dup_short_citation (const CsLegalBasis *basis, const char *language)
{
  const CsLaw *law = basis->law;

  return fill_citation (
      basis, cs_words_is_empty (&law->short_citation) ? &law->citation : &law->short_citation,
      language);
}
