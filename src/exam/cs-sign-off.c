#include "cs-sign-off.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../language/cs-fold.h"

/* Who may sign an examination, and when. */

char *
cs_person_dup_folded (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name == NULL ? "" : name, -1);
  g_autoptr (CsFolded) folded = cs_fold (valid, strlen (valid), CS_FOLD_CASE);
  g_auto (GStrv) words = g_strsplit_set (folded->text, " \t\n", -1);

  return g_strjoinv ("", words);
}

static gboolean
is_same_person (const char *a, const char *b)
{
  g_autofree char *one = cs_person_dup_folded (a);
  g_autofree char *other = cs_person_dup_folded (b);

  return *one != '\0' && strcmp (one, other) == 0;
}

/* What a second person must not be: the one who checked, or wrote. */
static CsSignObstacle
find_second_obstacle (const CsExamRecord *record,
                      const char *person,
                      const char *author,
                      char **words)
{
  const CsSignature *first = cs_exam_record_find_signature (record, CS_SIGNATURE_SELF_CHECK);

  if (first == NULL)
    {
      *words = g_strdup (_ ("nobody has signed the self-check yet"));
      return CS_SIGN_NOT_CHECKED;
    }

  if (is_same_person (person, first->author))
    *words = g_strdup_printf (_ ("\"%s\" signed the self-check; another person must sign now"),
                              first->author);
  else if (is_same_person (person, author))
    *words = g_strdup_printf (_ ("\"%s\" wrote the text; another person must sign now"), author);
  else
    return CS_SIGN_FREE;

  return CS_SIGN_SAME_PERSON;
}

static CsSignObstacle
find_person_obstacle (const CsExamRecord *record,
                      CsSignatureRole role,
                      const char *person,
                      const char *author,
                      char **words)
{
  const CsSignature *before = cs_exam_record_find_signature (record, role);
  g_autofree char *folded = cs_person_dup_folded (person);

  if (before != NULL)
    {
      *words = g_strdup_printf (_ ("\"%s\" has signed already"), before->author);
      return CS_SIGN_TAKEN;
    }
  if (*folded == '\0')
    {
      *words = g_strdup (_ ("nobody is named who signs"));
      return CS_SIGN_NOBODY;
    }

  return role == CS_SIGNATURE_SECOND_PERSON ?
             find_second_obstacle (record, person, author, words) :
             CS_SIGN_FREE;
}

static CsSignObstacle
find_other_obstacle (const CsExamRecord *record, const char *text_sha256, char **words)
{
  guint n_open = cs_exam_record_count_unanswered (record);

  if (g_strcmp0 (record->text_sha256, text_sha256) != 0)
    {
      *words = g_strdup (_ ("the text is no longer the one that was examined"));
      return CS_SIGN_TEXT;
    }
  if (n_open > 0)
    {
      *words = g_strdup_printf (ngettext ("%u question has no answer yet",
                                          "%u questions have no answer yet", n_open),
                                n_open);
      return CS_SIGN_OPEN;
    }

  return CS_SIGN_FREE;
}

CsSignObstacle
cs_sign_find_obstacle (const CsExamRecord *record,
                       CsSignatureRole role,
                       const char *person,
                       const char *author,
                       const char *text_sha256,
                       char **words)
{
  g_autofree char *said = NULL;
  CsSignObstacle obstacle = find_person_obstacle (record, role, person, author, &said);

  if (obstacle == CS_SIGN_FREE)
    obstacle = find_other_obstacle (record, text_sha256, &said);
  if (words != NULL)
    *words = g_steal_pointer (&said);

  return obstacle;
}
