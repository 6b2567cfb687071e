/* Argument parsing: parse(format, args) gives what the format unit stored. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>

#define PARSE(name, declaration, format, targets, result)                                          \
    static PyObject *name(PyObject *self, PyObject *args)                                          \
    {                                                                                              \
        declaration;                                                                               \
        if (!PyArg_ParseTuple(args, format, targets)) return NULL;                                 \
        return result;                                                                             \
    }

#define COMMA ,

PARSE(unit_b, unsigned char v, "b", &v, PyLong_FromLong(v))
PARSE(unit_B, unsigned char v, "B", &v, PyLong_FromLong(v))
PARSE(unit_h, short v, "h", &v, PyLong_FromLong(v))
PARSE(unit_H, unsigned short v, "H", &v, PyLong_FromLong(v))
PARSE(unit_i, int v, "i", &v, PyLong_FromLong(v))
PARSE(unit_I, unsigned int v, "I", &v, PyLong_FromUnsignedLong(v))
PARSE(unit_l, long v, "l", &v, PyLong_FromLong(v))
PARSE(unit_k, unsigned long v, "k", &v, PyLong_FromUnsignedLong(v))
PARSE(unit_L, long long v, "L", &v, PyLong_FromLongLong(v))
PARSE(unit_K, unsigned long long v, "K", &v, PyLong_FromUnsignedLongLong(v))
PARSE(unit_n, Py_ssize_t v, "n", &v, PyLong_FromSsize_t(v))
PARSE(unit_c, char v, "c", &v, PyBytes_FromStringAndSize(&v, 1))
PARSE(unit_C, int v, "C", &v, PyLong_FromLong(v))
PARSE(unit_f, float v, "f", &v, PyFloat_FromDouble(v))
PARSE(unit_d, double v, "d", &v, PyFloat_FromDouble(v))
PARSE(unit_p, int v, "p", &v, PyLong_FromLong(v))
PARSE(unit_s, const char *v, "s", &v, PyBytes_FromString(v))
PARSE(unit_z, const char *v, "z", &v, Py_BuildValue("y", v))
PARSE(unit_y, const char *v, "y", &v, PyBytes_FromString(v))
PARSE(unit_S, PyObject *v, "S", &v, Py_BuildValue("O", v))
PARSE(unit_U, PyObject *v, "U", &v, Py_BuildValue("O", v))
PARSE(unit_Y, PyObject *v, "Y", &v, Py_BuildValue("O", v))
PARSE(unit_O, PyObject *v, "O", &v, Py_BuildValue("O", v))
PARSE(unit_O_type, PyObject *v, "O!", &PyDict_Type COMMA &v, Py_BuildValue("O", v))
PARSE(nested, int a; const char *b;
    double c, "i(sd)", &a COMMA &b COMMA &c, Py_BuildValue("isd", a, b, c))
PARSE(optional, int a = -1; int b = -1;
    int c = -1, "i|ii:optional", &a COMMA &b COMMA &c, Py_BuildValue("iii", a, b, c))
PARSE(own_message, int a, "i;the message of its own", &a, PyLong_FromLong(a))

static PyObject *with_size(PyObject *args, const char *format)
{
    const char *v;
    Py_ssize_t size = -1;
    if (!PyArg_ParseTuple(args, format, &v, &size)) return NULL;
    return Py_BuildValue("y#n", v, size, size);
}

static PyObject *unit_s_size(PyObject *self, PyObject *args)
{
    return with_size(args, "s#");
}

static PyObject *unit_z_size(PyObject *self, PyObject *args)
{
    return with_size(args, "z#");
}

static PyObject *unit_y_size(PyObject *self, PyObject *args)
{
    return with_size(args, "y#");
}

static PyObject *encoded(PyObject *self, PyObject *args)
{
    char *v = NULL;
    if (!PyArg_ParseTuple(args, "es", "latin-1", &v)) return NULL;
    PyObject *result = PyBytes_FromString(v);
    PyMem_Free(v);
    return result;
}

static PyObject *encoded_size(PyObject *self, PyObject *args)
{
    char *v = NULL;
    Py_ssize_t size;
    if (!PyArg_ParseTuple(args, "et#", "utf-8", &v, &size)) return NULL;
    PyObject *result = PyBytes_FromStringAndSize(v, size);
    PyMem_Free(v);
    return result;
}

static int convert(PyObject *object, void *target)
{
    if (object == Py_None) {
        PyErr_SetString(PyExc_LookupError, "the converter refused");
        return 0;
    }
    *(Py_ssize_t *)target = PyObject_Size(object);
    return *(Py_ssize_t *)target >= 0;
}

static PyObject *converter(PyObject *self, PyObject *args)
{
    Py_ssize_t size;
    return PyArg_ParseTuple(args, "O&", convert, &size) ? PyLong_FromSsize_t(size) : NULL;
}

static PyObject *with_keywords(PyObject *self, PyObject *args, PyObject *keywords)
{
    static char *names[] = {"", "first", "second", "third", NULL};
    int only;
    int first;
    const char *second = "none";
    PyObject *third = Py_None;
    if (!PyArg_ParseTupleAndKeywords(
            args, keywords, "ii|s$O:with_keywords", names, &only, &first, &second, &third)) {
        return NULL;
    }
    return Py_BuildValue("iisO", only, first, second, third);
}

static PyObject *unpack(PyObject *self, PyObject *args)
{
    PyObject *a = NULL;
    PyObject *b = NULL;
    PyObject *c = NULL;
    if (!PyArg_UnpackTuple(args, "unpack", 1, 3, &a, &b, &c)) return NULL;
    return PyLong_FromLong((a != NULL) + 2 * (b != NULL) + 4 * (c != NULL));
}

#define METHOD(name) {#name, name, METH_VARARGS, NULL}

static PyMethodDef methods[] = {
    METHOD(unit_b),
    METHOD(unit_B),
    METHOD(unit_h),
    METHOD(unit_H),
    METHOD(unit_i),
    METHOD(unit_I),
    METHOD(unit_l),
    METHOD(unit_k),
    METHOD(unit_L),
    METHOD(unit_K),
    METHOD(unit_n),
    METHOD(unit_c),
    METHOD(unit_C),
    METHOD(unit_f),
    METHOD(unit_d),
    METHOD(unit_p),
    METHOD(unit_s),
    METHOD(unit_z),
    METHOD(unit_y),
    METHOD(unit_S),
    METHOD(unit_U),
    METHOD(unit_Y),
    METHOD(unit_O),
    METHOD(unit_O_type),
    METHOD(unit_s_size),
    METHOD(unit_z_size),
    METHOD(unit_y_size),
    METHOD(nested),
    METHOD(optional),
    METHOD(own_message),
    METHOD(encoded),
    METHOD(encoded_size),
    METHOD(converter),
    METHOD(unpack),
    {"with_keywords", (PyCFunction)(void (*)(void))with_keywords, METH_VARARGS | METH_KEYWORDS,
        NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_arg", .m_methods = methods};

PyMODINIT_FUNC PyInit_capi_arg(void)
{
    return PyModuleDef_Init(&definition);
}
