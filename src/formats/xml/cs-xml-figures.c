#include <string.h>

#include "cs-xml-figures.h"

#define MAX_LABELS 64 /* figures on one sheet */

struct _CsXmlFigures
{
  CsXmlReading reading;
  char **labels; /* of the drawing that is open: mostly one; NULL when it has none */
  gboolean is_cover;
  gboolean in_abstract;
  gboolean has_abstract_figure;
  char *abstract_sha256;
};

CsXmlFigures *
cs_xml_figures_new (const CsXmlReading *reading)
{
  CsXmlFigures *figures = g_new0 (CsXmlFigures, 1);

  figures->reading = *reading;

  return figures;
}

void
cs_xml_figures_free (CsXmlFigures *figures)
{
  g_strfreev (figures->labels);
  g_free (figures->abstract_sha256);
  g_free (figures);
}

void
cs_xml_figures_set_in_abstract (CsXmlFigures *figures, gboolean in_abstract)
{
  figures->in_abstract = in_abstract;
}

gboolean
cs_xml_figures_is_in_abstract (const CsXmlFigures *figures)
{
  return figures->in_abstract;
}

const CsImage *
cs_xml_figures_find_image (CsXmlFigures *figures, const char *name, CsPart part)
{
  const CsXmlReading *reading = &figures->reading;
  const CsImage *image;

  if (reading->images == NULL || name == NULL)
    return NULL;

  image = reading->images->find (reading->images->data, name);
  if (image == NULL && !reading->dialect->lacks_images)
    cs_draft_builder_add_note (reading->builder, "missing-image", name, part,
                               cs_xml_get_line (reading->xml));
  return image;
}

/* As the drawings print it. Files of the EPO tell which figures a drawing shows: "2A,2B" is Fig. 2A
 * and Fig. 2B. */
static char **
dup_labels (const CsXmlFigures *figures, const CsXmlElement *element)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_autofree char *label = cs_xml_element_dup (element, "figure-labels");
  g_autofree char *number = cs_xml_element_dup (element, "num");
  g_auto (GStrv) numbers = NULL;

  if (label == NULL)
    label = cs_xml_element_dup (element, "figureLabels");
  if (label != NULL)
    g_strv_builder_add (labels, label);
  else if (number == NULL || *number == '\0' || figures->reading.dialect->office != CS_OFFICE_EP)
    return NULL;
  else
    numbers = g_strsplit (number, ",", MAX_LABELS);

  for (guint i = 0; numbers != NULL && numbers[i] != NULL; i++)
    {
      g_autofree char *printed = g_strconcat ("Fig. ", g_strstrip (numbers[i]), NULL);

      g_strv_builder_add (labels, printed);
    }

  return g_strv_builder_end (labels);
}

void
cs_xml_figures_begin (CsXmlFigures *figures, const CsXmlElement *element)
{
  g_strfreev (figures->labels);
  figures->labels = dup_labels (figures, element);
  figures->is_cover = cs_xml_element_is (element, "num", "00000");
}

void
cs_xml_figures_end (CsXmlFigures *figures)
{
  g_clear_pointer (&figures->labels, g_strfreev);
}

static double
get_millimetres (const CsXmlElement *element, const char *name)
{
  g_autofree char *value = cs_xml_element_dup (element, name);
  double millimetres = value == NULL ? 0 : g_ascii_strtod (value, NULL);

  return millimetres > 0 && millimetres < 10000 ? millimetres : 0;
}

/* The bytes of a picture know its format better than its name or its attribute: CNIPA's own tool
 * calls every picture "tif". */
static char *
figure_format (const CsXmlElement *element, const CsImage *image, const char *name)
{
  const char *dot = name == NULL ? NULL : strrchr (name, '.');

  if (image != NULL && image->format != NULL)
    return g_strdup (image->format);
  if (dot != NULL && strlen (dot) > 1)
    return g_ascii_strdown (dot + 1, -1);

  return cs_xml_element_dup (element, "img-format");
}

static CsFigure
make_figure (const CsXmlElement *element, const char *file, const CsImage *image)
{
  CsFigure figure = {
    .file = g_strdup (file),
    .format = figure_format (element, image, file),
    .sha256 = image == NULL ? NULL : g_strdup (image->sha256),
    .width_mm = get_millimetres (element, "wi"),
    .height_mm = get_millimetres (element, "he"),
  };

  if (image != NULL)
    cs_image_describe (image, &figure);

  return figure;
}

static void
set_abstract_image (CsXmlFigures *figures, const char *file)
{
  const CsImage *image = cs_xml_figures_find_image (figures, file, CS_PART_ABSTRACT);

  g_free (figures->abstract_sha256);
  figures->abstract_sha256 = image == NULL ? NULL : g_strdup (image->sha256);
  figures->has_abstract_figure = TRUE;
}

void
cs_xml_figures_add (CsXmlFigures *figures, const CsXmlElement *element, const char *file)
{
  static const char *const unlabelled[] = { "", NULL };
  const char *const *labels =
      figures->labels == NULL ? unlabelled : (const char *const *)figures->labels;
  const CsImage *image;

  if (figures->in_abstract)
    {
      set_abstract_image (figures, file);
      return;
    }
  /* USPTO repeats one sheet for the front page. */
  if (figures->is_cover || cs_xml_element_is (element, "ID", "EMI-D00000"))
    return;

  image = cs_xml_figures_find_image (figures, file, CS_PART_FIGURES);
  for (guint i = 0; labels[i] != NULL; i++)
    {
      CsFigure figure = make_figure (element, file, image);

      figure.label = g_strdup (labels[i]);
      cs_draft_builder_add_figure (figures->reading.builder, &figure);
    }
}

/* The figure of the abstract is a copy of one of the drawings: the same bytes tell which. */
char *
cs_xml_figures_dup_abstract (const CsXmlFigures *figures, const CsDraft *draft)
{
  if (!figures->has_abstract_figure)
    return NULL;

  for (guint i = 0; figures->abstract_sha256 != NULL && i < draft->figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (draft->figures, CsFigure, i);

      if (g_strcmp0 (figure->sha256, figures->abstract_sha256) == 0)
        return g_strdup (figure->label);
    }

  return g_strdup ("");
}
