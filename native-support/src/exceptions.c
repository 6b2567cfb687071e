/* The current exception of the thread. It is kept as type and value and made an instance only when
   somebody looks, so that setting and clearing need no upcall. */
#include "jabiru.h"

#include <pthread.h>

void jabiru_todo(const char *symbol)
{
    PyErr_Format(PyExc_SystemError, "%s is not implemented yet", symbol);
}

void jabiru_null_argument(void)
{
    if (!jabiru_error_is_set()) {
        PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
    }
}

int jabiru_error_is_set(void)
{
    PyThreadState *thread = jabiru_thread();
    return thread->error_type != NULL || thread->current_exception != NULL;
}

PyObject *PyErr_Occurred(void)
{
    PyThreadState *thread = jabiru_thread();
    return thread->current_exception != NULL ? (PyObject *)TYPE(thread->current_exception)
                                             : thread->error_type;
}

/* What a thread shows of its exception, or what other code wrote there, is its exception again. */
void jabiru_error_unshow(PyThreadState *thread)
{
    PyObject *shown = thread->current_exception;
    if (shown != NULL) {
        thread->current_exception = NULL;
        thread->error_type = new_ref(TYPE(shown));
        thread->error_value = shown;
        thread->error_traceback = NULL;
    }
}

/* Cython's code reads and writes current_exception itself, which holds an instance: exceptions are
   made at once for a thread that it has asked for. */
void jabiru_error_show(PyThreadState *thread)
{
    if (thread->shows_error && thread->error_type != NULL) {
        PyObject *raised = PyErr_GetRaisedException();
        thread->current_exception = raised;
    }
}

/* Steals all three. */
void PyErr_Restore(PyObject *type, PyObject *value, PyObject *traceback)
{
    PyThreadState *thread = jabiru_thread();
    if (type != NULL && traceback != NULL && traceback != Py_None &&
        !Py_IS_TYPE(traceback, &PyTraceBack_Type)) {
        Py_DECREF(type);
        Py_XDECREF(value);
        Py_DECREF(traceback);
        PyErr_SetString(PyExc_TypeError, "traceback must be a Traceback or None");
        return;
    }
    jabiru_error_unshow(thread);
    PyObject *old_type = thread->error_type;
    PyObject *old_value = thread->error_value;
    PyObject *old_traceback = thread->error_traceback;
    if (type == NULL) {
        Py_CLEAR(value);
        Py_CLEAR(traceback);
    }
    thread->error_type = type;
    thread->error_value = value;
    thread->error_traceback = traceback;
    Py_XDECREF(old_type);
    Py_XDECREF(old_value);
    Py_XDECREF(old_traceback);
    jabiru_error_show(thread);
}

void PyErr_Clear(void)
{
    if (jabiru_error_is_set()) {
        PyErr_Restore(NULL, NULL, NULL);
    }
}

void PyErr_SetObject(PyObject *exception, PyObject *value)
{
    if (exception == NULL || !PyExceptionClass_Check(exception)) {
        PyErr_Format(PyExc_SystemError,
            "_PyErr_SetObject: exception %R is not a BaseException subclass",
            exception == NULL ? Py_None : exception);
        return;
    }
    /* A metaclass may have its own idea of subclasses, and may raise. */
    if (!Py_IS_TYPE(exception, &PyType_Type) && value != NULL && PyExceptionInstance_Check(value) &&
        PyObject_IsSubclass((PyObject *)TYPE(value), exception) < 0) {
        return;
    }
    PyErr_Restore(new_ref(exception), new_ref_or_null(value), NULL);
}

void PyErr_SetNone(PyObject *exception)
{
    PyErr_SetObject(exception, NULL);
}

void PyErr_SetString(PyObject *exception, const char *string)
{
    PyObject *value = PyUnicode_FromString(string);
    if (value != NULL) {
        PyErr_SetObject(exception, value);
        Py_DECREF(value);
    }
}

PyObject *PyErr_FormatV(PyObject *exception, const char *format, va_list vargs)
{
    PyErr_Clear();
    PyObject *value = PyUnicode_FromFormatV(format, vargs);
    if (value != NULL) {
        PyErr_SetObject(exception, value);
        Py_DECREF(value);
    }
    return NULL;
}

PyObject *PyErr_Format(PyObject *exception, const char *format, ...)
{
    va_list va;
    va_start(va, format);
    PyErr_FormatV(exception, format, va);
    va_end(va);
    return NULL;
}

