#include "broken.h"

SLOTS({4711, (void *)NAME})
