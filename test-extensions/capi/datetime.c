/* datetime.h: the capsule, the macros that read memory, types derived in C. */
/* flavours: full */
#include <Python.h>

#include <datetime.h>

static PyObject *date_fields(PyObject *self, PyObject *o)
{
    if (!PyDate_Check(o)) {
        Py_RETURN_NONE;
    }
    return Py_BuildValue("(iiii)", PyDateTime_GET_YEAR(o), PyDateTime_GET_MONTH(o),
        PyDateTime_GET_DAY(o), PyDate_CheckExact(o));
}

static PyObject *datetime_fields(PyObject *self, PyObject *o)
{
    if (!PyDateTime_Check(o)) {
        Py_RETURN_NONE;
    }
    return Py_BuildValue("(iiiiiiiiOi)", PyDateTime_GET_YEAR(o), PyDateTime_GET_MONTH(o),
        PyDateTime_GET_DAY(o), PyDateTime_DATE_GET_HOUR(o), PyDateTime_DATE_GET_MINUTE(o),
        PyDateTime_DATE_GET_SECOND(o), PyDateTime_DATE_GET_MICROSECOND(o),
        PyDateTime_DATE_GET_FOLD(o), PyDateTime_DATE_GET_TZINFO(o), PyDateTime_CheckExact(o));
}

static PyObject *time_fields(PyObject *self, PyObject *o)
{
    if (!PyTime_Check(o)) {
        Py_RETURN_NONE;
    }
    return Py_BuildValue("(iiiiiOi)", PyDateTime_TIME_GET_HOUR(o), PyDateTime_TIME_GET_MINUTE(o),
        PyDateTime_TIME_GET_SECOND(o), PyDateTime_TIME_GET_MICROSECOND(o),
        PyDateTime_TIME_GET_FOLD(o), PyDateTime_TIME_GET_TZINFO(o), PyTime_CheckExact(o));
}

static PyObject *delta_fields(PyObject *self, PyObject *o)
{
    if (!PyDelta_Check(o)) {
        Py_RETURN_NONE;
    }
    return Py_BuildValue("(iiii)", PyDateTime_DELTA_GET_DAYS(o), PyDateTime_DELTA_GET_SECONDS(o),
        PyDateTime_DELTA_GET_MICROSECONDS(o), PyDelta_CheckExact(o));
}

static PyObject *is_tzinfo(PyObject *self, PyObject *o)
{
    return Py_BuildValue("(ii)", PyTZInfo_Check(o), PyTZInfo_CheckExact(o));
}

static PyObject *utc(PyObject *self, PyObject *unused)
{
    return Py_NewRef(PyDateTime_TimeZone_UTC);
}

static PyObject *make_date(PyObject *self, PyObject *args)
{
    PyTypeObject *type = PyDateTimeAPI->DateType;
    int year, month, day;
    if (!PyArg_ParseTuple(args, "iii|O", &year, &month, &day, &type)) {
        return NULL;
    }
    return PyDateTimeAPI->Date_FromDate(year, month, day, type);
}

static PyObject *make_datetime(PyObject *self, PyObject *args)
{
    PyTypeObject *type = PyDateTimeAPI->DateTimeType;
    PyObject *tzinfo = Py_None;
    int v[7];
    int fold = 0;
    if (!PyArg_ParseTuple(args, "iiiiiii|OiO", v, v + 1, v + 2, v + 3, v + 4, v + 5, v + 6, &tzinfo,
            &fold, &type)) {
        return NULL;
    }
    return PyDateTimeAPI->DateTime_FromDateAndTimeAndFold(
        v[0], v[1], v[2], v[3], v[4], v[5], v[6], tzinfo, fold, type);
}

static PyObject *make_time(PyObject *self, PyObject *args)
{
    int v[4];
    if (!PyArg_ParseTuple(args, "iiii", v, v + 1, v + 2, v + 3)) {
        return NULL;
    }
    return PyTime_FromTimeAndFold(v[0], v[1], v[2], v[3], 1);
}

static PyObject *make_delta(PyObject *self, PyObject *args)
{
    int v[4];
    if (!PyArg_ParseTuple(args, "iiii", v, v + 1, v + 2, v + 3)) {
        return NULL;
    }
    return PyDateTimeAPI->Delta_FromDelta(v[0], v[1], v[2], v[3], PyDateTimeAPI->DeltaType);
}

static PyObject *make_timezone(PyObject *self, PyObject *args)
{
    PyObject *offset;
    PyObject *name = NULL;
    if (!PyArg_ParseTuple(args, "O|O", &offset, &name)) {
        return NULL;
    }
    return PyTimeZone_FromOffsetAndName(offset, name);
}

static PyObject *from_timestamp(PyObject *self, PyObject *args)
{
    return PyDateTime_FromTimestamp(args);
}

static PyObject *date_from_timestamp(PyObject *self, PyObject *args)
{
    return PyDate_FromTimestamp(args);
}

/* A type with fields of its own behind those of datetime, as extensions in Cython make them. */
typedef struct {
    PyDateTime_DateTime base;
    long nanosecond;
} Stamp;

static PyTypeObject StampType;

static PyObject *stamp_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *self = PyDateTimeAPI->DateTimeType->tp_new(type, args, kwargs);
    if (self != NULL) {
        ((Stamp *)self)->nanosecond = 1000L * PyDateTime_DATE_GET_MICROSECOND(self) + 7;
    }
    return self;
}

static PyObject *stamp_nanosecond(PyObject *self, void *closure)
{
    return PyLong_FromLong(((Stamp *)self)->nanosecond);
}

static PyGetSetDef stamp_getset[] = {{"nanosecond", stamp_nanosecond, NULL, NULL, NULL}, {0}};

static PyTypeObject StampType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_datetime.Stamp",
    .tp_basicsize = sizeof(Stamp),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .tp_getset = stamp_getset,
    /* That of datetime makes no room for more fields. */
    .tp_alloc = PyType_GenericAlloc,
    .tp_new = stamp_new,
};

static PyMethodDef methods[] = {
    {"date_fields", date_fields, METH_O, NULL},
    {"datetime_fields", datetime_fields, METH_O, NULL},
    {"time_fields", time_fields, METH_O, NULL},
    {"delta_fields", delta_fields, METH_O, NULL},
    {"is_tzinfo", is_tzinfo, METH_O, NULL},
    {"utc", utc, METH_NOARGS, NULL},
    {"make_date", make_date, METH_VARARGS, NULL},
    {"make_datetime", make_datetime, METH_VARARGS, NULL},
    {"make_time", make_time, METH_VARARGS, NULL},
    {"make_delta", make_delta, METH_VARARGS, NULL},
    {"make_timezone", make_timezone, METH_VARARGS, NULL},
    {"from_timestamp", from_timestamp, METH_VARARGS, NULL},
    {"date_from_timestamp", date_from_timestamp, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "capi_datetime", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_capi_datetime(void)
{
    PyDateTime_IMPORT;
    if (PyDateTimeAPI == NULL) {
        return NULL;
    }
    StampType.tp_base = PyDateTimeAPI->DateTimeType;
    PyObject *module = PyType_Ready(&StampType) < 0 ? NULL : PyModule_Create(&definition);
    if (module != NULL && PyModule_AddObjectRef(module, "Stamp", (PyObject *)&StampType) < 0) {
        Py_CLEAR(module);
    }
    return module;
}
