/* What the timed extensions share. */
#ifndef BENCH_H
#define BENCH_H

#include <Python.h>

/* A row: a function (count, object) that does something `count` times and returns None. BODY may
   use `object`; it breaks out of the loop with FAIL. */
#define ROW(name, setup, body, cleanup)                                                            \
    static PyObject *name(PyObject *self, PyObject *const *args, Py_ssize_t nargs)                 \
    {                                                                                              \
        (void)self;                                                                                \
        Py_ssize_t count = PyLong_AsSsize_t(args[0]);                                              \
        PyObject *object = nargs > 1 ? args[1] : NULL;                                             \
        (void)object;                                                                              \
        setup;                                                                                     \
        for (Py_ssize_t i = 0; i < count; i++) {                                                   \
            body;                                                                                  \
        }                                                                                          \
        goto done;                                                                                 \
    done:                                                                                          \
        cleanup;                                                                                   \
        if (PyErr_Occurred()) return NULL;                                                         \
        return Py_NewRef(Py_None);                                                                 \
    }

#define FAIL goto done

/* A body that makes one new object and drops it. */
#define MAKE(expression)                                                                           \
    do {                                                                                           \
        PyObject *made = (expression);                                                             \
        if (made == NULL) FAIL;                                                                    \
        Py_DECREF(made);                                                                           \
    } while (0)

/* A body whose result is used, so that the compiler keeps it. */
#define USE(expression)                                                                            \
    do {                                                                                           \
        __typeof__(expression) used = (expression);                                                \
        __asm__ volatile("" : : "r"(used) : "memory");                                             \
    } while (0)

#define METHOD(name) {#name, (PyCFunction)(void (*)(void))name, METH_FASTCALL, NULL}

#define MODULE(name)                                                                               \
    static struct PyModuleDef definition = {                                                       \
        PyModuleDef_HEAD_INIT, .m_name = #name, .m_methods = methods};                             \
    PyMODINIT_FUNC PyInit_##name(void)                                                             \
    {                                                                                              \
        return PyModuleDef_Init(&definition);                                                      \
    }

#endif
