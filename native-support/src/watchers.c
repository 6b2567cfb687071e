/* Watchers of dicts, types, functions, code objects and contexts: Java tells of each change, here
   it is passed on to the functions that wanted to know. */
#include "jabiru.h"

#define MOST_WATCHERS 8

enum kind { DICTS, TYPES, FUNCTIONS, CODES, CONTEXTS, KINDS };

typedef int (*dict_callback)(int event, PyObject *dict, PyObject *key, PyObject *value);
typedef int (*type_callback)(PyObject *type);
typedef int (*function_callback)(int event, PyObject *function, PyObject *value);
typedef int (*plain_callback)(int event, PyObject *object);

/* The first numbers of CPython's kinds are its own. */
static const struct {
    const char *name;
    const char *full;
    const char *invalid;
    const char *none;
    int first;
} kinds[KINDS] = {
    [DICTS] = {"dict", "dict watcher IDs available", "Invalid", "No", 2},
    [TYPES] = {"type", "type watcher IDs", "Invalid", "No", 1},
    [FUNCTIONS] = {"func", "func watcher IDs available", "invalid", "no", 0},
    [CODES] = {"code", "code watcher IDs available", "Invalid", "No", 0},
    [CONTEXTS] = {"context", "context watcher IDs available", "Invalid", "No", 0},
};
static void *callbacks[KINDS][MOST_WATCHERS];

/* Java tells of every function, code object and context while somebody wants to know. */
static void tell_java(void)
{
    int any = 0;
    for (int i = 0; i < MOST_WATCHERS; i++) {
        any |= callbacks[FUNCTIONS][i] != NULL || callbacks[CODES][i] != NULL ||
               callbacks[CONTEXTS][i] != NULL;
    }
    jabiru_watch_all(any);
}

static int add(enum kind kind, void *callback)
{
    for (int i = kinds[kind].first; i < MOST_WATCHERS; i++) {
        if (callbacks[kind][i] == NULL) {
            callbacks[kind][i] = callback;
            tell_java();
            return i;
        }
    }
    PyErr_Format(PyExc_RuntimeError, "no more %s", kinds[kind].full);
    return -1;
}

static int check(enum kind kind, int id)
{
    if (id < 0 || id >= MOST_WATCHERS) {
        PyErr_Format(
            PyExc_ValueError, "%s %s watcher ID %d", kinds[kind].invalid, kinds[kind].name, id);
        return -1;
    }
    if (callbacks[kind][id] == NULL) {
        PyErr_Format(PyExc_ValueError, "%s %s watcher set for ID %d", kinds[kind].none,
            kinds[kind].name, id);
        return -1;
    }
    return 0;
}

static int clear(enum kind kind, int id)
{
    if (check(kind, id) != 0) {
        return -1;
    }
    callbacks[kind][id] = NULL;
    tell_java();
    return 0;
}

static int watch(enum kind kind, int id, PyObject *object, int on)
{
    int fits = kind == DICTS ? PyDict_Check(object) : PyType_Check(object);
    if (!fits) {
        PyErr_SetString(PyExc_ValueError,
            kind == DICTS ? "Cannot watch non-dictionary" : "Cannot watch non-type");
        return -1;
    }
    return check(kind, id) != 0 ? -1 : jabiru_watch(object, id, on);
}

/* A function's representation without the brackets. */
static PyObject *name_of(PyObject *function)
{
    PyObject *saved = PyErr_GetRaisedException();
    PyObject *repr = PyObject_Repr(function);
    PyObject *name =
        repr == NULL ? NULL : PyUnicode_Substring(repr, 1, PyUnicode_GetLength(repr) - 1);
    Py_XDECREF(repr);
    PyErr_SetRaisedException(saved);
    return name;
}

static void complain(enum kind kind, int id, int event, PyObject *object)
{
    static const char *const dict_events[] = {"ADDED", "MODIFIED", "DELETED", "CLONED", "CLEARED"};
    static const char *const function_events[] = {
        "CREATE", "DESTROY", "MODIFY_CODE", "MODIFY_DEFAULTS", "MODIFY_KWDEFAULTS"};
    switch (kind) {
    case DICTS:
        PyErr_FormatUnraisable(
            "Exception ignored in PyDict_EVENT_%s watcher callback for <dict at %p>",
            dict_events[event], object);
        break;
    case TYPES:
        PyErr_FormatUnraisable("Exception ignored in type watcher callback #%d for %R", id, object);
        break;
    case FUNCTIONS: {
        PyObject *name = name_of(object);
        PyErr_FormatUnraisable("Exception ignored in PyFunction_EVENT_%s watcher callback for %V",
            function_events[event], name, "a function");
        Py_XDECREF(name);
        break;
    }
    case CODES:
        PyErr_FormatUnraisable(
            "Exception ignored in PY_CODE_EVENT_CREATE watcher callback for %R", object);
        break;
    default:
        PyErr_FormatUnraisable(
            "Exception ignored in Py_CONTEXT_SWITCHED watcher callback for %R", object);
    }
}

static int call(
    enum kind kind, void *callback, int event, PyObject *object, PyObject *key, PyObject *value)
{
    switch (kind) {
    case DICTS:
        return ((dict_callback)(uintptr_t)callback)(event, object, key, value);
    case TYPES:
        return ((type_callback)(uintptr_t)callback)(object);
    case FUNCTIONS:
        return ((function_callback)(uintptr_t)callback)(event, object, value);
    default:
        return ((plain_callback)(uintptr_t)callback)(event, object);
    }
}

/* Tells those watchers whose bit is set. */
int64_t jabiru_changes(
    int64_t kind, int64_t watchers, int64_t event, void *object, void *key, void *value)
{
    jabiru_enter();
    for (int i = 0; i < MOST_WATCHERS; i++) {
        void *callback = callbacks[kind][i];
        if (callback != NULL && (watchers & (1 << i)) != 0 &&
            call((enum kind)kind, callback, (int)event, object, key, value) < 0) {
            complain((enum kind)kind, i, (int)event, object);
        }
    }
    jabiru_settle();
    return 0;
}

int PyDict_AddWatcher(void *callback)
{
    return add(DICTS, callback);
}

int PyDict_ClearWatcher(int watcher_id)
{
    return clear(DICTS, watcher_id);
}

int PyDict_Watch(int watcher_id, PyObject *dict)
{
    return watch(DICTS, watcher_id, dict, 1);
}

int PyDict_Unwatch(int watcher_id, PyObject *dict)
{
    return watch(DICTS, watcher_id, dict, 0);
}

int PyType_AddWatcher(void *callback)
{
    return add(TYPES, callback);
}

int PyType_ClearWatcher(int watcher_id)
{
    return clear(TYPES, watcher_id);
}

int PyType_Watch(int watcher_id, PyObject *type)
{
    return watch(TYPES, watcher_id, type, 1);
}

int PyType_Unwatch(int watcher_id, PyObject *type)
{
    return watch(TYPES, watcher_id, type, 0);
}

int PyFunction_AddWatcher(void *callback)
{
    return add(FUNCTIONS, callback);
}

int PyFunction_ClearWatcher(int watcher_id)
{
    return clear(FUNCTIONS, watcher_id);
}

int PyCode_AddWatcher(void *callback)
{
    return add(CODES, callback);
}

int PyCode_ClearWatcher(int watcher_id)
{
    return clear(CODES, watcher_id);
}

int PyContext_AddWatcher(void *callback)
{
    return add(CONTEXTS, callback);
}

int PyContext_ClearWatcher(int watcher_id)
{
    return clear(CONTEXTS, watcher_id);
}
