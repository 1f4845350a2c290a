#include "families.h"

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);

  return g_test_run ();
}