PyObject *PyErr_NoMemory(void)
{
    PyErr_SetNone(PyExc_MemoryError);
    return NULL;
}

int PyErr_BadArgument(void)
{
    PyErr_SetString(PyExc_TypeError, "bad argument type for built-in operation");
    return 0;
}

void PyErr_BadInternalCall(void)
{
    PyErr_SetString(PyExc_SystemError, "bad argument to internal function");
}

void _PyErr_BadInternalCall(const char *filename, int lineno)
{
    PyErr_Format(PyExc_SystemError, "%s:%d: bad argument to internal function", filename, lineno);
}

static PyObject *instantiate(PyObject *type, PyObject *value)
{
    PyObject *instance;
    if (value == NULL || value == Py_None) {
        instance = PyObject_CallNoArgs(type);
    } else if (PyTuple_Check(value)) {
        instance = PyObject_Call(type, value, NULL);
    } else {
        instance = PyObject_CallFunctionObjArgs(type, value, NULL);
    }
    if (instance != NULL && !PyExceptionInstance_Check(instance)) {
        PyErr_Format(PyExc_TypeError,
            "calling %R should have returned an instance of BaseException, not %s", type,
            TYPE(instance)->tp_name);
        Py_DECREF(instance);
        return NULL;
    }
    return instance;
}

static int is_instance_of(PyObject *value, PyObject *type)
{
    return value != NULL && PyExceptionInstance_Check(value) && PyType_Check(type) &&
           jabiru_is_subtype(TYPE(value), (PyTypeObject *)type);
}

/* Says on the exception that came instead which one could not be made. */
static void add_note(PyObject *exception, PyObject *type, PyObject *value)
{
    if (exception == NULL || !PyExceptionInstance_Check(exception)) {
        return;
    }
    PyObject *shown = value == NULL ? NULL : PyObject_ASCII(value);
    if (shown == NULL) {
        PyErr_Clear();
    }
    PyObject *note = PyUnicode_FromFormat("Normalization failed: type=%s args=%V",
        ((PyTypeObject *)type)->tp_name, shown, "<unknown>");
    PyObject *result = note == NULL ? NULL : PyObject_CallMethod(exception, "add_note", "O", note);
    if (result == NULL) {
        PyErr_Clear();
    }
    Py_XDECREF(result);
    Py_XDECREF(note);
    Py_XDECREF(shown);
}

/* Makes *value an instance of *type; when its constructor raises, that exception instead. */
static void normalize(PyObject **type, PyObject **value)
{
    for (int attempts = 0; *type != NULL && attempts < 32; attempts++) {
        if (is_instance_of(*value, *type)) {
            Py_SETREF(*type, new_ref(TYPE(*value)));
            return;
        }
        PyObject *instance = PyExceptionClass_Check(*type) ? instantiate(*type, *value) : NULL;
        if (instance != NULL) {
            Py_XSETREF(*value, instance);
            continue;
        }
        PyThreadState *thread = jabiru_thread();
        PyObject *old_type = *type;
        PyObject *old_value = *value;
        jabiru_error_unshow(thread);
        *type = thread->error_type;
        *value = thread->error_value;
        thread->error_type = thread->error_value = NULL;
        Py_CLEAR(thread->error_traceback);
        if (PyExceptionClass_Check(old_type)) {
            add_note(*value, old_type, old_value);
        }
        Py_DECREF(old_type);
        Py_XDECREF(old_value);
    }
}

/* Moves the exception out, as an instance; *value is NULL when there is none. */
static void take_normalized(PyObject **type, PyObject **value)
{
    PyThreadState *thread = jabiru_thread();
    jabiru_error_unshow(thread);
    PyObject *traceback = thread->error_traceback;
    *type = thread->error_type;
    *value = thread->error_value;
    thread->error_type = thread->error_value = thread->error_traceback = NULL;
    normalize(type, value);
    if (traceback != NULL) {
        if (*value != NULL && traceback != Py_None) {
            PyException_SetTraceback(*value, traceback);
        }
        Py_DECREF(traceback);
    }
}

PyObject *PyErr_GetRaisedException(void)
{
    PyObject *type;
    PyObject *value;
    take_normalized(&type, &value);
    Py_XDECREF(type);
    return value;
}

void PyErr_SetRaisedException(PyObject *exc)
{
    PyErr_Restore(exc == NULL ? NULL : new_ref(TYPE(exc)), exc, NULL);
}

