#include "cs-unit-atoms.h"

#define STRING_BYTES 512 /* of signs and words, kept together */

void
cs_atom_room_init (CsAtomRoom *room)
{
  room->forms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  room->strings = g_string_chunk_new (4096);
  room->n_units = 0;
  room->atoms = g_array_new (FALSE, FALSE, sizeof (CsUnitAtom));
}

void
cs_atom_room_clear (CsAtomRoom *room)
{
  g_hash_table_unref (room->forms);
  g_string_chunk_free (room->strings);
  g_array_unref (room->atoms);
}

CsUnitAtoms *
cs_unit_atoms_new (const CsAtomSource *source)
{
  CsUnitAtoms *unit = g_atomic_rc_box_new0 (CsUnitAtoms);
  GArray *atoms = source->room->atoms;

  unit->chinese = source->chinese;
  unit->bare_signs = source->bare_signs;
  unit->first = source->first;
  unit->signs = g_array_new (FALSE, FALSE, sizeof (CsAtomSign));
  unit->asked = g_array_new (FALSE, FALSE, sizeof (CsAskedSign));
  unit->words = g_array_new (FALSE, FALSE, sizeof (CsAtomWord));
  unit->strings = g_string_chunk_new (STRING_BYTES);

  g_array_set_size (atoms, 0);
  source->room->n_units++;
  if (source->chinese)
    cs_unit_atoms_read_zh (unit, source);
  else
    cs_unit_atoms_read_en (unit, source);
  cs_unit_atoms_add_stop (source, source->n_bytes, CS_ATOM_STOP_SENTENCE);
  unit->atoms = g_memdup2 (atoms->data, atoms->len * sizeof (CsUnitAtom));
  unit->n_atoms = atoms->len;

  return unit;
}

CsUnitAtoms *
cs_unit_atoms_ref (CsUnitAtoms *unit)
{
  return g_atomic_rc_box_acquire (unit);
}

static void
unit_clear (gpointer data)
{
  CsUnitAtoms *unit = data;

  g_free (unit->atoms);
  g_array_unref (unit->signs);
  g_array_unref (unit->asked);
  g_array_unref (unit->words);
  g_string_chunk_free (unit->strings);
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

  for (guint i = 0; i < unit->asked->len; i++)
    {
      const CsAskedSign *asked = &g_array_index (unit->asked, CsAskedSign, i);

      if (g_hash_table_contains (source->known_signs, asked->sign) != asked->known)
        return FALSE;
    }

  return TRUE;
}

/* --- for the readers --- */

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
cs_unit_atoms_add_sign (CsUnitAtoms *unit,
                        const CsAtomSource *source,
                        const char *text,
                        gsize n_bytes,
                        CsRange range)
{
  char *key = g_string_chunk_insert_len (unit->strings, text, n_bytes);
  CsAskedSign asked = { key, g_hash_table_contains (source->known_signs, key) };
  CsAtomSign sign = { source->room->atoms->len, key, range };

  g_array_append_val (unit->asked, asked);
  if (asked.known)
    g_array_append_val (unit->signs, sign);

  return asked.known;
}
