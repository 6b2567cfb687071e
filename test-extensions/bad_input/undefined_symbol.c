#include "broken.h"

extern int nothing_defines_this(void);

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = NAME, .m_size = -1};

INIT
{
    nothing_defines_this();
    return PyModule_Create(&definition);
}
