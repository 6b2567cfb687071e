/* Times as int64_t nanoseconds: clocks, deadlines, conversions (manual: PyTime C API). */
#include "jabiru.h"

#include <math.h>
#include <sys/time.h>
#include <time.h>

#define PER_SECOND INT64_C(1000000000)

enum rounding { ROUND_FLOOR, ROUND_CEILING, ROUND_HALF_EVEN, ROUND_UP };

static int64_t clock_now(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * PER_SECOND + now.tv_nsec;
}

#define CLOCK(name, clock)                                                                         \
    int name(int64_t *result)                                                                      \
    {                                                                                              \
        *result = clock_now(clock);                                                                \
        return 0;                                                                                  \
    }

CLOCK(PyTime_Time, CLOCK_REALTIME)
CLOCK(PyTime_TimeRaw, CLOCK_REALTIME)
CLOCK(PyTime_Monotonic, CLOCK_MONOTONIC)
CLOCK(PyTime_MonotonicRaw, CLOCK_MONOTONIC)
CLOCK(PyTime_PerfCounter, CLOCK_MONOTONIC)
CLOCK(PyTime_PerfCounterRaw, CLOCK_MONOTONIC)

double PyTime_AsSecondsDouble(int64_t t)
{
    return t % PER_SECOND == 0 ? (double)(t / PER_SECOND) : (double)t / (double)PER_SECOND;
}

static int64_t saturating_add(int64_t a, int64_t b)
{
    int64_t sum;
    return !__builtin_add_overflow(a, b, &sum) ? sum : a < 0 ? INT64_MIN : INT64_MAX;
}

int64_t _PyDeadline_Init(int64_t timeout)
{
    return saturating_add(clock_now(CLOCK_MONOTONIC), timeout);
}

int64_t _PyDeadline_Get(int64_t deadline)
{
    return deadline - clock_now(CLOCK_MONOTONIC);
}

int64_t _PyTime_FromSeconds(int seconds)
{
    return seconds * PER_SECOND;
}

/* t / k; k is positive. */
static int64_t divide(int64_t t, int64_t k, int round)
{
    int64_t quotient = t / k;
    int64_t rest = t % k;
    if (rest == 0) {
        return quotient;
    }
    int64_t away = t < 0 ? quotient - 1 : quotient + 1;
    switch (round) {
    case ROUND_FLOOR:
        return t < 0 ? away : quotient;
    case ROUND_CEILING:
        return t < 0 ? quotient : away;
    case ROUND_UP:
        return away;
    default: {
        int64_t magnitude = rest < 0 ? -rest : rest;
        int up = magnitude > k - magnitude || (magnitude == k - magnitude && quotient % 2 != 0);
        return up ? away : quotient;
    }
    }
}

int64_t _PyTime_AsMilliseconds(int64_t t, int round)
{
    return divide(t, 1000000, round);
}

int _PyTime_AsTimeval(int64_t t, void *tv, int round)
{
    int64_t microseconds = divide(t, 1000, round);
    int64_t seconds = divide(microseconds, 1000000, ROUND_FLOOR);
    struct timeval *result = tv;
    result->tv_sec = seconds;
    result->tv_usec = (suseconds_t)(microseconds - seconds * 1000000);
    return 0;
}

/* Nothing overflows where time_t has 64 bits. */
void _PyTime_AsTimeval_clamp(int64_t t, void *tv, int round)
{
    _PyTime_AsTimeval(t, tv, round);
}

static int overflow(void)
{
    PyErr_SetString(PyExc_OverflowError, "timestamp too large to convert to C PyTime_t");
    return -1;
}

static int from_double(int64_t *t, double value, int round)
{
    if (isnan(value)) {
        PyErr_SetString(PyExc_ValueError, "Invalid value NaN (not a number)");
        return -1;
    }
    value = round == ROUND_FLOOR     ? floor(value)
            : round == ROUND_CEILING ? ceil(value)
            : round == ROUND_UP      ? (value < 0 ? floor(value) : ceil(value))
                                     : nearbyint(value);
    if (!(value >= -0x1p63 && value < 0x1p63)) {
        return overflow();
    }
    *t = (int64_t)value;
    return 0;
}

static int from_object(int64_t *t, PyObject *obj, int round, int64_t unit)
{
    if (PyFloat_Check(obj)) {
        return from_double(t, PyFloat_AsDouble(obj) * (double)unit, round);
    }
    long long count = PyLong_AsLongLong(obj);
    if (count == -1 && PyErr_Occurred() != NULL) {
        return PyErr_ExceptionMatches(PyExc_OverflowError) ? overflow() : -1;
    }
    return __builtin_mul_overflow((int64_t)count, unit, t) ? overflow() : 0;
}

int _PyTime_FromLong(int64_t *t, PyObject *obj)
{
    if (!PyLong_Check(obj)) {
        PyErr_Format(PyExc_TypeError, "expect int, got %T", obj);
        return -1;
    }
    return from_object(t, obj, ROUND_FLOOR, 1);
}

int _PyTime_FromSecondsObject(int64_t *t, PyObject *obj, int round)
{
    return from_object(t, obj, round, PER_SECOND);
}

int _PyTime_FromMillisecondsObject(int64_t *t, PyObject *obj, int round)
{
    return from_object(t, obj, round, 1000000);
}
