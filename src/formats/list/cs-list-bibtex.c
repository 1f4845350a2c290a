#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-list-private.h"

/* BibTeX: entries of the type patent, with the fields that biblatex reads. */

/* --- keys --- */

/* Letters and digits of the number: "CN101911042A"; a second one gets a number. */
static char *
dup_key (const CsListEntry *entry, CsListKeys *keys)
{
  const char *number = entry->key != NULL ? entry->key : entry->number;
  g_autoptr (GString) base = g_string_new (NULL);
  char *key;

  for (; *number != '\0'; number++)
    if (g_ascii_isalnum (*number))
      g_string_append_c (base, *number);
  if (base->len == 0)
    g_string_append (base, "patent");

  key = g_strdup (base->str);
  for (guint i = 2; g_hash_table_contains (keys, key); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", base->str, i);
    }
  g_hash_table_add (keys, g_strdup (key));

  return key;
}

/* --- values --- */

/* Braces are counted whatever stands before them, so that none may be left in a value. */
static void
append_escaped (GString *out, const char *text)
{
  static const struct
  {
    char letter;
    const char *code;
  } codes[] = {
    { '\\', "\\textbackslash " },
    { '{', "\\textbraceleft " },
    { '}', "\\textbraceright " },
    { '~', "\\textasciitilde " },
    { '^', "\\textasciicircum " },
    { '$', "\\$" },
    { '&', "\\&" },
    { '#', "\\#" },
    { '%', "\\%" },
    { '_', "\\_" },
  };
  g_autofree char *line = cs_list_dup_line (text);

  for (const char *at = line; *at != '\0'; at++)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (codes) && codes[i].letter != *at)
        i++;
      if (i == G_N_ELEMENTS (codes))
        g_string_append_c (out, *at);
      else if (g_str_has_suffix (codes[i].code, " "))
        g_string_append_printf (out, "{%.*s}", (int)strlen (codes[i].code) - 1, codes[i].code);
      else
        g_string_append (out, codes[i].code);
    }
}

static void
append_field (GString *out, const char *name, const char *value)
{
  if (*value == '\0')
    return;

  g_string_append_printf (out, ",\n  %s = {", name);
  append_escaped (out, value);
  g_string_append_c (out, '}');
}

/* Each name in braces: commas and the word "and" in the name of a company mean nothing there. */
static void
append_names (GString *out, const char *name, const char *const *names)
{
  if (names[0] == NULL)
    return;

  g_string_append_printf (out, ",\n  %s = {", name);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_string_append (out, i == 0 ? "{" : " and {");
      append_escaped (out, names[i]);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, '}');
}

/* In braces of its own, so that no style makes small letters of it. */
static void
append_title (GString *out, const char *title)
{
  if (*title == '\0')
    return;

  g_string_append (out, ",\n  title = {{");
  append_escaped (out, title);
  g_string_append (out, "}}");
}

static void
append_dates (GString *out, const CsListEntry *entry)
{
  g_autofree char *published = cs_office_date_dup_text (entry->published);
  g_autofree char *filed = cs_office_date_dup_text (entry->filed);

  append_field (out, "date", published);
  if (cs_office_date_is_known (entry->published)) /* for styles before biblatex */
    g_string_append_printf (out, ",\n  year = {%u}", entry->published.year);
  append_field (out, "filingdate", filed);
}

/* --- the file --- */

static void
append_comment (GString *out, const char *label, const char *value)
{
  g_autofree char *line = cs_list_dup_line (value);

  g_strdelimit (line, "@", ' '); /* what follows one is an entry, even here */
  if (*line != '\0')
    g_string_append_printf (out, "%% %s: %s\n", label, line);
}

void
cs_list_bibtex_begin (GString *out, const CsListHead *head)
{
  g_autofree char *made = cs_office_date_dup_text (head->made);

  append_comment (out, _ ("Query"), head->query);
  append_comment (out, _ ("Families"), head->rule);
  append_comment (out, _ ("Library as of"), head->as_of == NULL ? "" : head->as_of);
  append_comment (out, _ ("Made"), made);
}

void
cs_list_bibtex_add (GString *out, const CsListEntry *entry, CsListKeys *keys)
{
  gboolean has_inventors = entry->inventors[0] != NULL;
  g_autofree char *key = dup_key (entry, keys);
  g_autofree char *classes = g_strjoinv (", ", (char **)entry->classes);

  g_string_append_printf (out, "\n@patent{%s", key);
  append_names (out, "author", has_inventors ? entry->inventors : entry->applicants);
  append_title (out, entry->title);
  append_field (out, "number", entry->number);
  append_names (out, "holder", entry->applicants);
  append_dates (out, entry);
  append_field (out, "location", entry->country);
  append_field (out, "type", "patent");
  append_field (out, "filingnumber", entry->application);
  append_field (out, "keywords", classes);
  append_field (out, "langid", entry->language);
  append_field (out, "abstract", entry->abstract);
  g_string_append (out, "\n}\n");
}
