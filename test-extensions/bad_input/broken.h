/* What the broken extensions share: PyInit_ of the module that the build names. */
#ifndef JABIRU_BROKEN_H
#define JABIRU_BROKEN_H
#include <Python.h>
#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)
#define INIT PyMODINIT_FUNC JOIN(PyInit_, MODULE)(void)
#define STRING2(a) #a
#define STRING(a) STRING2(a)
#define NAME STRING(MODULE)

/* A module of several phases with just these slots. */
#define SLOTS(...)                                                                                 \
    static PyModuleDef_Slot slots[] = {__VA_ARGS__, {0, NULL}};                                    \
    static struct PyModuleDef definition = {                                                       \
        PyModuleDef_HEAD_INIT, .m_name = NAME, .m_slots = slots};                                  \
    INIT                                                                                           \
    {                                                                                              \
        return PyModuleDef_Init(&definition);                                                      \
    }
#endif
