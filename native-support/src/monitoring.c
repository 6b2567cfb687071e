/* Events of sys.monitoring that code in C tells of (Monitoring C API; Cython's profile=True). */
#include "jabiru.h"

/* PyMonitoringState */
struct place {
    uint8_t active; /* a bit for each tool */
    uint8_t opaque;
};

/* The numbers of the events. */
enum {
    PY_START,
    PY_RESUME,
    PY_RETURN,
    PY_YIELD,
    CALL,
    LINE,
    INSTRUCTION,
    JUMP,
    BRANCH_LEFT,
    BRANCH_RIGHT,
    STOP_ITERATION,
    RAISE,
    EXCEPTION_HANDLED,
    PY_UNWIND,
    PY_THROW,
    RERAISE,
    C_RETURN,
    C_RAISE,
};

#define TOOLS 8

/* Changes when tools want something else; 0 as long as nobody has asked. */
static uint64_t current_version;

void jabiru_monitoring_changed(int64_t version)
{
    current_version = (uint64_t)version;
}

int PyMonitoring_EnterScope(
    void *state_array, void *version_, const void *event_types, Py_ssize_t length)
{
    uint64_t *version = version_;
    if (current_version != 0 && *version == current_version) {
        return 0;
    }
    struct place *places = state_array;
    const uint8_t *events = event_types;
    for (Py_ssize_t i = 0; i < length; i++) {
        places[i].active = (uint8_t)jabiru_monitoring_tools(events[i]);
    }
    *version = current_version;
    return 0;
}

int PyMonitoring_ExitScope(void)
{
    return 0;
}

static int tell(
    struct place *place, PyObject *codelike, int number, int event, PyObject *a, PyObject *b)
{
    for (int tool = TOOLS - 1; tool >= 0; tool--) {
        if (!(place->active >> tool & 1)) {
            continue;
        }
        int disabled = jabiru_monitoring_call(tool, event, codelike, number, a, b);
        if (disabled < 0) {
            return -1;
        }
        if (disabled) {
            place->active &= (uint8_t)~(1 << tool);
        }
    }
    return 0;
}

static int fire(
    void *state, PyObject *codelike, int32_t offset, int event, PyObject *a, PyObject *b)
{
    if (offset < 0) {
        PyErr_SetString(PyExc_ValueError, "offset must be non-negative");
        return -1;
    }
    return tell(state, codelike, offset, event, a, b);
}

/* With the exception that is set, which stays so unless a tool raises another. */
static int fire_exception(void *state, PyObject *codelike, int32_t offset, int event)
{
    PyObject *exception = PyErr_GetRaisedException();
    if (exception == NULL) {
        PyErr_Format(PyExc_ValueError, "Firing event %d with no exception set", event);
        return -1;
    }
    int result = fire(state, codelike, offset, event, exception, NULL);
    if (result == 0) {
        PyErr_SetRaisedException(exception);
    } else {
        Py_DecRef(exception);
    }
    return result;
}

int _PyMonitoring_FirePyStartEvent(void *state, PyObject *codelike, int32_t offset)
{
    return fire(state, codelike, offset, PY_START, NULL, NULL);
}

int _PyMonitoring_FirePyResumeEvent(void *state, PyObject *codelike, int32_t offset)
{
    return fire(state, codelike, offset, PY_RESUME, NULL, NULL);
}

int _PyMonitoring_FirePyReturnEvent(
    void *state, PyObject *codelike, int32_t offset, PyObject *retval)
{
    return fire(state, codelike, offset, PY_RETURN, retval, NULL);
}

int _PyMonitoring_FirePyYieldEvent(
    void *state, PyObject *codelike, int32_t offset, PyObject *retval)
{
    return fire(state, codelike, offset, PY_YIELD, retval, NULL);
}

int _PyMonitoring_FireCallEvent(
    void *state, PyObject *codelike, int32_t offset, PyObject *callable, PyObject *arg0)
{
    return fire(state, codelike, offset, CALL, callable, arg0);
}

int _PyMonitoring_FireLineEvent(void *state, PyObject *codelike, int32_t offset, int lineno)
{
    if (offset < 0) {
        PyErr_SetString(PyExc_ValueError, "offset must be non-negative");
        return -1;
    }
    return tell(state, codelike, lineno, LINE, NULL, NULL);
}

int _PyMonitoring_FireJumpEvent(
    void *state, PyObject *codelike, int32_t offset, PyObject *target_offset)
{
    return fire(state, codelike, offset, JUMP, target_offset, NULL);
}

int _PyMonitoring_FireBranchLeftEvent(
    void *state, PyObject *codelike, int32_t offset, PyObject *target_offset)
{
    return fire(state, codelike, offset, BRANCH_LEFT, target_offset, NULL);
}

int _PyMonitoring_FireBranchRightEvent(
    void *state, PyObject *codelike, int32_t offset, PyObject *target_offset)
{
    return fire(state, codelike, offset, BRANCH_RIGHT, target_offset, NULL);
}

int _PyMonitoring_FireCReturnEvent(
    void *state, PyObject *codelike, int32_t offset, PyObject *retval)
{
    return fire(state, codelike, offset, C_RETURN, retval, NULL);
}

int _PyMonitoring_FirePyThrowEvent(void *state, PyObject *codelike, int32_t offset)
{
    return fire_exception(state, codelike, offset, PY_THROW);
}

int _PyMonitoring_FireRaiseEvent(void *state, PyObject *codelike, int32_t offset)
{
    return fire_exception(state, codelike, offset, RAISE);
}

int _PyMonitoring_FireReraiseEvent(void *state, PyObject *codelike, int32_t offset)
{
    return fire_exception(state, codelike, offset, RERAISE);
}

int _PyMonitoring_FireExceptionHandledEvent(void *state, PyObject *codelike, int32_t offset)
{
    return fire_exception(state, codelike, offset, EXCEPTION_HANDLED);
}

int _PyMonitoring_FireCRaiseEvent(void *state, PyObject *codelike, int32_t offset)
{
    return fire_exception(state, codelike, offset, C_RAISE);
}

int _PyMonitoring_FirePyUnwindEvent(void *state, PyObject *codelike, int32_t offset)
{
    return fire_exception(state, codelike, offset, PY_UNWIND);
}

int _PyMonitoring_FireStopIterationEvent(
    void *state, PyObject *codelike, int32_t offset, PyObject *value)
{
    PyErr_SetObject(PyExc_StopIteration, value);
    PyObject *exception = PyErr_GetRaisedException();
    if (exception == NULL) {
        return -1;
    }
    int result = fire(state, codelike, offset, STOP_ITERATION, exception, NULL);
    Py_DecRef(exception);
    return result;
}
