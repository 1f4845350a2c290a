#include <string.h>

#include "../language/cs-fold.h"
#include "../language/cs-scan.h"
#include "../language/cs-segment-zh.h"
#include "cs-sign.h"
#include "cs-unit-atoms.h"

/* Chinese atoms are characters. 所述, 的 and known signs are taken out. */

typedef struct
{
  GArray *atoms;
  const CsAtomSource *source;
  const CsFolded *folded;
  guint begin;  /* first atom not yet divided into words */
  guint before; /* flags for the next atom */
  guint next_use;
  gunichar *units; /* room for what is divided */
  guint16 *marks;
} Reader;

static guint
flags_of_mark (guint16 mark)
{
  CsWordRoleZh role = mark & CS_ROLE_MASK;
  guint flags = role == CS_ROLE_INSIDE ? 0 : CS_ATOM_BEGINS;

  if ((mark & CS_TRAIT_QUANTITY) != 0)
    return flags;
  if (role < CS_ROLE_PREDICATE)
    flags |= CS_ATOM_NAME;
  if (role == CS_ROLE_MODIFIER || (mark & CS_TRAIT_MODIFIER) != 0)
    flags |= CS_ATOM_MODIFIER;
  if (role == CS_ROLE_VERB)
    flags |= CS_ATOM_VERB;
  if (role == CS_ROLE_ORDINAL)
    flags |= CS_ATOM_LABEL;

  return flags;
}

/* 包括, 一个: what follows is named for the first time. */
static gboolean
introduces (guint16 mark)
{
  return (mark & CS_ROLE_MASK) == CS_ROLE_CONTAINS || (mark & CS_TRAIT_QUANTITY) != 0;
}

/* Divides what was read since the last break into words; 的 goes. */
static void
flush (Reader *reader)
{
  GArray *array = reader->atoms;
  guint n = array->len - reader->begin;
  gunichar *units = reader->units;
  guint16 *marks = reader->marks;
  guint kept = reader->begin;
  guint before = 0;
  guint word = 0;
  guint16 last = 0;

  for (guint i = 0; i < n; i++)
    units[i] = g_array_index (array, CsUnitAtom, reader->begin + i).word;
  cs_segment_zh (units, n, marks);

  for (guint i = 0; i < n; i++)
    {
      CsUnitAtom atom = g_array_index (array, CsUnitAtom, reader->begin + i);

      if (atom.word == 0x7684 && marks[i] == CS_ROLE_FUNCTION)
        {
          before |= CS_ATOM_APART | (atom.flags & CS_ATOM_DEFINITE);
          continue;
        }
      if (marks[i] != CS_ROLE_INSIDE && introduces (last))
        atom.flags |= CS_ATOM_INDEFINITE;
      if (marks[i] != CS_ROLE_INSIDE)
        last = marks[i];
      if (marks[i] != CS_ROLE_INSIDE)
        word = flags_of_mark (marks[i]) & ~CS_ATOM_BEGINS;
      atom.flags |= before | word | (marks[i] != CS_ROLE_INSIDE ? CS_ATOM_BEGINS : 0);
      before = 0;
      g_array_index (array, CsUnitAtom, kept++) = atom;
    }
  g_array_set_size (array, kept);
  reader->begin = kept;
  reader->before |= before;
}

static void
add_stop (Reader *reader, gsize at, CsAtomStop stop)
{
  flush (reader);
  cs_unit_atoms_add_stop (reader->source, reader->folded->map[at], stop);
  reader->begin = reader->atoms->len;
  reader->before = 0;
}

/* What most of a text is made of, and Unicode need not be asked about. */
static gboolean
is_han (gunichar unit)
{
  return unit >= 0x4e00 && unit <= 0x9fff;
}

static void
add_char (Reader *reader, gsize at, gsize length)
{
  gunichar unit = cs_scan_char (reader->folded->text, at);
  CsUnitAtom atom = { .word = is_han (unit) ? unit : g_unichar_tolower (unit),
                      .start = reader->folded->map[at],
                      .end = reader->folded->map[at + length],
                      .flags = reader->before };

  if (unit < 0x80)
    atom.flags |= CS_ATOM_LABEL;
  reader->before = 0;
  g_array_append_val (reader->atoms, atom);
}

