/* Generated from capi-emulation/abi/reflection.abi. */
JABIRU_FUNCTION PyObject *PyEval_GetBuiltins(void);
JABIRU_FUNCTION PyFrameObject *PyEval_GetFrame(void);
JABIRU_FUNCTION PyObject *PyEval_GetFrameBuiltins(void);
JABIRU_FUNCTION PyObject *PyEval_GetFrameGlobals(void);
JABIRU_FUNCTION PyObject *PyEval_GetFrameLocals(void);
JABIRU_FUNCTION const char *PyEval_GetFuncDesc(PyObject *func);
JABIRU_FUNCTION const char *PyEval_GetFuncName(PyObject *func);
JABIRU_FUNCTION PyObject *PyEval_GetGlobals(void);
JABIRU_FUNCTION PyObject *PyEval_GetLocals(void);
JABIRU_FUNCTION PyCodeObject *PyFrame_GetCode(PyFrameObject *frame);
JABIRU_FUNCTION int PyFrame_GetLineNumber(PyFrameObject *obj);
JABIRU_FUNCTION int PyTraceBack_Here(PyFrameObject *frame);
JABIRU_FUNCTION int PyTraceBack_Print(PyObject *traceback, PyObject *file);
JABIRU_DATA PyTypeObject PyTraceBack_Type;
