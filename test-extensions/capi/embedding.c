/* Functions for programs that embed Python, called while the interpreter runs. */
#include <Python.h>
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static PyObject *text(const wchar_t *wide)
{
    if (wide == NULL) Py_RETURN_NONE;
    return PyUnicode_FromWideChar(wide, -1);
}

static PyObject *state(PyObject *self, PyObject *ignored)
{
    Py_Initialize();
    return Py_BuildValue("iNN", Py_IsInitialized(), text(Py_GetPrefix()), text(Py_GetExecPrefix()));
}

static int calls;

static int count(void *step)
{
    calls += *(int *)step;
    return 0;
}

static int fail(void *ignored)
{
    PyErr_SetString(PyExc_LookupError, "a pending call");
    return -1;
}

static PyObject *add_pending(PyObject *self, PyObject *fails)
{
    static int step = 5;
    int failing = PyObject_IsTrue(fails);
    return PyLong_FromLong(
        failing ? Py_AddPendingCall(fail, NULL) : Py_AddPendingCall(count, &step));
}

static PyObject *counted(PyObject *self, PyObject *ignored)
{
    return PyLong_FromLong(calls);
}

static PyObject *make_pending(PyObject *self, PyObject *ignored)
{
    if (Py_MakePendingCalls() != 0) return NULL;
    return PyLong_FromLong(calls);
}

static PyObject *interrupt(PyObject *self, PyObject *ignored)
{
    PyErr_SetInterrupt();
    if (PyErr_CheckSignals() != 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *raise_in(PyObject *self, PyObject *args)
{
    unsigned long thread;
    PyObject *exception;
    if (!PyArg_ParseTuple(args, "kO", &thread, &exception)) return NULL;
    return PyLong_FromLong(PyThreadState_SetAsyncExc(thread, exception));
}

static PyObject *set_argv(PyObject *self, PyObject *ignored)
{
    wchar_t *argv[] = {L"program", L"\u00e9"};
    PySys_SetArgvEx(2, argv, 0);
    Py_RETURN_NONE;
}

static PyObject *syntax_error(PyObject *self, PyObject *ignored)
{
    PyErr_SetString(PyExc_SyntaxError, "bad");
    PyErr_SyntaxLocationEx("nowhere.py", 7, 3);
    return NULL;
}

static PyObject *import_frozen(PyObject *self, PyObject *name)
{
    const char *utf8 = PyBytes_AsString(name);
    if (utf8 == NULL) return NULL;
    int status = PyImport_ImportFrozenModule(utf8);
    return status < 0 ? NULL : PyLong_FromLong(status);
}

static PyMethodDef methods[] = {
    {"state", state, METH_NOARGS, NULL},
    {"add_pending", add_pending, METH_O, NULL},
    {"counted", counted, METH_NOARGS, NULL},
    {"make_pending", make_pending, METH_NOARGS, NULL},
    {"interrupt", interrupt, METH_NOARGS, NULL},
    {"raise_in", raise_in, METH_VARARGS, NULL},
    {"set_argv", set_argv, METH_NOARGS, NULL},
    {"syntax_error", syntax_error, METH_NOARGS, NULL},
    {"import_frozen", import_frozen, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_embedding", .m_methods = methods, .m_slots = slots};

PyMODINIT_FUNC PyInit_capi_embedding(void)
{
    return PyModuleDef_Init(&definition);
}
