/* What the code that Cython writes calls beyond the stable ABI. */
#include "jabiru.h"

/* Code that runs in C: it only describes a function, or a frame of a traceback. */
PyCodeObject *PyUnstable_Code_NewWithPosOnlyArgs(int argcount, int posonlyargcount,
    int kwonlyargcount, int nlocals, int stacksize, int flags, PyObject *code, PyObject *consts,
    PyObject *names, PyObject *varnames, PyObject *freevars, PyObject *cellvars, PyObject *filename,
    PyObject *name, PyObject *qualname, int firstlineno, PyObject *linetable,
    PyObject *exceptiontable)
{
    (void)nlocals, (void)stacksize, (void)code, (void)linetable, (void)exceptiontable;
    PyObject *fields = Py_BuildValue("(iiiiOOOOOOOOi)", argcount, posonlyargcount, kwonlyargcount,
        flags, consts, names, varnames, freevars, cellvars, filename, name, qualname, firstlineno);
    PyObject *made = fields == NULL ? NULL : jabiru_code_new(fields);
    Py_XDECREF(fields);
    return (PyCodeObject *)made;
}

PyCodeObject *PyUnstable_Code_New(int argcount, int kwonlyargcount, int nlocals, int stacksize,
    int flags, PyObject *code, PyObject *consts, PyObject *names, PyObject *varnames,
    PyObject *freevars, PyObject *cellvars, PyObject *filename, PyObject *name, PyObject *qualname,
    int firstlineno, PyObject *linetable, PyObject *exceptiontable)
{
    return PyUnstable_Code_NewWithPosOnlyArgs(argcount, 0, kwonlyargcount, nlocals, stacksize,
        flags, code, consts, names, varnames, freevars, cellvars, filename, name, qualname,
        firstlineno, linetable, exceptiontable);
}

/* Adds the caller's future statements to the first field of PyCompilerFlags. */
int PyEval_MergeCompilerFlags(void *cf)
{
    int *cf_flags = cf;
    *cf_flags |= jabiru_compiler_flags();
    return *cf_flags != 0;
}

PyObject *_PyDict_NewPresized(Py_ssize_t minused)
{
    (void)minused;
    return PyDict_New();
}

PyObject *_PyDict_GetItem_KnownHash(PyObject *mp, PyObject *key, Py_hash_t hash)
{
    (void)hash;
    return PyDict_GetItemWithError(mp, key);
}

int _PyDict_SetItem_KnownHash(PyObject *mp, PyObject *key, PyObject *item, Py_hash_t hash)
{
    (void)hash;
    return PyDict_SetItem(mp, key, item);
}

int _PyDict_SetItem_KnownHash_LockHeld(PyObject *mp, PyObject *key, PyObject *value, Py_hash_t hash)
{
    return _PyDict_SetItem_KnownHash(mp, key, value, hash);
}

/* Where a type made in C, or a class derived from one, keeps the dict of its instances; NULL where
   it is an affair of Java's alone. */
PyObject **_PyObject_GetDictPtr(PyObject *obj)
{
    Py_ssize_t offset = TYPE(obj)->tp_dictoffset;
    int of_c = jabiru_in_arena(obj) && (jabiru_prefix_of(obj)->flags & FLAG_INSTANCE) != 0;
    if (!of_c) {
        return NULL;
    }
    if (offset > 0) {
        return (PyObject **)((char *)obj + offset);
    }
    int managed = (TYPE(obj)->tp_flags & Py_TPFLAGS_MANAGED_DICT) != 0;
    return managed ? jabiru_dict_place(obj) : NULL;
}
