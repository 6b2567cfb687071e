/* Generated from capi-emulation/abi/float.abi. */
JABIRU_FUNCTION double PyFloat_AsDouble(PyObject *obj);
JABIRU_FUNCTION PyObject *PyFloat_FromDouble(double value);
JABIRU_FUNCTION PyObject *PyFloat_FromString(PyObject *obj);
JABIRU_FUNCTION PyObject *PyFloat_GetInfo(void);
JABIRU_FUNCTION double PyFloat_GetMax(void);
JABIRU_FUNCTION double PyFloat_GetMin(void);
JABIRU_DATA PyTypeObject PyFloat_Type;
