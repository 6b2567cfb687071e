/* Python.h of Jabiru: the limited API of Python 3.2 to 3.14.
   Py_LIMITED_API chooses the version, as in CPython; without it: 3.14. */
#ifndef Py_PYTHON_H
#define Py_PYTHON_H

#ifndef Py_LIMITED_API
#define Py_LIMITED_API 0x030e0000
#define Py_UNCHECKED_NAMES
#endif

#include "patchlevel.h"
#include "pyconfig.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <wchar.h>

#include "pyport.h"
#include "pytypedefs.h"
#include "object.h"
#include "methodobject.h"
#include "moduleobject.h"
#include "descrobject.h"
#include "pybuffer.h"
#include "typeslots.h"
#include "structseq.h"
#include "pystate.h"
#include "modsupport.h"

#ifdef __cplusplus
extern "C" {
#endif
#include "generated/all.h"
#ifdef __cplusplus
}
#endif

#include "refcount.h"
#include "singletons.h"
#include "typechecks.h"
#include "macros.h"
#ifdef Py_UNCHECKED_NAMES
#include "unchecked.h"
#endif

#endif
