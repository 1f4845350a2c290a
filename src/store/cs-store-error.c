#include "cs-store-error.h"

G_DEFINE_QUARK (cs_store_error_quark, cs_store_error)
