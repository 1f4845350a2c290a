#include "cs-office-read.h"

#include <string.h>

/* What offices call the parts of a number. */
static const char *const country_tags[] = { "country", "WIPOST3Code", "ctry", "country-code" };
static const char *const number_tags[] = { "doc-number", "DocNumber", "dnum" };
static const char *const kind_tags[] = { "kind", "Kind", "kind-code" };
static const char *const date_tags[] = { "date", "Date", "document-date", "filing-date" };

static const CsOfficeNode *
find_part (const CsOfficeNode *node,
           const char *const *tags,
           guint n_tags)
{
  const CsOfficeNode *part = NULL;

  for (guint i = 0; i < n_tags && part == NULL; i++)
    part = cs_office_node_find (node, tags[i]);
  return part;
}

CsOfficeDate
cs_office_read_date (const CsOfficeNode *node,
                     const char *path)
{
  g_autofree char *text = cs_office_node_dup (node, path);
  CsOfficeDate date;

  cs_office_date_read (text, &date);
  return date;
}

static CsOfficeDate
read_date_of (const CsOfficeNode *node)
{
  return cs_office_read_date (find_part (node, date_tags, G_N_ELEMENTS (date_tags)), "");
}

CsNumber *
cs_office_read_number (const CsNumberInput *input)
{
  g_autofree char *text = g_strstrip (g_strdup (input->text == NULL ? "" : input->text));
  CsNumberInput clean = *input;
  g_autofree char *valid = NULL;

  if (*text == '\0')
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  clean.text = valid;
  if (clean.country != NULL && *clean.country == '\0')
    clean.country = NULL;
  if (clean.kind != NULL && (*clean.kind == '\0' || strcmp (clean.kind, "00") == 0))
    clean.kind = NULL;
  return cs_number_read (&clean);
}

CsNumber *
cs_office_read_id (const CsOfficeId *id)
{
  const CsOfficeNode *node = id->node;
  g_autofree char *text = NULL;
  g_autofree char *country = NULL;
  g_autofree char *kind = NULL;

  if (node == NULL)
    return NULL;
  text = cs_office_node_dup_text (find_part (node, number_tags, G_N_ELEMENTS (number_tags)));
  country = cs_office_node_dup_text (find_part (node, country_tags, G_N_ELEMENTS (country_tags)));
  kind = cs_office_node_dup_text (find_part (node, kind_tags, G_N_ELEMENTS (kind_tags)));
  if (g_str_has_prefix (text, "PCT"))
    return cs_office_read_pct (text, read_date_of (node));
  return cs_office_read_number (&(CsNumberInput){
      .text = text,
      .country = *country == '\0' ? id->country : country,
      .kind = *kind == '\0' ? id->kind : kind,
      .role = id->role,
      .form = id->form,
      .date = read_date_of (node),
  });
}

/* "US2016049186", "JP0107711", "PCTNL00/00518": a country, a year of four digits or two, and a
 * number of six or five, all of which have their marks in print. */
static char *
dup_marked_pct (const char *text)
{
  const char *at = g_str_has_prefix (text, "PCT") ? text + strlen ("PCT") : text;
  char digits[11];
  gsize n = 0;
  int n_year;

  at += *at == '/';
  if (!g_ascii_isalpha (at[0]) || !g_ascii_isalpha (at[1]))
    return g_strdup (text);
  for (const char *digit = at + 2; *digit != '\0'; digit++)
    if (g_ascii_isdigit (*digit) && n + 1 < sizeof digits)
      digits[n++] = *digit;
    else if (*digit != '/')
      return g_strdup (text);
  digits[n] = '\0';
  if (n != 10 && n != 7)
    return g_strdup (text);
  n_year = n == 10 ? 4 : 2;
  return g_strdup_printf ("PCT/%.2s%.*s/%s", at, n_year, digits, digits + n_year);
}

CsNumber *
cs_office_read_pct (const char *text,
                    CsOfficeDate date)
{
  g_autofree char *marked = dup_marked_pct (text);

  return cs_office_read_number (&(CsNumberInput){
      .text = marked,
      .country = "WO",
      .role = CS_NUMBER_APPLICATION,
      .form = CS_NUMBER_ORIGINAL,
      .date = date,
  });
}

/* --- classes --- */

static const char *
skip_zeros (const char *text)
{
  while (*text == '0' && g_ascii_isdigit (text[1]))
    text++;
  return text;
}

/* The digits of @text up to @end or anything else than digits and blanks. */
static void
take_digits (char *digits,
             gsize size,
             const char *text,
             const char *end)
{
  gsize n = 0;

  for (; text < end && *text != '\0' && n + 1 < size; text++)
    if (g_ascii_isdigit (*text))
      digits[n++] = *text;
    else if (*text != ' ' || n > 0)
      break;
  digits[n] = '\0';
}

/* "H03M 1300": the group stands in three characters, the subgroup behind it. */
#define GROUP_CHARS 3

char *
cs_office_dup_ipc (const char *text)
{
  const char *at = text + strspn (text, " 0123456789"); /* an edition */
  const char *slash;
  char subclass[5] = "";
  char group[6];
  char subgroup[8];

  for (guint n = 0; n < 4; at++)
    {
      gboolean wants_digit = n == 1 || n == 2;

      if (*at == ' ')
        continue;
      if (wants_digit ? !g_ascii_isdigit (*at) : !g_ascii_isalpha (*at))
        return NULL;
      subclass[n++] = g_ascii_toupper (*at);
    }
  slash = strchr (at, '/');
  if (slash != NULL && slash - at > 8) /* of another word */
    slash = NULL;
  if (slash == NULL && strlen (at) <= GROUP_CHARS)
    return g_strdup (subclass);
  take_digits (group, sizeof group, at, slash == NULL ? at + GROUP_CHARS : slash);
  take_digits (subgroup, sizeof subgroup, slash == NULL ? at + GROUP_CHARS : slash + 1,
               text + strlen (text));
  if (*group == '\0' || *subgroup == '\0')
    return g_strdup (subclass);
  return g_strdup_printf ("%s%s/%s", subclass, skip_zeros (group), subgroup);
}