static gsize
marker_length (const char *text, gsize at, gunichar unit)
{
  static const char *const markers[] = { "所述的", "所述", "上述的", "上述", "前述的",
                                         "前述", "该", NULL };

  if (unit != 0x6240 && unit != 0x4e0a && unit != 0x524d && unit != 0x8be5) /* 所, 上, 前, 该 */
    return 0;

  return cs_scan_any (text, at, markers);
}

/* A bracket that holds one known sign is that sign; one with anything else ends the name. Returns
 * what stands behind it. */
static gsize
read_bracket (Reader *reader, gsize at)
{
  const GArray *uses = reader->source->uses;
  const char *text = reader->folded->text;
  gsize end = at + strcspn (text + at, ")\n");
  guint n = 0;
  CsSignUse use = { 0 };

  while (uses != NULL && reader->next_use < uses->len &&
         g_array_index (uses, CsSignUse, reader->next_use).start < reader->folded->map[end])
    {
      CsSignUse next = g_array_index (uses, CsSignUse, reader->next_use++);

      if (next.start < reader->folded->map[at])
        continue;
      use = next;
      n++;
    }
  if (n == 0 || text[end] != ')')
    {
      add_stop (reader, at, CS_ATOM_STOP_WORD);
      return at + 1;
    }

  flush (reader);
  if (n == 1)
    cs_unit_atoms_add_sign (reader->source, reader->source->text + use.start,
                            use.end - use.start, (CsRange){ use.start, use.end });
  reader->before |= CS_ATOM_APART;
  return end + 1;
}

/* 锁止杆71: a known sign right behind a name. Returns its length, 0 when there is none. */
static gsize
read_bare_sign (Reader *reader, gsize at)
{
  static const char *const measures[] = { "米", "毫", "厘", "微", "纳", "千", "克", "秒", "分",
                                          "小时", "瓦", "伏", "安", "度", "℃", "°", "个", "次",
                                          "天", "年", "月", "帕", "升", "元", "%", "/", "-", NULL };
  const CsFolded *folded = reader->folded;
  gsize length;

  if (!reader->source->bare_signs || at == 0 || (guchar)folded->text[at - 1] < 0x80)
    return 0;
  length = cs_sign_scan (folded->text + at, folded->n_bytes - at);
  if (length == 0 || cs_scan_any (folded->text, at + length, measures) > 0)
    return 0;

  flush (reader);
  if (!cs_unit_atoms_add_sign (reader->source, folded->text + at, length,
                               (CsRange){ folded->map[at], folded->map[at + length] }))
    return 0;
  reader->before |= CS_ATOM_APART;
  return length;
}

static CsAtomStop
stop_of (gunichar unit)
{
  if (unit == 0x3002 || unit == ';' || unit == '\n') /* 。 */
    return CS_ATOM_STOP_SENTENCE;

  return unit == ',' || unit == ':' ? CS_ATOM_STOP_CLAUSE : CS_ATOM_STOP_WORD;
}

/* Reads what stands at @at. Returns what stands behind it. */
static gsize
read_one (Reader *reader, gsize at)
{
  const char *text = reader->folded->text;
  gunichar unit = cs_scan_char (text, at);
  gsize length = marker_length (text, at, unit);

  if (length > 0)
    {
      flush (reader);
      reader->before |= CS_ATOM_APART | CS_ATOM_DEFINITE;
      return at + length;
    }
  if (unit == '(')
    return read_bracket (reader, at);
  if (unit == ' ')
    return at + 1;
  if (g_ascii_isalnum (unit) && (length = read_bare_sign (reader, at)) > 0)
    return at + length;

  length = g_utf8_skip[(guchar)text[at]];
  if (is_han (unit) || (g_unichar_isalnum (unit) && unit < 0x10000))
    add_char (reader, at, length);
  else
    add_stop (reader, at, stop_of (unit));
  return at + length;
}

void
cs_unit_atoms_read_zh (const CsAtomSource *source)
{
  const CsFolded *folded = source->folded;
  g_autofree gunichar *units = g_new (gunichar, folded->n_bytes + 1);
  g_autofree guint16 *marks = g_new (guint16, folded->n_bytes + 1);
  Reader reader = { .atoms = source->room->atoms,
                    .source = source,
                    .folded = folded,
                    .units = units,
                    .marks = marks };

  for (gsize at = 0; at < folded->n_bytes;)
    at = read_one (&reader, at);
  flush (&reader);
}
