/* Members: fields of an instance's structure as attributes. */
#include "jabiru.h"

static PyObject *object_member(PyObject *value, const char *obj_addr, const PyMemberDef *member)
{
    if (value != NULL) {
        return new_ref(value);
    }
    if (member->type == _Py_T_OBJECT) {
        return new_ref(Py_None);
    }
    PyErr_Format(PyExc_AttributeError, "'%.200s' object has no attribute '%s'",
        TYPE(obj_addr)->tp_name, member->name);
    return NULL;
}

/* Offsets from a type's own data are known to the type's descriptors only. */
static int is_relative(const PyMemberDef *member, const char *function)
{
    if (!(member->flags & Py_RELATIVE_OFFSET)) {
        return 0;
    }
    PyErr_Format(PyExc_SystemError, "%s used with Py_RELATIVE_OFFSET", function);
    return 1;
}

PyObject *PyMember_GetOne(const char *obj, PyMemberDef *member)
{
    if (is_relative(member, "PyMember_GetOne")) {
        return NULL;
    }
    const void *place = obj + member->offset;
    switch (member->type) {
    case Py_T_BOOL:
        return PyBool_FromLong(*(const char *)place);
    case Py_T_BYTE:
        return PyLong_FromLong(*(const signed char *)place);
    case Py_T_UBYTE:
        return PyLong_FromLong(*(const unsigned char *)place);
    case Py_T_SHORT:
        return PyLong_FromLong(*(const short *)place);
    case Py_T_USHORT:
        return PyLong_FromLong(*(const unsigned short *)place);
    case Py_T_INT:
        return PyLong_FromLong(*(const int *)place);
    case Py_T_UINT:
        return PyLong_FromUnsignedLong(*(const unsigned *)place);
    case Py_T_LONG:
    case Py_T_PYSSIZET:
    case Py_T_LONGLONG:
        return PyLong_FromLongLong(*(const long long *)place);
    case Py_T_ULONG:
    case Py_T_ULONGLONG:
        return PyLong_FromUnsignedLongLong(*(const unsigned long long *)place);
    case Py_T_FLOAT:
        return PyFloat_FromDouble(*(const float *)place);
    case Py_T_DOUBLE:
        return PyFloat_FromDouble(*(const double *)place);
    case Py_T_STRING:
        return *(char *const *)place == NULL ? new_ref(Py_None)
                                             : PyUnicode_FromString(*(char *const *)place);
    case Py_T_STRING_INPLACE:
        return PyUnicode_FromString(place);
    case Py_T_CHAR:
        return PyUnicode_FromStringAndSize(place, 1);
    case _Py_T_OBJECT:
    case Py_T_OBJECT_EX:
        return object_member(*(PyObject *const *)place, obj, member);
    case _Py_T_NONE:
        return new_ref(Py_None);
    default:
        PyErr_Format(PyExc_SystemError, "bad memberdescr type for %s", member->name);
        return NULL;
    }
}

static int set_object(void *place, PyMemberDef *member, PyObject *value)
{
    PyObject *old = *(PyObject **)place;
    if (value == NULL && old == NULL && member->type == Py_T_OBJECT_EX) {
        PyErr_SetString(PyExc_AttributeError, member->name);
        return -1;
    }
    *(PyObject **)place = new_ref_or_null(value);
    Py_XDECREF(old);
    return 0;
}

static int truncated(long long value, long long min, long long max, const char *kind)
{
    if (value >= min && value <= max) {
        return 0;
    }
    return PyErr_WarnFormat(PyExc_RuntimeWarning, 1, "Truncation of value to %s", kind);
}

