#include <string.h>

#include "../language/cs-fold.h"
#include "../language/cs-scan.h"
#include "cs-sign-table.h"
#include "cs-sign.h"

#define MAX_NAME_BYTES 120

static gsize
skip (const char *text, gsize at)
{
  return cs_scan_spaces (text, at);
}

/* Where the name that starts at @at ends: at the mark that closes the entry. */
static gsize
name_end (const char *text, gsize at)
{
  while (text[at] != '\0' && strchr (",;\n", text[at]) == NULL &&
         !g_str_has_prefix (text + at, "。") && !g_str_has_prefix (text + at, "、"))
    at += g_utf8_skip[(guchar)text[at]];

  return at;
}

static void
add_sign (GArray *signs, const CsFolded *folded, CsSpan where, CsRange sign, CsRange name)
{
  CsSign entry = { .span = where };

  while (name.end > name.start && strchr (" .\t", folded->text[name.end - 1]) != NULL)
    name.end--;
  entry.sign = g_strndup (folded->text + sign.start, sign.end - sign.start);
  entry.name = g_strndup (folded->text + name.start, name.end - name.start);
  entry.span.start = folded->map[sign.start];
  entry.span.end = folded->map[MAX (name.end, sign.end)];
  g_array_append_val (signs, entry);
}

/* "1——称量料罐": sign, separator, name. Returns where the entry ends, @at when there is none. */
static gsize
read_entry (const CsFolded *folded, gsize at, CsSpan where, GArray *signs)
{
  static const char *const separators[] = { "-", ":", "、", ".", "=", " ", "为", NULL };
  const char *text = folded->text;
  gsize length = cs_sign_scan (text + at, folded->n_bytes - at);
  gsize from = at + length;
  gsize start = from;
  gsize separator;
  gsize end;

  if (length == 0 && g_ascii_isdigit (text[at])) /* "1.壳体": the scan saw a decimal in it */
    {
      while (g_ascii_isdigit (text[from]))
        from++;
      length = from - at;
      start = from;
    }
  if (length == 0)
    return at;

  while ((separator = cs_scan_any (text, start, separators)) > 0)
    start += separator;
  if (start == from || g_ascii_isdigit (text[start]) || strchr (",;\n", text[start]) != NULL)
    return at;

  end = name_end (text, start);
  if (end == start || end - start > MAX_NAME_BYTES)
    return at;

  add_sign (signs, folded, where, (CsRange){ at, from }, (CsRange){ start, end });
  return end;
}

/* Where the entries begin in a paragraph of the list of figures; past its end when it has none. */
static gsize
find_entries (const CsFolded *folded)
{
  static const char *const openings[] = { "图中标记", "图中附图标记", "附图标记说明", "附图标记", "附图标号",
                                          "标号说明", "图中标号", "图中", "其中", "标记说明", NULL };
  const char *text = folded->text;

  for (gsize at = skip (text, 0); at < folded->n_bytes; at += g_utf8_skip[(guchar)text[at]])
    {
      gsize length = cs_scan_any (text, at, openings);
      gsize behind = at + length;

      if (length == 0)
        continue;
      behind += cs_scan_any (text, behind, (const char *const[]){ "为", "如下", "所示", "各", NULL });
      while (strchr (" ,:\n", text[behind]) != NULL && text[behind] != '\0')
        behind++;
      if (cs_sign_scan (text + behind, folded->n_bytes - behind) > 0)
        return behind;
    }

  return folded->n_bytes;
}

void
cs_sign_table_scan (const char *text, gsize n_bytes, CsSpan where, gboolean in_table, GArray *signs)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_DEFAULT);
  gsize at = skip (folded->text, 0);

  if (!in_table && cs_sign_scan (folded->text + at, folded->n_bytes - at) == 0)
    at = find_entries (folded);

  while (at < folded->n_bytes)
    {
      gsize end = read_entry (folded, at, where, signs);

      at = end > at ? end : name_end (folded->text, at);
      while (at < folded->n_bytes && (strchr (" ,;\n.", folded->text[at]) != NULL ||
                                      g_str_has_prefix (folded->text + at, "、") ||
                                      g_str_has_prefix (folded->text + at, "。")))
        at += g_utf8_skip[(guchar)folded->text[at]];
    }
}
