#include <string.h>

#include "claim-form.h"

/* A claim stands by itself: no figures, no pictures, no "as described". Sources: Rules (2023) r.
 * 22(3); MPEP 2173.05(r), (s). */

#define FIGURE_CONTEXT_BYTES 120 /* around a figure, where the word for a spectrum stands */

/* "如图2所示" around the figure that stands at @start. */
static void
widen (const CsClaimForm *form, gsize *start, gsize *end)
{
  static const char *const before[] = { "如说明书附", "如附", "如", "as shown in ", "as illustrated in ",
                                        "as depicted in ", "shown in ", "as in ", NULL };
  static const char *const behind[] = { "所示", "中所示", "所述", "示出", NULL };
  const char *text = form->folded->text;

  for (guint i = 0; before[i] != NULL; i++)
    {
      gsize length = strlen (before[i]);

      if (*start >= length && memcmp (text + *start - length, before[i], length) == 0)
        {
          *start -= length;
          break;
        }
    }
  *end += cs_scan_any (form->folded->text, *end, behind);
}

/* Spectra and phase diagrams cannot be put in words: accepted practice. The word stands in the same
 * clause as the figure. */
static gboolean
shows_a_spectrum (const CsClaimForm *form, gsize start, gsize end)
{
  static const char *const words[] = { "谱", "衍射", "xrpd", "xrd", "dsc", "tga", "nmr", "红外", "相图",
                                       "曲线",
                                       "diffraction pattern", "diffractogram", "ray diffraction",
                                       "powder diffraction", "spectrum", "spectra ",
                                       "spectrogram", "thermogram", "phase diagram",
                                       "chromatogram", NULL };
  const char *text = form->folded->text;
  gsize from = start;

  while (from > 0 && start - from < FIGURE_CONTEXT_BYTES &&
         strchr (",;:\n", text[from - 1]) == NULL)
    from--;
  while (end < form->folded->n_bytes && strchr (",;:\n", text[end]) == NULL &&
         end - start < FIGURE_CONTEXT_BYTES)
    end++;

  return cs_claim_form_contains (text + from, end - from, words);
}

static void
check_figures (const CsClaimForm *form)
{
  guint n_figures;
  const CsFigureMention *figures =
      cs_description_find_figures (cs_exam_get_description (form->context), CS_PART_CLAIMS,
                                   form->claim->index, &n_figures);
  gsize last_end = 0;

  for (guint i = 0; i < n_figures; i++)
    {
      const CsSpan *span = &figures[i].span;
      const char *rule;
      gsize start;
      gsize end;

      start = cs_folded_find (form->folded, span->start);
      end = cs_folded_find (form->folded, span->end);
      if (start < last_end) /* another figure of the same list */
        continue;
      widen (form, &start, &end);
      last_end = end;
      rule = shows_a_spectrum (form, start, end) ? "figure-accepted" : "figure";
      cs_claim_form_report (form, rule, CS_CERTAINTY_CERTAIN, start, end);
    }
}

/* "如说明书第二部分所述", "substantially as described herein" */
static void
check_description_part (const CsClaimForm *form)
{
  static const char *const chinese[] = { "如说明书", "如附图所示", "如图所示", NULL };
  static const char *const omnibus[] = { "as described herein",
                                         "as shown and described",
                                         "as hereinbefore described",
                                         "as herein described",
                                         "as described in the specification",
                                         "substantially as described",
                                         "as described and shown",
                                         NULL };
  gsize length;
  gsize at;

  if (!form->chinese)
    {
      at = cs_claim_form_find (form, 0, omnibus, &length);
      if (at < form->folded->n_bytes)
        cs_claim_form_report (form, "omnibus", CS_CERTAINTY_CERTAIN, at, at + length);
      return;
    }

  at = cs_claim_form_find (form, 0, chinese, &length);
  if (at < form->folded->n_bytes && !g_str_has_prefix (form->folded->text + at, "如说明书附图"))
    {
      static const char *const ends[] = { "所述", "所示", NULL };
      gsize end = cs_claim_form_find (form, at + length, ends, &length);

      cs_claim_form_report (form, "description-part", CS_CERTAINTY_LIKELY, at,
                            MIN (end + length, form->folded->n_bytes));
    }
}

/* Rules (2023) r. 22(3): chemical and mathematical formulae, no pictures. */
static void
check_pictures (const CsClaimForm *form)
{
  CsDraft *draft = cs_exam_get_draft (form->context);
  const CsUnit *unit = cs_draft_get_unit (draft, CS_PART_CLAIMS, form->claim->index);
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (draft->texts[CS_PART_CLAIMS], &n_objects);

  for (guint i = 0; i < n_objects; i++)
    if (objects[i].kind == CS_OBJECT_IMAGE && objects[i].at >= unit->start &&
        objects[i].at < unit->end)
      {
        gsize at = objects[i].at - unit->start;

        cs_exam_report_claim (form->context, "picture", CS_CERTAINTY_LIKELY, form->claim,
                              (CsRange){ at, at + strlen (CS_OBJECT_CHARACTER) });
      }
}

void
cs_claim_form_check_figures (const CsClaimForm *form)
{
  check_figures (form);
  check_description_part (form);
  check_pictures (form);
}
