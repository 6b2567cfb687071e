/* Timed from a loop in C: dicts, sets, iteration, attributes, calls back, errors, buffers,
   capsules, the GIL. */
#include "bench.h"

static int methods_of_capsule;

static PyObject *dict_of_two(PyObject *value)
{
    PyObject *dict = PyDict_New();
    if (dict != NULL) {
        PyDict_SetItemString(dict, "one", value);
        PyDict_SetItemString(dict, "two", value);
    }
    return dict;
}

ROW(dict_new, , MAKE(dict_of_two(object)), )
ROW(dict_set, PyObject *key = PyUnicode_FromString("key"),
    if (PyDict_SetItem(object, key, Py_None) != 0) FAIL, Py_DECREF(key))
ROW(dict_get, PyObject *key = PyUnicode_FromString("key"),
    USE(PyDict_GetItemWithError(object, key)), Py_DECREF(key))
ROW(dict_get_string, , USE(PyDict_GetItemString(object, "key")), )
ROW(dict_contains, PyObject *key = PyUnicode_FromString("key"), USE(PyDict_Contains(object, key)),
    Py_DECREF(key))
ROW(dict_size, , USE(PyDict_Size(object)), )
ROW(dict_next, Py_ssize_t at = 0; PyObject * key;
    PyObject * value, if (!PyDict_Next(object, &at, &key, &value)) at = 0, )
ROW(set_add, , if (PySet_Add(object, Py_None) != 0) FAIL, )
ROW(set_contains, , USE(PySet_Contains(object, Py_None)), )

ROW(
    iterate, PyObject *iterator = PyObject_GetIter(object), PyObject *item = PyIter_Next(iterator);
    if (item == NULL) {
        if (PyErr_Occurred()) FAIL;
        Py_DECREF(iterator);
        iterator = PyObject_GetIter(object);
    } else { Py_DECREF(item); },
    Py_DECREF(iterator))
ROW(sequence_get, , MAKE(PySequence_GetItem(object, i & 7)), )
ROW(sequence_fast, , MAKE(PySequence_Fast(object, "no sequence")), )
ROW(mapping_get, , MAKE(PyMapping_GetItemString(object, "key")), )

ROW(get_attribute, PyObject *name = PyUnicode_InternFromString("value"),
    MAKE(PyObject_GetAttr(object, name)), Py_DECREF(name))
ROW(get_attribute_string, , MAKE(PyObject_GetAttrString(object, "value")), )
ROW(set_attribute, , if (PyObject_SetAttrString(object, "value", Py_None) != 0) FAIL, )
ROW(has_attribute, , USE(PyObject_HasAttrString(object, "missing")), )
ROW(is_instance, , USE(PyObject_IsInstance(object, (PyObject *)&PyLong_Type)), )
ROW(type_check, , USE(PyObject_TypeCheck(object, &PyDict_Type)), )
ROW(compare, , USE(PyObject_RichCompareBool(object, object, Py_LT)), )
ROW(hash, , USE(PyObject_Hash(object)), )
ROW(is_true, , USE(PyObject_IsTrue(object)), )
ROW(to_str, , MAKE(PyObject_Str(object)), )
ROW(to_repr, , MAKE(PyObject_Repr(object)), )
ROW(length, , USE(PyObject_Size(object)), )
ROW(reference_counts, , Py_IncRef(object); Py_DecRef(object), )

ROW(call_no_args, , MAKE(PyObject_CallNoArgs(object)), )
ROW(call_one_arg, , MAKE(PyObject_CallFunctionObjArgs(object, Py_None, NULL)), )
ROW(call_tuple, PyObject *tuple = PyTuple_Pack(2, Py_None, Py_None),
    MAKE(PyObject_Call(object, tuple, NULL)), Py_DECREF(tuple))
ROW(call_vector, PyObject *a[3]; a[1] = Py_None; a[2] = Py_None,
    MAKE(PyObject_Vectorcall(object, a + 1, 2 | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL)), )
ROW(call_format, , MAKE(PyObject_CallFunction(object, "ii", 1000, 2000)), )
ROW(call_method, , MAKE(PyObject_CallMethod(object, "method", NULL)), )

ROW(error_set, , PyErr_SetString(PyExc_ValueError, "message"); PyErr_Clear(), )
ROW(error_format, , PyErr_Format(PyExc_ValueError, "item %zd", i); PyErr_Clear(), )
ROW(error_occurred, , USE(PyErr_Occurred()), )
ROW(error_matches, , PyErr_SetNone(PyExc_KeyError); USE(PyErr_ExceptionMatches(PyExc_LookupError));
    PyErr_Clear(), )
ROW(error_from_python, , USE(PyObject_CallNoArgs(object)); PyErr_Clear(), )
ROW(error_raised, , PyErr_SetString(PyExc_ValueError, "message");
    MAKE(PyErr_GetRaisedException()), )

ROW(buffer_get, Py_buffer view, if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) FAIL;
    PyBuffer_Release(&view), )
ROW(memoryview_from, , MAKE(PyMemoryView_FromObject(object)), )
ROW(capsule_new, , MAKE(PyCapsule_New(&methods_of_capsule, "bench", NULL)), )
ROW(capsule_get, PyObject *capsule = PyCapsule_New(&methods_of_capsule, "bench", NULL),
    USE(PyCapsule_GetPointer(capsule, "bench")), Py_DECREF(capsule))

ROW(gil_ensure, , PyGILState_Release(PyGILState_Ensure()), )
ROW(allow_threads, , Py_BEGIN_ALLOW_THREADS; Py_END_ALLOW_THREADS, )
ROW(memory, , PyMem_Free(PyMem_Malloc(64)), )
ROW(import, , MAKE(PyImport_ImportModule("sys")), )

static PyMethodDef methods[] = {
    METHOD(dict_new),
    METHOD(dict_set),
    METHOD(dict_get),
    METHOD(dict_get_string),
    METHOD(dict_contains),
    METHOD(dict_size),
    METHOD(dict_next),
    METHOD(set_add),
    METHOD(set_contains),
    METHOD(iterate),
    METHOD(sequence_get),
    METHOD(sequence_fast),
    METHOD(mapping_get),
    METHOD(get_attribute),
    METHOD(get_attribute_string),
    METHOD(set_attribute),
    METHOD(has_attribute),
    METHOD(is_instance),
    METHOD(type_check),
    METHOD(compare),
    METHOD(hash),
    METHOD(is_true),
    METHOD(to_str),
    METHOD(to_repr),
    METHOD(length),
    METHOD(reference_counts),
    METHOD(call_no_args),
    METHOD(call_one_arg),
    METHOD(call_tuple),
    METHOD(call_vector),
    METHOD(call_format),
    METHOD(call_method),
    METHOD(error_set),
    METHOD(error_format),
    METHOD(error_occurred),
    METHOD(error_matches),
    METHOD(error_from_python),
    METHOD(error_raised),
    METHOD(buffer_get),
    METHOD(memoryview_from),
    METHOD(capsule_new),
    METHOD(capsule_get),
    METHOD(gil_ensure),
    METHOD(allow_threads),
    METHOD(memory),
    METHOD(import),
    {NULL, NULL, 0, NULL},
};

MODULE(bench_objects)
