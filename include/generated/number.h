/* Generated from capi-emulation/abi/number.abi. */
JABIRU_FUNCTION int PyIndex_Check(PyObject *obj);
JABIRU_FUNCTION PyObject *PyNumber_Absolute(PyObject *o);
JABIRU_FUNCTION PyObject *PyNumber_Add(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_And(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION Py_ssize_t PyNumber_AsSsize_t(PyObject *o, PyObject *exc);
JABIRU_FUNCTION int PyNumber_Check(PyObject *o);
JABIRU_FUNCTION PyObject *PyNumber_Divmod(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_Float(PyObject *o);
JABIRU_FUNCTION PyObject *PyNumber_FloorDivide(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_Index(PyObject *o);
JABIRU_FUNCTION PyObject *PyNumber_InPlaceAdd(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_InPlaceAnd(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_InPlaceFloorDivide(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_InPlaceLshift(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_InPlaceMultiply(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_InPlaceOr(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_InPlacePower(PyObject *left, PyObject *right, PyObject *modulus);
JABIRU_FUNCTION PyObject *PyNumber_InPlaceRemainder(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_InPlaceRshift(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_InPlaceSubtract(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_InPlaceTrueDivide(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_InPlaceXor(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_Invert(PyObject *o);
JABIRU_FUNCTION PyObject *PyNumber_Long(PyObject *o);
JABIRU_FUNCTION PyObject *PyNumber_Lshift(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_Multiply(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_Negative(PyObject *o);
JABIRU_FUNCTION PyObject *PyNumber_Or(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_Positive(PyObject *o);
JABIRU_FUNCTION PyObject *PyNumber_Power(PyObject *left, PyObject *right, PyObject *modulus);
JABIRU_FUNCTION PyObject *PyNumber_Remainder(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_Rshift(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_Subtract(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_ToBase(PyObject *n, int base);
JABIRU_FUNCTION PyObject *PyNumber_TrueDivide(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_Xor(PyObject *o1, PyObject *o2);

#if Py_LIMITED_API+0 >= 0x03050000
JABIRU_FUNCTION PyObject *PyNumber_InPlaceMatrixMultiply(PyObject *o1, PyObject *o2);
JABIRU_FUNCTION PyObject *PyNumber_MatrixMultiply(PyObject *o1, PyObject *o2);
#endif
