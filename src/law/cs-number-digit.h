#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_number_check_digit_cn:
 * @number: a Chinese application number without its check digit: 12 digits since October 2003, 8
 *   digits before
 *
 * The last digit of a Chinese application number, behind the point, follows from the others: each
 * is multiplied by 2 to 9 and again from 2, and the sum is taken modulo 11; ten is written X.
 * Source: standard ZC 0006-2003 of the office; the older numbers by the same weights.
 *
 * Returns: '0' to '9' or 'X'; NUL when @number has another form
 */
char cs_number_check_digit_cn (const char *number);

/**
 * cs_number_check_digit_ep:
 * @number: a European application number without its check digit: 8 digits
 *
 * The digit behind the point brings the sum to a multiple of ten: digits are multiplied by 1 and 2
 * in turn, and the digits of the products added up. Source: recorded applications of the EPO.
 *
 * Returns: '0' to '9'; NUL when @number has another form
 */
char cs_number_check_digit_ep (const char *number);

G_END_DECLS
