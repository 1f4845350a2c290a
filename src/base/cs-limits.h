#pragma once

/* Limits that keep a hostile or broken input from taking the machine. Each has its own error,
 * which names the limit; none is a matter of taste. */

#define CS_MAX_FILE_BYTES (512 * 1024 * 1024)      /* one input file or standard input */
#define CS_MAX_ZIP_ENTRY_BYTES (256 * 1024 * 1024) /* one unpacked entry */
#define CS_MAX_ZIP_STREAM_BYTES (1LL << 32)        /* one that is read in pieces */
#define CS_MAX_ZIP_ENTRIES 10000                   /* entries in one package */
#define CS_MAX_ZIP_RATIO 200                       /* unpacked to packed bytes, above 1 MB */
#define CS_MAX_UNPACKED_BYTES (16ull << 30)        /* of a ZIP that is read bit by bit */
#define CS_MAX_XML_DEPTH 256                       /* nested elements */
#define CS_MAX_XML_NODE_BYTES (10 * 1024 * 1024)   /* one text node or attribute */
#define CS_MAX_PART_BYTES (16 * 1024 * 1024)       /* claims, description, ... of one draft */
#define CS_MAX_IMAGE_PIXELS (64 * 1024 * 1024)     /* of a picture that is decoded */
#define CS_MAX_EDITED_BYTES (2 * 1024 * 1024)      /* an edited part; larger ones are read-only */
#define CS_MAX_CLAIMS 10000                        /* claims of one draft */
#define CS_MAX_PARAGRAPHS 200000                   /* paragraphs of one part */
#define CS_MAX_CLAIM_NUMBER 99999                  /* a printed claim number */
#define CS_MAX_PATHS 80                            /* dependency paths followed per claim */
#define CS_MAX_DEPENDS 1000                        /* claims one claim depends on or quotes */
#define CS_MAX_NOTES 1000                          /* reading notes kept per draft */
#define CS_MAX_FINDINGS 200                        /* of one rule in one claim or paragraph */
#define CS_MAX_PDF_PAGES 5000                      /* of a PDF whose text is taken */
#define CS_MAX_RECORD_BYTES (64 * 1024 * 1024)     /* text of one record of a publication */
#define CS_MAX_RECORD_NODES 2000000                /* elements and texts of one record */
#define CS_MAX_CHECKLIST_BYTES (8 * 1024 * 1024)   /* one checklist or word list */
#define CS_MAX_TABLE_COLUMNS 1024                  /* of a table of records */
#define CS_MAX_CELL_BYTES (1024 * 1024)            /* one cell of such a table */
#define CS_MAX_ROW_BYTES (4 * 1024 * 1024)         /* one row of it */
