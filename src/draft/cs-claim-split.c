#include "cs-claim-split.h"
