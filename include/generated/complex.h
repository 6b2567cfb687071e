/* Generated from capi-emulation/abi/complex.abi. */
JABIRU_FUNCTION PyObject *PyComplex_FromDoubles(double real, double imag);
JABIRU_FUNCTION double PyComplex_ImagAsDouble(PyObject *op);
JABIRU_FUNCTION double PyComplex_RealAsDouble(PyObject *op);
JABIRU_DATA PyTypeObject PyComplex_Type;
