#include "cs-unit-atoms.h"

#include <string.h>

void
cs_atom_room_init (CsAtomRoom *room)
{
  room->forms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  room->form_strings = g_string_chunk_new (4096);
  room->n_units = 0;
  room->atoms = g_array_new (FALSE, FALSE, sizeof (CsUnitAtom));
  room->words = g_array_new (FALSE, FALSE, sizeof (CsAtomWord));
  room->signs = g_array_new (FALSE, FALSE, sizeof (CsUnitSign));
  room->asked = g_array_new (FALSE, FALSE, sizeof (CsAskedSign));
  room->strings = g_string_new (NULL);
}

void
cs_atom_room_clear (CsAtomRoom *room)
{
  g_hash_table_unref (room->forms);
  g_string_chunk_free (room->form_strings);
  g_array_unref (room->atoms);
  g_array_unref (room->words);
  g_array_unref (room->signs);
  g_array_unref (room->asked);
  g_string_free (room->strings, TRUE);
}

static void
empty (CsAtomRoom *room)
{
  room->n_units++;
  g_array_set_size (room->atoms, 0);
  g_array_set_size (room->words, 0);
  g_array_set_size (room->signs, 0);
  g_array_set_size (room->asked, 0);
  g_string_truncate (room->strings, 0);
}

/* Copies @array to @at, and moves @at behind it. Returns: the copy */
static gpointer
put (char **at, const GArray *array)
{
  char *copy = *at;
  gsize n_bytes = array->len * g_array_get_element_size ((GArray *)array);

  if (n_bytes > 0)
    memcpy (copy, array->data, n_bytes);
  *at += n_bytes;

  return copy;
}

/* What is in @room, of one piece: a draft has many units. */
static CsUnitAtoms *
take (const CsAtomRoom *room)
{
  CsUnitAtoms *unit = g_atomic_rc_box_new0 (CsUnitAtoms);
  char *at = g_malloc (room->atoms->len * sizeof (CsUnitAtom) +
                       room->words->len * sizeof (CsAtomWord) +
                       room->signs->len * sizeof (CsUnitSign) +
                       room->asked->len * sizeof (CsAskedSign) + room->strings->len);

  unit->n_atoms = room->atoms->len;
  unit->n_words = room->words->len;
  unit->n_signs = room->signs->len;
  unit->n_asked = room->asked->len;
  unit->atoms = put (&at, room->atoms);
  unit->words = put (&at, room->words);
  unit->signs = put (&at, room->signs);
  unit->asked = put (&at, room->asked);
  unit->strings = memcpy (at, room->strings->str, room->strings->len);

  return unit;
}

CsUnitAtoms *
cs_unit_atoms_new (const CsAtomSource *source)
{
  CsUnitAtoms *unit;

  empty (source->room);
  if (source->chinese)
    cs_unit_atoms_read_zh (source);
  else
    cs_unit_atoms_read_en (source);
  cs_unit_atoms_add_stop (source, source->n_bytes, CS_ATOM_STOP_SENTENCE);

  unit = take (source->room);
  unit->chinese = source->chinese;
  unit->bare_signs = source->bare_signs;
  unit->first = source->first;

  return unit;
}

CsUnitAtoms *
cs_unit_atoms_ref (CsUnitAtoms *unit)
{
  return g_atomic_rc_box_acquire (unit);
}

static void
unit_clear (gpointer unit)
{
  g_free (((CsUnitAtoms *)unit)->atoms); /* and what stands behind them */
}

void
cs_unit_atoms_unref (CsUnitAtoms *unit)
{
  g_atomic_rc_box_release_full (unit, unit_clear);
}

/* What is read depends on the signs only by what was asked of them. */
gboolean
cs_unit_atoms_are_of (const CsUnitAtoms *unit, const CsAtomSource *source)
{
  if (unit->chinese != source->chinese || unit->bare_signs != source->bare_signs ||
      unit->first != source->first)
    return FALSE;

  for (guint i = 0; i < unit->n_asked; i++)
    if (g_hash_table_contains (source->known_signs, unit->strings + unit->asked[i].sign) !=
        unit->asked[i].known)
      return FALSE;

  return TRUE;
}

/* --- for the readers --- */

guint32
cs_atom_room_add_string (CsAtomRoom *room, const char *text, gsize n_bytes)
{
  guint32 at = room->strings->len;

  g_string_append_len (room->strings, text, n_bytes);
  g_string_append_c (room->strings, '\0');

  return at;
}

void
cs_unit_atoms_add_stop (const CsAtomSource *source, gsize byte, CsAtomStop stop)
{
  CsUnitAtom atom = { .start = byte, .end = byte, .flags = CS_ATOM_BEGINS | CS_ATOM_APART };

  if (stop >= CS_ATOM_STOP_CLAUSE)
    atom.flags |= CS_ATOM_ENDS_CLAUSE;
  if (stop == CS_ATOM_STOP_SENTENCE)
    atom.flags |= CS_ATOM_ENDS_SENTENCE;
  g_array_append_val (source->room->atoms, atom);
}

gboolean
cs_unit_atoms_add_sign (const CsAtomSource *source,
                        const char *text,
                        gsize n_bytes,
                        CsRange range)
{
  CsAtomRoom *room = source->room;
  CsAskedSign asked = { cs_atom_room_add_string (room, text, n_bytes), FALSE };
  CsUnitSign sign = { room->atoms->len, room->asked->len, range.start, range.end };

  asked.known = g_hash_table_contains (source->known_signs, room->strings->str + asked.sign);
  g_array_append_val (room->asked, asked);
  if (asked.known)
    g_array_append_val (room->signs, sign);

  return asked.known;
}
