#include "broken.h"

INIT
{
    PyErr_SetString(PyExc_LookupError, "no luck today");
    return NULL;
}