void PyErr_Fetch(PyObject **type, PyObject **value, PyObject **traceback)
{
    take_normalized(type, value);
    *traceback = *value == NULL ? NULL : PyException_GetTraceback(*value);
}

void PyErr_NormalizeException(PyObject **type, PyObject **value, PyObject **traceback)
{
    (void)traceback;
    normalize(type, value);
}

int PyErr_GivenExceptionMatches(PyObject *given, PyObject *exception)
{
    if (given == NULL || exception == NULL) {
        return 0;
    }
    if (PyTuple_Check(exception)) {
        Py_ssize_t size = PyTuple_Size(exception);
        for (Py_ssize_t i = 0; i < size; i++) {
            if (PyErr_GivenExceptionMatches(given, PyTuple_GetItem(exception, i))) {
                return 1;
            }
        }
        return 0;
    }
    if (PyExceptionInstance_Check(given)) {
        given = (PyObject *)TYPE(given);
    }
    if (PyExceptionClass_Check(given) && PyExceptionClass_Check(exception)) {
        return jabiru_is_subtype((PyTypeObject *)given, (PyTypeObject *)exception);
    }
    return given == exception;
}

int PyErr_ExceptionMatches(PyObject *exception)
{
    return PyErr_GivenExceptionMatches(PyErr_Occurred(), exception);
}

const char *PyExceptionClass_Name(PyObject *type)
{
    return ((PyTypeObject *)type)->tp_name;
}

void PyErr_Print(void)
{
    PyErr_PrintEx(1);
}

void PyErr_GetExcInfo(PyObject **type, PyObject **value, PyObject **traceback)
{
    *value = PyErr_GetHandledException();
    *type = *value == NULL ? NULL : new_ref(TYPE(*value));
    *traceback = *value == NULL ? NULL : PyException_GetTraceback(*value);
}

/* Code that mypyc writes reads it in the thread's memory. */
void PyErr_SetHandledException(PyObject *exc)
{
    struct exception_item *item = jabiru_thread()->exc_info;
    PyObject *old = item->exc_value;
    item->exc_value = exc == NULL || exc == Py_None ? NULL : new_ref(exc);
    java_PyErr_SetHandledException(exc);
    Py_XDECREF(old);
}

void PyErr_SetExcInfo(PyObject *type, PyObject *value, PyObject *traceback)
{
    PyErr_SetHandledException(value);
    Py_XDECREF(type);
    Py_XDECREF(value);
    Py_XDECREF(traceback);
}

PyObject *PyErr_SetFromErrnoWithFilenameObjects(
    PyObject *exception, PyObject *filename, PyObject *filename2)
{
    int number = errno;
    if (number == EINTR && PyErr_CheckSignals() != 0) {
        return NULL;
    }
    const char *text = number == 0 ? "Error" : strerror(number);
    PyObject *args;
    if (filename == NULL) {
        args = Py_BuildValue("(is)", number, text);
    } else if (filename2 == NULL) {
        args = Py_BuildValue("(isO)", number, text, filename);
    } else {
        args = Py_BuildValue("(isOiO)", number, text, filename, 0, filename2);
    }
    PyObject *instance = args == NULL ? NULL : PyObject_Call(exception, args, NULL);
    Py_XDECREF(args);
    if (instance != NULL) {
        PyErr_SetObject((PyObject *)TYPE(instance), instance);
        Py_DECREF(instance);
    }
    return NULL;
}

PyObject *PyErr_SetFromErrnoWithFilenameObject(PyObject *exception, PyObject *filename)
{
    return PyErr_SetFromErrnoWithFilenameObjects(exception, filename, NULL);
}

PyObject *PyErr_SetFromErrno(PyObject *exception)
{
    return PyErr_SetFromErrnoWithFilenameObjects(exception, NULL, NULL);
}

PyObject *PyErr_SetFromErrnoWithFilename(PyObject *exc, const char *filename)
{
    int number = errno;
    PyObject *name = filename == NULL ? NULL : PyUnicode_DecodeFSDefault(filename);
    errno = number;
    if (filename == NULL || name != NULL) {
        PyErr_SetFromErrnoWithFilenameObject(exc, name);
    }
    Py_XDECREF(name);
    return NULL;
}