static int set_small(void *place, int type, PyObject *value)
{
    long long wide = PyLong_AsLong(value);
    if (wide == -1 && jabiru_error_is_set()) {
        return -1;
    }
    switch (type) {
    case Py_T_BYTE:
        *(signed char *)place = (signed char)wide;
        return truncated(wide, SCHAR_MIN, SCHAR_MAX, "char");
    case Py_T_UBYTE:
        *(unsigned char *)place = (unsigned char)wide;
        return truncated(wide, 0, UCHAR_MAX, "unsigned char");
    case Py_T_SHORT:
        *(short *)place = (short)wide;
        return truncated(wide, SHRT_MIN, SHRT_MAX, "short");
    case Py_T_USHORT:
        *(unsigned short *)place = (unsigned short)wide;
        return truncated(wide, 0, USHRT_MAX, "unsigned short");
    case Py_T_INT:
        *(int *)place = (int)wide;
        return truncated(wide, INT_MIN, INT_MAX, "int");
    default:
        *(unsigned *)place = (unsigned)wide;
        return truncated(wide, 0, UINT_MAX, "unsigned int");
    }
}

static int set_wide(void *place, int type, PyObject *value)
{
    if (type == Py_T_ULONG || type == Py_T_ULONGLONG) {
        PyObject *index = PyNumber_Index(value);
        if (index == NULL) {
            return -1;
        }
        *(unsigned long long *)place = PyLong_AsUnsignedLongLongMask(index);
        Py_DECREF(index);
        return jabiru_error_is_set() ? -1 : 0;
    }
    long long wide = type == Py_T_PYSSIZET ? PyLong_AsSsize_t(value) : PyLong_AsLongLong(value);
    if (wide == -1 && jabiru_error_is_set()) {
        return -1;
    }
    *(long long *)place = wide;
    return 0;
}

static int set_real(void *place, int type, PyObject *value)
{
    double real = PyFloat_AsDouble(value);
    if (real == -1.0 && jabiru_error_is_set()) {
        return -1;
    }
    if (type == Py_T_FLOAT) {
        *(float *)place = (float)real;
    } else {
        *(double *)place = real;
    }
    return 0;
}

static int set_character(void *place, PyObject *value)
{
    Py_ssize_t size = 0;
    const char *text = PyUnicode_Check(value) ? PyUnicode_AsUTF8AndSize(value, &size) : NULL;
    if (text == NULL || size != 1) {
        if (!jabiru_error_is_set()) {
            PyErr_BadArgument();
        }
        return -1;
    }
    *(char *)place = *text;
    return 0;
}

static int set_bool(void *place, PyObject *value)
{
    if (!PyBool_Check(value)) {
        PyErr_SetString(PyExc_TypeError, "attribute value type must be bool");
        return -1;
    }
    *(char *)place = value == Py_True;
    return 0;
}

int PyMember_SetOne(char *obj, PyMemberDef *member, PyObject *value)
{
    if (is_relative(member, "PyMember_SetOne")) {
        return -1;
    }
    void *place = obj + member->offset;
    int type = member->type;
    if ((member->flags & Py_READONLY) || type == Py_T_STRING || type == Py_T_STRING_INPLACE ||
        type == _Py_T_NONE) {
        PyErr_SetString((member->flags & Py_READONLY) ? PyExc_AttributeError : PyExc_TypeError,
            "readonly attribute");
        return -1;
    }
    if (type == _Py_T_OBJECT || type == Py_T_OBJECT_EX) {
        return set_object(place, member, value);
    }
    if (value == NULL) {
        PyErr_SetString(PyExc_TypeError, "can't delete numeric/char attribute");
        return -1;
    }
    switch (type) {
    case Py_T_BOOL:
        return set_bool(place, value);
    case Py_T_BYTE:
    case Py_T_UBYTE:
    case Py_T_SHORT:
    case Py_T_USHORT:
    case Py_T_INT:
    case Py_T_UINT:
        return set_small(place, type, value);
    case Py_T_LONG:
    case Py_T_ULONG:
    case Py_T_LONGLONG:
    case Py_T_ULONGLONG:
    case Py_T_PYSSIZET:
        return set_wide(place, type, value);
    case Py_T_FLOAT:
    case Py_T_DOUBLE:
        return set_real(place, type, value);
    case Py_T_CHAR:
        return set_character(place, value);
    default:
        PyErr_Format(PyExc_SystemError, "bad memberdescr type for %s", member->name);
        return -1;
    }
}
