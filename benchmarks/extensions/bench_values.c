/* Timed from a loop in C: ints, floats, str, bytes, tuples, lists, and how they are parsed and
   built. */
#include "bench.h"

ROW(long_small, , MAKE(PyLong_FromLong(i & 127)), )
ROW(long_from, , MAKE(PyLong_FromLongLong(1000000 + i)), )
ROW(long_as, , USE(PyLong_AsLongLong(object)), )
ROW(long_check, , USE(PyLong_Check(object)), )
ROW(number_add, , MAKE(PyNumber_Add(object, object)), )
ROW(number_multiply_big, , MAKE(PyNumber_Multiply(object, object)), )
ROW(float_from, , MAKE(PyFloat_FromDouble(0.5 * i)), )
ROW(float_as, , USE((long)PyFloat_AsDouble(object)), )
ROW(bool_from, , MAKE(PyBool_FromLong(i & 1)), )

ROW(unicode_from_string, , MAKE(PyUnicode_FromString("some words of text")), )
ROW(unicode_as_utf8, Py_ssize_t size, USE(PyUnicode_AsUTF8AndSize(object, &size)), )
ROW(unicode_length, , USE(PyUnicode_GetLength(object)), )
ROW(unicode_read_char, , USE(PyUnicode_ReadChar(object, 3)), )
ROW(unicode_concat, , MAKE(PyUnicode_Concat(object, object)), )
ROW(unicode_compare, , USE(PyUnicode_CompareWithASCIIString(object, "some words of TEXT")), )
ROW(unicode_from_format, , MAKE(PyUnicode_FromFormat("%s has %zd of %d", "this", i, 5)), )
ROW(unicode_decode, , MAKE(PyUnicode_DecodeUTF8("caf\xc3\xa9 au lait", 13, "strict")), )
ROW(unicode_encode, , MAKE(PyUnicode_AsUTF8String(object)), )
ROW(unicode_substring, , MAKE(PyUnicode_Substring(object, 2, 7)), )

ROW(bytes_from, , MAKE(PyBytes_FromStringAndSize("some bytes of data", 18)), )
ROW(bytes_as, char *data; Py_ssize_t size, USE(PyBytes_AsStringAndSize(object, &data, &size)), )

static PyObject *three(void)
{
    PyObject *tuple = PyTuple_New(3);
    for (int i = 0; tuple != NULL && i < 3; i++) {
        PyTuple_SetItem(tuple, i, PyLong_FromLong(1000 + i));
    }
    return tuple;
}

static PyObject *list_of_three(void)
{
    PyObject *list = PyList_New(0);
    for (int i = 0; list != NULL && i < 3; i++) {
        PyObject *item = PyLong_FromLong(1000 + i);
        PyList_Append(list, item);
        Py_DECREF(item);
    }
    return list;
}

ROW(tuple_new, , MAKE(three()), )
ROW(tuple_pack, , MAKE(PyTuple_Pack(2, object, object)), )
ROW(tuple_get, , USE(PyTuple_GetItem(object, i & 7)), )
ROW(list_new, , MAKE(list_of_three()), )
ROW(list_get, , USE(PyList_GetItem(object, i & 7)), )
ROW(list_size, , USE(PyList_Size(object)), )
ROW(list_set, PyObject *item = PyLong_FromLong(123456),
    if (PyList_SetItem(object, i & 7, Py_NewRef(item)) != 0) FAIL, Py_DECREF(item))
ROW(list_append, , if (PyList_Append(object, Py_None) != 0) FAIL,
    PyList_SetSlice(object, 0, PyList_Size(object), NULL))
ROW(list_as_tuple, , MAKE(PyList_AsTuple(object)), )

ROW(build_int, , MAKE(Py_BuildValue("i", 123456)), )
ROW(build_tuple, , MAKE(Py_BuildValue("(is)", 123456, "text")), )
ROW(build_list, , MAKE(Py_BuildValue("[dd]", 0.5, 1.5)), )
ROW(build_dict, , MAKE(Py_BuildValue("{s:i}", "key", 123456)), )

ROW(parse_ints, int a; int b, if (!PyArg_ParseTuple(object, "ii", &a, &b)) FAIL, )
ROW(parse_text, const char *a;
    Py_ssize_t size, if (!PyArg_ParseTuple(object, "s#", &a, &size)) FAIL, )
ROW(parse_objects, PyObject *a;
    PyObject * b, if (!PyArg_ParseTuple(object, "O|O!", &a, &PyLong_Type, &b)) FAIL, )
ROW(parse_double, double a, if (!PyArg_ParseTuple(object, "d", &a)) FAIL, )
ROW(parse_buffer, Py_buffer view, if (!PyArg_ParseTuple(object, "y*", &view)) FAIL;
    PyBuffer_Release(&view), )

static char *keywords[] = {"first", "second", NULL};
ROW(parse_keywords, int a; int b; PyObject *none = PyTuple_New(0),
    if (!PyArg_ParseTupleAndKeywords(none, object, "i|i", keywords, &a, &b)) FAIL, Py_DECREF(none))

static PyMethodDef methods[] = {
    METHOD(long_small),
    METHOD(long_from),
    METHOD(long_as),
    METHOD(long_check),
    METHOD(number_add),
    METHOD(number_multiply_big),
    METHOD(float_from),
    METHOD(float_as),
    METHOD(bool_from),
    METHOD(unicode_from_string),
    METHOD(unicode_as_utf8),
    METHOD(unicode_length),
    METHOD(unicode_read_char),
    METHOD(unicode_concat),
    METHOD(unicode_compare),
    METHOD(unicode_from_format),
    METHOD(unicode_decode),
    METHOD(unicode_encode),
    METHOD(unicode_substring),
    METHOD(bytes_from),
    METHOD(bytes_as),
    METHOD(tuple_new),
    METHOD(tuple_pack),
    METHOD(tuple_get),
    METHOD(list_new),
    METHOD(list_get),
    METHOD(list_size),
    METHOD(list_set),
    METHOD(list_append),
    METHOD(list_as_tuple),
    METHOD(build_int),
    METHOD(build_tuple),
    METHOD(build_list),
    METHOD(build_dict),
    METHOD(parse_ints),
    METHOD(parse_text),
    METHOD(parse_objects),
    METHOD(parse_double),
    METHOD(parse_buffer),
    METHOD(parse_keywords),
    {NULL, NULL, 0, NULL},
};

MODULE(bench_values)
