/* The capsule of datetime.h: pointers to the types and functions that make instances. */
#include "statics.h"

struct datetime_capi {
    PyTypeObject *date_type;
    PyTypeObject *datetime_type;
    PyTypeObject *time_type;
    PyTypeObject *delta_type;
    PyTypeObject *tzinfo_type;
    PyObject *utc;
    PyObject *(*date)(int, int, int, PyTypeObject *);
    PyObject *(*datetime)(int, int, int, int, int, int, int, PyObject *, PyTypeObject *);
    PyObject *(*time)(int, int, int, int, PyObject *, PyTypeObject *);
    PyObject *(*delta)(int, int, int, int, PyTypeObject *);
    PyObject *(*timezone)(PyObject *, PyObject *);
    PyObject *(*datetime_from_timestamp)(PyObject *, PyObject *, PyObject *);
    PyObject *(*date_from_timestamp)(PyObject *, PyObject *);
    PyObject *(*datetime_and_fold)(
        int, int, int, int, int, int, int, PyObject *, int, PyTypeObject *);
    PyObject *(*time_and_fold)(int, int, int, int, PyObject *, int, PyTypeObject *);
};

static PyObject *new_date(int year, int month, int day, PyTypeObject *type)
{
    return jabiru_date_new((PyObject *)type, year, month, day);
}

static PyObject *new_datetime_and_fold(int year, int month, int day, int hour, int minute,
    int second, int microsecond, PyObject *tzinfo, int fold, PyTypeObject *type)
{
    int fields[] = {year, month, day, hour, minute, second, microsecond, fold};
    return jabiru_datetime_new((PyObject *)type, fields, tzinfo);
}

static PyObject *new_datetime(int year, int month, int day, int hour, int minute, int second,
    int microsecond, PyObject *tzinfo, PyTypeObject *type)
{
    return new_datetime_and_fold(
        year, month, day, hour, minute, second, microsecond, tzinfo, 0, type);
}

static PyObject *new_time_and_fold(int hour, int minute, int second, int microsecond,
    PyObject *tzinfo, int fold, PyTypeObject *type)
{
    int fields[] = {hour, minute, second, microsecond, fold};
    return jabiru_time_new((PyObject *)type, fields, tzinfo);
}

static PyObject *new_time(
    int hour, int minute, int second, int microsecond, PyObject *tzinfo, PyTypeObject *type)
{
    return new_time_and_fold(hour, minute, second, microsecond, tzinfo, 0, type);
}

static PyObject *new_delta(
    int days, int seconds, int microseconds, int normalize, PyTypeObject *type)
{
    int fields[] = {days, seconds, microseconds, normalize};
    return jabiru_timedelta_new((PyObject *)type, fields);
}

static PyObject *from_timestamp(PyObject *cls, PyObject *args, PyObject *kwargs)
{
    PyObject *method = PyObject_GetAttrString(cls, "fromtimestamp");
    PyObject *result = method == NULL ? NULL : PyObject_Call(method, args, kwargs);
    Py_XDECREF(method);
    return result;
}

static PyObject *date_from_timestamp(PyObject *cls, PyObject *args)
{
    return from_timestamp(cls, args, NULL);
}

void *jabiru_datetime_capsule(void *utc)
{
    static struct datetime_capi capi = {
        .date_type = JABIRU_TYPE(JABIRU_INDEX_jabiru_date_type),
        .datetime_type = JABIRU_TYPE(JABIRU_INDEX_jabiru_datetime_type),
        .time_type = JABIRU_TYPE(JABIRU_INDEX_jabiru_time_type),
        .delta_type = JABIRU_TYPE(JABIRU_INDEX_jabiru_timedelta_type),
        .tzinfo_type = JABIRU_TYPE(JABIRU_INDEX_jabiru_tzinfo_type),
        .date = new_date,
        .datetime = new_datetime,
        .time = new_time,
        .delta = new_delta,
        .timezone = jabiru_timezone_new,
        .datetime_from_timestamp = from_timestamp,
        .date_from_timestamp = date_from_timestamp,
        .datetime_and_fold = new_datetime_and_fold,
        .time_and_fold = new_time_and_fold,
    };
    capi.utc = utc;
    return PyCapsule_New(&capi, "datetime.datetime_CAPI", NULL);
}
