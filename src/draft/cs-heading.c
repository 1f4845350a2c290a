#include "cs-heading.h"
