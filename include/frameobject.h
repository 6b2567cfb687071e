/* The frame functions of the limited API are in Python.h; code that asks for this header gets no
 * more. */
#ifndef Py_FRAMEOBJECT_H
#define Py_FRAMEOBJECT_H
#endif
