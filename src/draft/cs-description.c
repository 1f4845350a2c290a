#include "cs-description.h"
#include "cs-figure-scan.h"
#include "cs-sign-table.h"

struct _CsDescription
{
  GArray *sections; /* CsSection */
  GArray *figures;  /* CsFigureMention */
  GArray *signs;    /* CsSign */
};

static void
sign_clear (gpointer data)
{
  CsSign *sign = data;

  g_free (sign->sign);
  g_free (sign->name);
}

CsDescription *
cs_description_ref (CsDescription *description)
{
  return g_atomic_rc_box_acquire (description);
}

static void
cs_description_clear (gpointer data)
{
  CsDescription *description = data;

  g_array_unref (description->sections);
  g_array_unref (description->figures);
  g_array_unref (description->signs);
}

void
cs_description_unref (CsDescription *description)
{
  g_atomic_rc_box_release_full (description, cs_description_clear);
}

const GArray *
cs_description_get_sections (const CsDescription *description)
{
  return description->sections;
}

const CsSection *
cs_description_find_section (const CsDescription *description, CsHeading heading)
{
  for (guint i = 0; i < description->sections->len; i++)
    {
      const CsSection *section = &g_array_index (description->sections, CsSection, i);

      if (section->heading == heading)
        return section;
    }

  return NULL;
}

const GArray *
cs_description_get_figures (const CsDescription *description)
{
  return description->figures;
}

/* Index of the first mention that does not stand before unit @index of @part. */
static guint
first_mention (const GArray *figures, CsPart part, guint index)
{
  guint low = 0;
  guint high = figures->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const CsSpan *span = &g_array_index (figures, CsFigureMention, middle).span;

      if (span->part < part || (span->part == part && span->index < index))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const CsFigureMention *
cs_description_find_figures (const CsDescription *description,
                             CsPart part,
                             guint index,
                             guint *n_figures)
{
  guint first = first_mention (description->figures, part, index);

  *n_figures = first_mention (description->figures, part, index + 1) - first;
  if (*n_figures == 0)
    return NULL;

  return (const CsFigureMention *)(gpointer)description->figures->data + first;
}

const GArray *
cs_description_get_signs (const CsDescription *description)
{
  return description->signs;
}

static CsSection *
last_section (CsDescription *description)
{
  return &g_array_index (description->sections, CsSection, description->sections->len - 1);
}

/* Sub-headings of our own making ("Example 1") stay inside the section they stand in. */
static void
find_sections (CsDescription *description, const CsDraft *draft)
{
  guint n_units = cs_draft_get_n_units (draft, CS_PART_DESCRIPTION);
  CsSection front = { CS_HEADING_NONE, CS_NO_INDEX, 0, n_units, TRUE };

  g_array_append_val (description->sections, front);
  for (guint i = 0; i < n_units; i++)
    {
      CsReading *reading = cs_draft_get_reading (draft, CS_PART_DESCRIPTION, i);
      CsSection section = { .unit = i, .first = i + 1, .end = n_units, .standard = FALSE };

      section.heading = cs_reading_get_heading (reading, &section.standard);
      if (section.heading == CS_HEADING_NONE || cs_heading_is_part (section.heading))
        continue;
      last_section (description)->end = i;
      g_array_append_val (description->sections, section);
    }
}

static CsHeading
heading_at (const CsDescription *description, guint unit, guint *section)
{
  const GArray *sections = description->sections;

  while (*section + 1 < sections->len &&
         g_array_index (sections, CsSection, *section + 1).unit <= unit)
    (*section)++;

  return g_array_index (sections, CsSection, *section).heading;
}

static void
add_figures (CsDescription *description, CsReading *reading, CsSpan where, gboolean listing)
{
  const GArray *figures = cs_reading_get_figures (reading);

  for (guint i = 0; i < figures->len; i++)
    {
      CsFigureMention mention = g_array_index (figures, CsFigureMention, i);

      mention.label = g_strdup (mention.label);
      mention.span.part = where.part;
      mention.span.index = where.index;
      mention.listed = mention.listed && listing;
      g_array_append_val (description->figures, mention);
    }
}

static void
scan_part (CsDescription *description, const CsDraft *draft, CsPart part)
{
  guint section = 0;

  for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
    {
      CsSpan where = { part, i, 0, 0 };
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, part, i, &n_bytes);
      CsHeading heading =
          part == CS_PART_DESCRIPTION ? heading_at (description, i, &section) : CS_HEADING_NONE;

      add_figures (description, cs_draft_get_reading (draft, part, i), where,
                   heading == CS_HEADING_FIGURES);
      if (heading == CS_HEADING_FIGURES || heading == CS_HEADING_SIGNS)
        cs_sign_table_scan (text, n_bytes, where, heading == CS_HEADING_SIGNS, description->signs);
    }
}

CsDescription *
cs_description_new (CsDraft *draft)
{
  CsDescription *description = g_atomic_rc_box_new0 (CsDescription);

  description->sections = g_array_new (FALSE, FALSE, sizeof (CsSection));
  description->figures = cs_figure_mentions_new ();
  description->signs = g_array_new (FALSE, FALSE, sizeof (CsSign));
  g_array_set_clear_func (description->signs, sign_clear);

  find_sections (description, draft);
  scan_part (description, draft, CS_PART_ABSTRACT);
  scan_part (description, draft, CS_PART_CLAIMS);
  scan_part (description, draft, CS_PART_DESCRIPTION);

  return description;
}
