/* Generated from capi-emulation/abi/codec.abi. */
JABIRU_FUNCTION PyObject *PyCodec_BackslashReplaceErrors(PyObject *exc);
JABIRU_FUNCTION PyObject *PyCodec_Decode(PyObject *object, const char *encoding, const char *errors);
JABIRU_FUNCTION PyObject *PyCodec_Decoder(const char *encoding);
JABIRU_FUNCTION PyObject *PyCodec_Encode(PyObject *object, const char *encoding, const char *errors);
JABIRU_FUNCTION PyObject *PyCodec_Encoder(const char *encoding);
JABIRU_FUNCTION PyObject *PyCodec_IgnoreErrors(PyObject *exc);
JABIRU_FUNCTION PyObject *PyCodec_IncrementalDecoder(const char *encoding, const char *errors);
JABIRU_FUNCTION PyObject *PyCodec_IncrementalEncoder(const char *encoding, const char *errors);
JABIRU_FUNCTION int PyCodec_KnownEncoding(const char *encoding);
JABIRU_FUNCTION PyObject *PyCodec_LookupError(const char *name);
JABIRU_FUNCTION int PyCodec_Register(PyObject *search_function);
JABIRU_FUNCTION int PyCodec_RegisterError(const char *name, PyObject *error);
JABIRU_FUNCTION PyObject *PyCodec_ReplaceErrors(PyObject *exc);
JABIRU_FUNCTION PyObject *PyCodec_StreamReader(const char *encoding, PyObject *stream, const char *errors);
JABIRU_FUNCTION PyObject *PyCodec_StreamWriter(const char *encoding, PyObject *stream, const char *errors);
JABIRU_FUNCTION PyObject *PyCodec_StrictErrors(PyObject *exc);
JABIRU_FUNCTION int PyCodec_Unregister(PyObject *search_function);
JABIRU_FUNCTION PyObject *PyCodec_XMLCharRefReplaceErrors(PyObject *exc);

#if Py_LIMITED_API+0 >= 0x03050000
JABIRU_FUNCTION PyObject *PyCodec_NameReplaceErrors(PyObject *exc);
#endif
