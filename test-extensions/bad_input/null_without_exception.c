#include "broken.h"

INIT
{
    return NULL;
}