static int warn(PyObject *category, PyObject *message, Py_ssize_t stack_level)
{
    const char *text = message == NULL ? NULL : PyUnicode_AsUTF8AndSize(message, NULL);
    int result = text == NULL ? -1 : PyErr_WarnEx(category, text, stack_level);
    Py_XDECREF(message);
    return result;
}

int PyErr_WarnFormat(PyObject *category, Py_ssize_t stack_level, const char *format, ...)
{
    va_list va;
    va_start(va, format);
    PyObject *message = PyUnicode_FromFormatV(format, va);
    va_end(va);
    return warn(category, message, stack_level);
}

void PyErr_FormatUnraisable(const char *format, ...)
{
    va_list va;
    va_start(va, format);
    PyObject *saved = PyErr_GetRaisedException();
    PyObject *message = format == NULL ? NULL : PyUnicode_FromFormatV(format, va);
    va_end(va);
    PyErr_SetRaisedException(saved);
    jabiru_unraisable(message);
    Py_XDECREF(message);
}

int PyErr_ResourceWarning(PyObject *source, Py_ssize_t stack_level, const char *format, ...)
{
    va_list va;
    va_start(va, format);
    PyObject *message = PyUnicode_FromFormatV(format, va);
    va_end(va);
    if (source == NULL) {
        return warn(PyExc_ResourceWarning, message, stack_level);
    }
    PyObject *module = message == NULL ? NULL : PyImport_ImportModule("warnings");
    PyObject *result = module == NULL ? NULL
                                      : PyObject_CallMethod(module, "warn", "OOnO", message,
                                            PyExc_ResourceWarning, stack_level, source);
    Py_XDECREF(module);
    Py_XDECREF(message);
    Py_XDECREF(result);
    return result == NULL ? -1 : 0;
}

/* For Java: moves the exception out as it is; see the contract for the result. */
int64_t jabiru_error_take(struct jabiru_error *out)
{
    PyThreadState *thread = jabiru_thread();
    jabiru_error_unshow(thread);
    int64_t kind = thread->error_type == NULL ? 0 : thread->result_with_error ? 2 : 1;
    out->type = thread->error_type;
    out->value = thread->error_value;
    out->traceback = thread->error_traceback;
    thread->error_type = thread->error_value = thread->error_traceback = NULL;
    thread->result_with_error = 0;
    return kind;
}

void jabiru_error_set(void *exception)
{
    PyErr_SetRaisedException(exception);
}

/* What Java needs for an upcall, and to report that the stack is used up. */
#define STACK_MARGIN (1024 * 1024)

/* As deep as C code recurses by itself; our threads' stacks are much larger for Python's sake. */
#define SOFT_STACK ((size_t)16 * 1024 * 1024)

/* As deep as C code recurses that Java does not come between. */
#define OWN_STACK ((uintptr_t)8 * 1024 * 1024)

void jabiru_find_stack(PyThreadState *thread)
{
    pthread_attr_t attributes;
    void *base = NULL;
    size_t size = 0;
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
        pthread_attr_getstack(&attributes, &base, &size);
        pthread_attr_destroy(&attributes);
    }
    thread->stack_limit = (uintptr_t)base + (size / 4 < STACK_MARGIN ? size / 4 : STACK_MARGIN);
    uintptr_t soft = (uintptr_t)base + size - SOFT_STACK;
    thread->soft_stack_limit = size > 2 * SOFT_STACK ? soft : thread->stack_limit;
    thread->stack_top = (uintptr_t)base + size;
}

int jabiru_stack_overflow(PyThreadState *thread, uintptr_t here, const char *where)
{
    PyErr_Format(PyExc_RecursionError, "Stack overflow (used %d kB)%s",
        (int)((thread->stack_top - here) / 1024), where);
    return -1;
}

int _Py_CheckRecursiveCall(PyThreadState *tstate, const char *where)
{
    PyThreadState *thread = jabiru_thread();
    uintptr_t here = (uintptr_t)&thread;
    if (thread->stack_top == 0) {
        jabiru_find_stack(thread);
    }
    /* Inlined code, which passes the state, has compared with the soft limit. */
    if (here >= (tstate == NULL ? thread->stack_limit : thread->soft_stack_limit) &&
        (tstate != NULL || thread->entered < here || thread->entered - here < OWN_STACK)) {
        return 0;
    }
    return jabiru_stack_overflow(thread, here, where);
}

int Py_EnterRecursiveCall(const char *where)
{
    return _Py_CheckRecursiveCall(NULL, where);
}

void Py_LeaveRecursiveCall(void) {}
