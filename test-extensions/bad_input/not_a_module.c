#include "broken.h"

INIT
{
    return PyLong_FromLong(7);
}
