/* Calling Python from C with C arguments. */
#include "jabiru.h"

/* A new tuple of the built values; one value that is not a tuple is the only argument. */
static PyObject *build_arguments(const char *format, va_list va)
{
    if (format == NULL || *format == '\0') {
        return new_ref(jabiru_empty_tuple);
    }
    PyObject *built = Py_VaBuildValue(format, va);
    if (built == NULL || PyTuple_Check(built)) {
        return built;
    }
    PyObject *tuple = PyTuple_Pack(1, built);
    Py_DECREF(built);
    return tuple;
}

static PyObject *call_with_format(PyObject *callable, const char *format, va_list va)
{
    PyObject *args = build_arguments(format, va);
    if (args == NULL) {
        return NULL;
    }
    PyObject *result = PyObject_Call(callable, args, NULL);
    Py_DECREF(args);
    return result;
}

static PyObject *call_function(PyObject *callable, const char *format, va_list va)
{
    if (callable == NULL) {
        jabiru_null_argument();
        return NULL;
    }
    return call_with_format(callable, format, va);
}

static PyObject *call_method(PyObject *obj, const char *name, const char *format, va_list va)
{
    if (obj == NULL || name == NULL) {
        jabiru_null_argument();
        return NULL;
    }
    PyObject *method = PyObject_GetAttrString(obj, name);
    if (method == NULL) {
        return NULL;
    }
    PyObject *result = NULL;
    if (PyCallable_Check(method)) {
        result = call_with_format(method, format, va);
    } else {
        PyErr_Format(
            PyExc_TypeError, "attribute of type '%.200s' is not callable", TYPE(method)->tp_name);
    }
    Py_DECREF(method);
    return result;
}

#define FORMATTED_CALL(last, call)                                                                 \
    va_list va;                                                                                    \
    va_start(va, last);                                                                            \
    PyObject *result = call;                                                                       \
    va_end(va);                                                                                    \
    return result

PyObject *PyObject_CallFunction(PyObject *callable, const char *format, ...)
{
    FORMATTED_CALL(format, call_function(callable, format, va));
}

PyObject *_PyObject_CallFunction_SizeT(PyObject *callable, const char *format, ...)
{
    FORMATTED_CALL(format, call_function(callable, format, va));
}

PyObject *PyEval_CallFunction(PyObject *callable, const char *format, ...)
{
    FORMATTED_CALL(format, call_function(callable, format, va));
}

PyObject *PyObject_CallMethod(PyObject *obj, const char *name, const char *format, ...)
{
    FORMATTED_CALL(format, call_method(obj, name, format, va));
}

PyObject *_PyObject_CallMethod_SizeT(PyObject *obj, const char *name, const char *format, ...)
{
    FORMATTED_CALL(format, call_method(obj, name, format, va));
}

PyObject *PyEval_CallMethod(PyObject *obj, const char *name, const char *format, ...)
{
    FORMATTED_CALL(format, call_method(obj, name, format, va));
}

/* A new tuple of the objects up to NULL. */
static PyObject *pack_objects(va_list va)
{
    va_list counted;
    va_copy(counted, va);
    Py_ssize_t count = 0;
    while (va_arg(counted, PyObject *) != NULL) {
        count++;
    }
    va_end(counted);
    PyObject *tuple = PyTuple_New(count);
    for (Py_ssize_t i = 0; tuple != NULL && i < count; i++) {
        ((PyTupleObject *)tuple)->ob_item[i] = new_ref(va_arg(va, PyObject *));
    }
    return tuple;
}

static PyObject *call_objects(PyObject *callable, va_list va)
{
    PyObject *args = pack_objects(va);
    PyObject *result = args == NULL ? NULL : PyObject_Call(callable, args, NULL);
    Py_XDECREF(args);
    return result;
}

static PyObject *call_method_objects(PyObject *obj, PyObject *name, va_list va)
{
    PyObject *method = PyObject_GetAttr(obj, name);
    PyObject *result = method == NULL ? NULL : call_objects(method, va);
    Py_XDECREF(method);
    return result;
}

PyObject *PyObject_CallFunctionObjArgs(PyObject *callable, ...)
{
    if (callable == NULL) {
        jabiru_null_argument();
        return NULL;
    }
    FORMATTED_CALL(callable, call_objects(callable, va));
}

PyObject *PyObject_CallMethodObjArgs(PyObject *obj, PyObject *name, ...)
{
    if (obj == NULL || name == NULL) {
        jabiru_null_argument();
        return NULL;
    }
    FORMATTED_CALL(name, call_method_objects(obj, name, va));
}

PyObject *PyObject_CallNoArgs(PyObject *func)
{
    return PyObject_CallObject(func, NULL);
}

PyObject *PyEval_CallObjectWithKeywords(PyObject *callable, PyObject *args, PyObject *kwargs)
{
    if (args != NULL && !PyTuple_Check(args)) {
        PyErr_SetString(PyExc_TypeError, "argument list must be a tuple");
        return NULL;
    }
    if (kwargs != NULL && !PyDict_Check(kwargs)) {
        PyErr_SetString(PyExc_TypeError, "keyword list must be a dictionary");
        return NULL;
    }
    return PyObject_Call(callable, args == NULL ? jabiru_empty_tuple : args, kwargs);
}

/* What a Python function does whose function of C was exchanged: it comes first of the arguments.
 */
