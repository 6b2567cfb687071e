/* Generated from capi-emulation/abi/veryhigh.abi. */
JABIRU_FUNCTION int Py_BytesMain(int argc, char **argv);
JABIRU_FUNCTION PyObject *Py_CompileString(const char *source, const char *filename, int start);
JABIRU_FUNCTION int Py_Main(int argc, wchar_t **argv);
JABIRU_FUNCTION PyObject *PyEval_EvalCode(PyObject *code, PyObject *globals, PyObject *locals);
JABIRU_FUNCTION PyObject *PyEval_EvalCodeEx(PyObject *co, PyObject *globals, PyObject *locals, PyObject *const *args, int argc, PyObject *const *kwds, int kwdc, PyObject *const *defs, int defc, PyObject *kwdefs, PyObject *closure);
JABIRU_FUNCTION PyObject *PyEval_EvalFrame(PyFrameObject *frame);
JABIRU_FUNCTION PyObject *PyEval_EvalFrameEx(PyFrameObject *f, int exc);
JABIRU_DATA int (*PyOS_InputHook)(void);