char *
cs_office_dup_national (const char *text)
{
  g_autofree char *klass = g_strstrip (g_strndup (text, strnlen (text, 3)));
  g_autofree char *rest = g_strdup (strlen (text) > 3 ? text + 3 : "");
  g_autofree char *subclass = g_strstrip (g_strndup (rest, strnlen (rest, 3)));
  g_autofree char *fraction = g_strdup (strlen (rest) > 3 ? rest + 3 : "");
  gsize n = strlen (g_strstrip (fraction));

  if (*klass == '\0')
    return NULL;
  while (n > 0 && fraction[n - 1] == '0')
    fraction[--n] = '\0';
  if (*subclass == '\0')
    return g_strdup (klass);
  return g_strconcat (klass, "/", skip_zeros (subclass), n > 0 ? "." : "", fraction, NULL);
}

void
cs_office_add_class (CsRecordBuilder *builder,
                     const char *scheme,
                     const char *symbol)
{
  if (symbol != NULL)
    cs_record_builder_add_class (builder, &(CsClass){ .scheme = scheme, .symbol = symbol });
}

/* Places in a text of ST.8. */
#define SYMBOL_CHARS 15
#define POSITION_PLACE 29
#define VALUE_PLACE 30

void
cs_office_add_ipcr (CsRecordBuilder *builder,
                    const char *scheme,
                    const char *text)
{
  gsize n = strlen (text);
  g_autofree char *head = g_strndup (text, MIN (n, SYMBOL_CHARS));
  g_autofree char *symbol = cs_office_dup_ipc (head);
  CsClass klass = { .scheme = scheme, .symbol = symbol };

  if (symbol == NULL)
    return;
  klass.is_first = n > POSITION_PLACE - 1 && text[POSITION_PLACE - 1] == 'F';
  klass.is_additional = n > VALUE_PLACE - 1 && strchr ("NA", text[VALUE_PLACE - 1]) != NULL;
  cs_record_builder_add_class (builder, &klass);
}

void
cs_office_add_split_class (CsRecordBuilder *builder,
                           const char *scheme,
                           const CsOfficeNode *node)
{
  g_autofree char *section = cs_office_node_dup (node, "section");
  g_autofree char *klass = cs_office_node_dup (node, "class");
  g_autofree char *subclass = cs_office_node_dup (node, "subclass");
  g_autofree char *group = cs_office_node_dup (node, "main-group");
  g_autofree char *subgroup = cs_office_node_dup (node, "subgroup");
  g_autofree char *position = cs_office_node_dup (node, "symbol-position");
  g_autofree char *value = cs_office_node_dup (node, "classification-value");
  g_autofree char *joined =
      g_strconcat (section, klass, subclass, group, *group == '\0' ? "" : "/", subgroup, NULL);
  g_autofree char *symbol = cs_office_dup_ipc (joined);

  if (symbol == NULL)
    return;
  cs_record_builder_add_class (builder, &(CsClass){
                                            .scheme = scheme,
                                            .symbol = symbol,
                                            .is_first = strcmp (position, "F") == 0,
                                            .is_additional = *value == 'A' || *value == 'N',
                                        });
}

/* --- names --- */

/* What offices write for a country that they do not know. */
static const char *
known_country (const char *country)
{
  return country != NULL && strlen (country) == 2 ? country : NULL;
}

void
cs_office_add_name (CsRecordBuilder *builder,
                    CsPartyRole role,
                    const char *last,
                    const char *first,
                    const char *country)
{
  gboolean has_last = last != NULL && *last != '\0';
  gboolean has_first = first != NULL && *first != '\0';
  g_autofree char *name = g_strconcat (has_last ? last : "", has_last && has_first ? ", " : "",
                                       has_first ? first : "", NULL);

  cs_record_builder_add_party (builder, role, name, known_country (country));
}

void
cs_office_add_party (CsRecordBuilder *builder,
                     CsPartyRole role,
                     const CsOfficeNode *node)
{
  const CsOfficeNode *book = cs_office_node_find (node, "addressbook");
  const CsOfficeNode *from = book == NULL ? node : book;
  g_autofree char *organisation = cs_office_node_dup (from, "orgname");
  g_autofree char *name = cs_office_node_dup (from, "name");
  g_autofree char *last = cs_office_node_dup (from, "last-name");
  g_autofree char *first = cs_office_node_dup (from, "first-name");
  g_autofree char *country = cs_office_node_dup (from, "address/country");

  if (*organisation != '\0')
    cs_office_add_name (builder, role, organisation, NULL, country);
  else if (*last != '\0' || *first != '\0')
    cs_office_add_name (builder, role, last, first, country);
  else
    cs_office_add_name (builder, role, name, NULL, country);
}

void
cs_office_add_field (CsRecordBuilder *builder,
                     const char *name,
                     const CsOfficeNode *node,
                     const char *path)
{
  g_autofree char *value = cs_office_node_dup (node, path);

  cs_record_builder_add_field (builder, name, value);
}
