/* Interpreters that C makes, visits and ends (Py_NewInterpreter). */
// since: 3.9
#include <Python.h>

#include <pthread.h>

static int runs; /* how often this module was executed */

/* Runs a program in the interpreter that the thread is in; what it raises is shown. */
static int run(const char *text)
{
    PyObject *main = PyImport_AddModule("__main__");
    PyObject *code = main == NULL ? NULL : Py_CompileString(text, "<program>", Py_file_input);
    PyObject *names = code == NULL ? NULL : PyModule_GetDict(main);
    PyObject *result = code == NULL ? NULL : PyEval_EvalCode(code, names, names);
    Py_XDECREF(code);
    if (result == NULL) {
        PyErr_Print();
        return -1;
    }
    Py_DECREF(result);
    return 0;
}

static PyObject *run_in_new(PyObject *self, PyObject *args)
{
    const char *text;
    if (!PyArg_ParseTuple(args, "s", &text)) return NULL;
    PyThreadState *mine = PyThreadState_Get();
    PyThreadState *other = Py_NewInterpreter();
    if (other == NULL) return PyErr_Format(PyExc_RuntimeError, "no new interpreter");
    int status = run(text);
    Py_EndInterpreter(other);
    PyThreadState_Swap(mine);
    return PyLong_FromLong(status);
}

/* Two interpreters side by side: each keeps its own variables, modules and dict. */
static PyObject *alternate(PyObject *self, PyObject *unused)
{
    PyThreadState *mine = PyThreadState_Get();
    PyThreadState *others[2] = {Py_NewInterpreter(), Py_NewInterpreter()};
    PyObject *ids = NULL;
    for (int i = 0; i < 2; i++) {
        PyThreadState_Swap(others[i]);
        if (run(i == 0 ? "x = 'first'" : "x = 'second'") != 0) goto done;
        PyObject *dict = PyInterpreterState_GetDict(PyInterpreterState_Get());
        if (PyDict_Size(dict) != 0) goto done;
        PyObject *number = PyLong_FromLong(i);
        PyDict_SetItemString(dict, "number", number);
        Py_DECREF(number);
    }
    for (int i = 0; i < 2; i++) {
        PyThreadState_Swap(others[i]);
        if (run(i == 0 ? "assert x == 'first'" : "assert x == 'second'") != 0) goto done;
        PyObject *dict = PyInterpreterState_GetDict(PyInterpreterState_Get());
        if (PyLong_AsLong(PyDict_GetItemString(dict, "number")) != i) goto done;
    }
    long long first = PyInterpreterState_GetID(PyThreadState_GetInterpreter(others[0]));
    long long second = PyInterpreterState_GetID(PyThreadState_GetInterpreter(others[1]));
    long long here = PyInterpreterState_GetID(PyInterpreterState_Get());
    PyThreadState_Swap(mine);
    ids = Py_BuildValue(
        "LLLL", PyInterpreterState_GetID(PyInterpreterState_Get()), first, second, here);
done:
    for (int i = 0; i < 2; i++) {
        PyThreadState_Swap(others[i]);
        Py_EndInterpreter(others[i]);
    }
    PyThreadState_Swap(mine);
    if (ids == NULL) return PyErr_Format(PyExc_AssertionError, "interpreters share something");
    return ids;
}

/* An exception is the thread state's: that of one interpreter is not seen in another. */
static PyObject *errors(PyObject *self, PyObject *unused)
{
    PyThreadState *mine = PyThreadState_Get();
    PyErr_SetString(PyExc_KeyError, "of the main interpreter");
    PyThreadState *other = Py_NewInterpreter();
    int seen = PyErr_Occurred() != NULL;
    PyErr_SetString(PyExc_IndexError, "of the other");
    PyErr_Clear();
    Py_EndInterpreter(other);
    PyThreadState_Swap(mine);
    if (!PyErr_ExceptionMatches(PyExc_KeyError)) seen = 1;
    PyErr_Clear();
    return PyBool_FromLong(!seen);
}

static void *ask(void *answer)
{
    PyGILState_STATE state = PyGILState_Ensure();
    *(long long *)answer = PyInterpreterState_GetID(PyInterpreterState_Get());
    PyGILState_Release(state);
    return NULL;
}

/* Where a thread that C makes is while there are others: in the main interpreter. */
static PyObject *of_thread(PyObject *self, PyObject *unused)
{
    PyThreadState *mine = PyThreadState_Get();
    PyThreadState *other = Py_NewInterpreter();
    PyThreadState_Swap(mine);
    pthread_t thread;
    long long answer = -1;
    if (pthread_create(&thread, NULL, ask, &answer) == 0) {
        Py_BEGIN_ALLOW_THREADS pthread_join(thread, NULL);
        Py_END_ALLOW_THREADS
    }
    PyThreadState_Swap(other);
    Py_EndInterpreter(other);
    PyThreadState_Swap(mine);
    return PyLong_FromLongLong(answer);
}

static PyObject *executed(PyObject *self, PyObject *unused)
{
    return PyLong_FromLong(runs);
}

static PyMethodDef methods[] = {{"run_in_new", run_in_new, METH_VARARGS, NULL},
    {"alternate", alternate, METH_NOARGS, NULL}, {"errors", errors, METH_NOARGS, NULL},
    {"of_thread", of_thread, METH_NOARGS, NULL}, {"executed", executed, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL}};

static int execute(PyObject *module)
{
    runs++;
    PyObject *kind = PyErr_NewException("capi_interpreters.Error", NULL, NULL);
    if (kind == NULL || PyModule_AddObject(module, "Error", kind) < 0) return -1;
    return 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)execute}, {0, NULL}};

static PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "capi_interpreters", NULL, 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_capi_interpreters(void)
{
    return PyModuleDef_Init(&definition);
}