static PyObject *exchanged(PyObject *self, PyObject *const *args, Py_ssize_t count, PyObject *names)
{
    vectorcallfunc function = (vectorcallfunc)PyCapsule_GetPointer(self, NULL);
    return function == NULL ? NULL : function(args[0], args + 1, (size_t)count - 1, names);
}

void PyFunction_SetVectorcall(PyObject *func, vectorcallfunc vectorcall)
{
    static PyMethodDef definition = {
        "vectorcall", (PyCFunction)(void (*)(void))exchanged, METH_FASTCALL | METH_KEYWORDS, NULL};
    PyObject *capsule = PyCapsule_New((void *)vectorcall, NULL, NULL);
    PyObject *callable = capsule == NULL ? NULL : PyCFunction_NewEx(&definition, capsule, NULL);
    if (callable != NULL) {
        jabiru_function_exchange(func, callable);
    }
    Py_XDECREF(callable);
    Py_XDECREF(capsule);
}

PyObject *PyCFunction_Call(PyObject *func, PyObject *args, PyObject *kwargs)
{
    return PyObject_Call(func, args, kwargs);
}

Py_ssize_t PyVectorcall_NARGS(size_t nargsf)
{
    return (Py_ssize_t)(nargsf & ~PY_VECTORCALL_ARGUMENTS_OFFSET);
}

static vectorcallfunc vectorcall_of(PyObject *callable)
{
    PyTypeObject *type = TYPE(callable);
    if (!(type->tp_flags & Py_TPFLAGS_HAVE_VECTORCALL) || type->tp_vectorcall_offset <= 0) {
        return NULL;
    }
    return *(vectorcallfunc *)((char *)callable + type->tp_vectorcall_offset);
}

void *PyVectorcall_Function(PyObject *callable)
{
    vectorcallfunc function = vectorcall_of(callable);
    if (function == NULL && (TYPE(callable)->tp_flags & Py_TPFLAGS_HAVE_VECTORCALL)) {
        /* CPython: one in the object; here: Java's callables have none of their own. */
        function = java_PyObject_Vectorcall;
    }
    return (void *)function;
}

PyObject *PyObject_Vectorcall(
    PyObject *callable, PyObject *const *args, size_t nargsf, PyObject *kwnames)
{
    vectorcallfunc function = callable == NULL ? NULL : vectorcall_of(callable);
    return function == NULL ? java_PyObject_Vectorcall(callable, args, nargsf, kwnames)
                            : function(callable, args, nargsf, kwnames);
}

/* Without keywords Java gets the arguments themselves, and does not come to know the tuple. */
PyObject *PyObject_Call(PyObject *callable, PyObject *args, PyObject *kwargs)
{
    if (callable == NULL || args == NULL || kwargs != NULL || !PyTuple_Check(args)) {
        return java_PyObject_Call(callable, args, kwargs);
    }
    return java_PyObject_Vectorcall(
        callable, ((PyTupleObject *)args)->ob_item, (size_t)Py_SIZE(args), NULL);
}

PyObject *PyObject_CallObject(PyObject *callable, PyObject *args)
{
    return PyObject_Call(callable, args == NULL ? jabiru_empty_tuple : args, NULL);
}

/* Positional arguments, then the values of the dict, whose names go to a new tuple. */
static PyObject *flatten(PyObject *tuple, PyObject *dict, PyObject **flat)
{
    Py_ssize_t count = PyTuple_Size(tuple);
    memcpy(flat, ((PyTupleObject *)tuple)->ob_item, (size_t)count * sizeof *flat);
    PyObject *names = PyTuple_New(PyDict_Size(dict));
    Py_ssize_t position = 0;
    PyObject *key;
    PyObject *value;
    for (Py_ssize_t i = 0; names != NULL && PyDict_Next(dict, &position, &key, &value); i++) {
        ((PyTupleObject *)names)->ob_item[i] = new_ref(key);
        flat[count + i] = value;
    }
    return names;
}

PyObject *PyVectorcall_Call(PyObject *callable, PyObject *tuple, PyObject *dict)
{
    /* Also of an object whose type has another __call__, and so no flag any more. */
    Py_ssize_t offset = TYPE(callable)->tp_vectorcall_offset;
    vectorcallfunc function = offset <= 0 ? NULL : *(vectorcallfunc *)((char *)callable + offset);
    if (function == NULL && jabiru_in_arena(callable) &&
        (jabiru_prefix_of(callable)->flags & FLAG_PROXY) &&
        TYPE(callable)->tp_call != PyVectorcall_Call) {
        return PyObject_Call(callable, tuple, dict); /* Java's functions have no pointer for it */
    }
    if (function == NULL) {
        PyErr_Format(PyExc_TypeError, "'%.200s' object does not support vectorcall",
            TYPE(callable)->tp_name);
        return NULL;
    }
    Py_ssize_t count = PyTuple_Size(tuple);
    if (dict == NULL || PyDict_Size(dict) == 0) {
        return function(callable, ((PyTupleObject *)tuple)->ob_item, (size_t)count, NULL);
    }
    PyObject **flat = malloc((size_t)(count + PyDict_Size(dict)) * sizeof *flat);
    if (flat == NULL) {
        return PyErr_NoMemory();
    }
    PyObject *names = flatten(tuple, dict, flat);
    PyObject *result = names == NULL ? NULL : function(callable, flat, (size_t)count, names);
    Py_XDECREF(names);
    free(flat);
    return result;
}
