/* Locks and thread-local storage: everything is in Python.h. */
#ifndef Py_PYTHREAD_H
#define Py_PYTHREAD_H
#include "Python.h"
#endif
