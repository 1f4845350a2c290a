#include "cs-docx-write-layout.h"

#include <string.h>

#define ABSTRACT_NAMES       \
  {                          \
    "说明书摘要", "ABSTRACT" \
  }
#define CLAIMS_NAMES       \
  {                        \
    "权利要求书", "CLAIMS" \
  }
#define DRAWINGS_NAMES       \
  {                          \
    "说明书附图", "DRAWINGS" \
  }

/* CNIPA: the template of the office has each book in a section of its own, and its name in the head
 * of the pages and nowhere else, so that no converter takes it for text. A4, margins 25, 25, 15 and
 * 15 mm: Guidelines 1-1, 4.6. */
static const CsDocxLayout chinese = {
  .office = CS_OFFICE_CN,
  .width_mm = 210,
  .height_mm = 297,
  .top_mm = 25,
  .left_mm = 25,
  .right_mm = 15,
  .bottom_mm = 15,
  .line_percent = 150,
  .counts_pages_anew = TRUE,
  .books = {
      { .part = CS_PART_ABSTRACT, .header = ABSTRACT_NAMES },
      { .part = CS_PART_CLAIMS, .header = CLAIMS_NAMES },
      { .part = CS_PART_DESCRIPTION, .header = { "说明书", "DESCRIPTION" } },
      { .part = CS_PART_FIGURES, .header = DRAWINGS_NAMES },
  },
  .n_books = 4,
};

/* USPTO: the order of 37 CFR 1.77(b) and 1.52: claims and abstract begin a page; letter paper,
 * double spaced, pages numbered throughout. */
static const CsDocxLayout american = {
  .office = CS_OFFICE_US,
  .width_mm = 215.9,
  .height_mm = 279.4,
  .top_mm = 25.4,
  .left_mm = 25.4,
  .right_mm = 25.4,
  .bottom_mm = 25.4,
  .line_percent = 200,
  .numbers_every_paragraph = TRUE,
  .books = {
      { .part = CS_PART_DESCRIPTION },
      { .part = CS_PART_CLAIMS, .heading = { "权利要求书", "What is claimed is:" } },
      { .part = CS_PART_ABSTRACT, .heading = ABSTRACT_NAMES },
      { .part = CS_PART_FIGURES, .heading = DRAWINGS_NAMES },
  },
  .n_books = 4,
};

/* EPO and PCT: EPC r. 49 and the decision of the President of 25 November 2022, PCT r. 11: A4,
 * spaced one and a half, pages numbered throughout. */
static const CsDocxLayout european = {
  .office = CS_OFFICE_EP,
  .width_mm = 210,
  .height_mm = 297,
  .top_mm = 25,
  .left_mm = 25,
  .right_mm = 20,
  .bottom_mm = 20,
  .line_percent = 150,
  .numbers_every_paragraph = TRUE,
  .books = {
      { .part = CS_PART_DESCRIPTION },
      { .part = CS_PART_CLAIMS, .heading = CLAIMS_NAMES },
      { .part = CS_PART_ABSTRACT, .heading = ABSTRACT_NAMES },
      { .part = CS_PART_FIGURES, .heading = DRAWINGS_NAMES },
  },
  .n_books = 4,
};

const CsDocxLayout *
cs_docx_layout_find (CsOffice office, const CsDraft *draft)
{
  if (office == CS_OFFICE_UNKNOWN)
    office = draft->request->office;
  if (office == CS_OFFICE_UNKNOWN)
    office = strcmp (draft->language, "zh") == 0 ? CS_OFFICE_CN : CS_OFFICE_US;
  if (office == CS_OFFICE_CN)
    return &chinese;

  return office == CS_OFFICE_US ? &american : &european;
}

void
cs_docx_layout_get_text_mm (const CsDocxLayout *layout, double *width, double *height)
{
  *width = layout->width_mm - layout->left_mm - layout->right_mm;
  *height = layout->height_mm - layout->top_mm - layout->bottom_mm;
}
