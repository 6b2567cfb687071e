/* Generated from capi-emulation/abi/unicode.abi. */
JABIRU_FUNCTION void PyUnicode_Append(PyObject **pleft, PyObject *right);
JABIRU_FUNCTION void PyUnicode_AppendAndDel(PyObject **pleft, PyObject *right);
JABIRU_FUNCTION PyObject *PyUnicode_AsASCIIString(PyObject *unicode);
JABIRU_FUNCTION PyObject *PyUnicode_AsCharmapString(PyObject *unicode, PyObject *mapping);
JABIRU_FUNCTION PyObject *PyUnicode_AsDecodedObject(PyObject *unicode, const char *encoding, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_AsDecodedUnicode(PyObject *unicode, const char *encoding, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_AsEncodedObject(PyObject *unicode, const char *encoding, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_AsEncodedString(PyObject *unicode, const char *encoding, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_AsEncodedUnicode(PyObject *unicode, const char *encoding, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_AsLatin1String(PyObject *unicode);
JABIRU_FUNCTION PyObject *PyUnicode_AsRawUnicodeEscapeString(PyObject *unicode);
JABIRU_FUNCTION PyObject *PyUnicode_AsUnicodeEscapeString(PyObject *unicode);
JABIRU_FUNCTION PyObject *PyUnicode_AsUTF16String(PyObject *unicode);
JABIRU_FUNCTION PyObject *PyUnicode_AsUTF32String(PyObject *unicode);
JABIRU_FUNCTION PyObject *PyUnicode_AsUTF8String(PyObject *unicode);
JABIRU_FUNCTION Py_ssize_t PyUnicode_AsWideChar(PyObject *unicode, wchar_t *w, Py_ssize_t size);
JABIRU_FUNCTION wchar_t *PyUnicode_AsWideCharString(PyObject *unicode, Py_ssize_t *size);
JABIRU_FUNCTION PyObject *PyUnicode_BuildEncodingMap(PyObject *string);
JABIRU_FUNCTION int PyUnicode_Compare(PyObject *left, PyObject *right);
JABIRU_FUNCTION int PyUnicode_CompareWithASCIIString(PyObject *left, const char *right);
JABIRU_FUNCTION PyObject *PyUnicode_Concat(PyObject *left, PyObject *right);
JABIRU_FUNCTION int PyUnicode_Contains(PyObject *container, PyObject *element);
JABIRU_FUNCTION Py_ssize_t PyUnicode_Count(PyObject *str, PyObject *substr, Py_ssize_t start, Py_ssize_t end);
JABIRU_FUNCTION PyObject *PyUnicode_Decode(const char *s, Py_ssize_t size, const char *encoding, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeASCII(const char *string, Py_ssize_t length, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeCharmap(const char *string, Py_ssize_t length, PyObject *mapping, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeFSDefault(const char *s);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeFSDefaultAndSize(const char *s, Py_ssize_t size);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeLatin1(const char *string, Py_ssize_t length, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeRawUnicodeEscape(const char *string, Py_ssize_t length, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeUnicodeEscape(const char *string, Py_ssize_t length, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeUTF16(const char *string, Py_ssize_t length, const char *errors, int *byteorder);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeUTF16Stateful(const char *string, Py_ssize_t length, const char *errors, int *byteorder, Py_ssize_t *consumed);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeUTF32(const char *string, Py_ssize_t length, const char *errors, int *byteorder);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeUTF32Stateful(const char *string, Py_ssize_t length, const char *errors, int *byteorder, Py_ssize_t *consumed);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeUTF7(const char *string, Py_ssize_t length, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeUTF7Stateful(const char *string, Py_ssize_t length, const char *errors, Py_ssize_t *consumed);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeUTF8(const char *string, Py_ssize_t length, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeUTF8Stateful(const char *string, Py_ssize_t length, const char *errors, Py_ssize_t *consumed);
JABIRU_FUNCTION PyObject *PyUnicode_EncodeFSDefault(PyObject *unicode);
JABIRU_FUNCTION Py_ssize_t PyUnicode_Find(PyObject *str, PyObject *substr, Py_ssize_t start, Py_ssize_t end, int direction);
JABIRU_FUNCTION PyObject *PyUnicode_Format(PyObject *format, PyObject *args);
JABIRU_FUNCTION PyObject *PyUnicode_FromEncodedObject(PyObject *obj, const char *encoding, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_FromFormat(const char *format, ...);
JABIRU_FUNCTION PyObject *PyUnicode_FromFormatV(const char *format, va_list vargs);
JABIRU_FUNCTION PyObject *PyUnicode_FromObject(PyObject *obj);
JABIRU_FUNCTION PyObject *PyUnicode_FromOrdinal(int ordinal);
JABIRU_FUNCTION PyObject *PyUnicode_FromString(const char *u);
JABIRU_FUNCTION PyObject *PyUnicode_FromStringAndSize(const char *u, Py_ssize_t size);
JABIRU_FUNCTION PyObject *PyUnicode_FromWideChar(const wchar_t *w, Py_ssize_t size);
JABIRU_FUNCTION int PyUnicode_FSConverter(PyObject *obj, void *result);
JABIRU_FUNCTION int PyUnicode_FSDecoder(PyObject *obj, void *result);
JABIRU_FUNCTION const char *PyUnicode_GetDefaultEncoding(void);
JABIRU_FUNCTION PyObject *PyUnicode_InternFromString(const char *u);
JABIRU_FUNCTION void PyUnicode_InternInPlace(PyObject **p);
JABIRU_FUNCTION int PyUnicode_IsIdentifier(PyObject *s);
JABIRU_FUNCTION PyObject *PyUnicode_Join(PyObject *separator, PyObject *seq);
JABIRU_FUNCTION PyObject *PyUnicode_Partition(PyObject *s, PyObject *sep);
JABIRU_FUNCTION PyObject *PyUnicode_Replace(PyObject *str, PyObject *substr, PyObject *replstr, Py_ssize_t maxcount);
JABIRU_FUNCTION int PyUnicode_Resize(PyObject **unicode, Py_ssize_t length);
JABIRU_FUNCTION PyObject *PyUnicode_RichCompare(PyObject *left, PyObject *right, int op);
JABIRU_FUNCTION PyObject *PyUnicode_RPartition(PyObject *s, PyObject *sep);
JABIRU_FUNCTION PyObject *PyUnicode_RSplit(PyObject *s, PyObject *sep, Py_ssize_t maxsplit);
JABIRU_FUNCTION PyObject *PyUnicode_Split(PyObject *s, PyObject *sep, Py_ssize_t maxsplit);
JABIRU_FUNCTION PyObject *PyUnicode_Splitlines(PyObject *s, int keepends);
JABIRU_FUNCTION Py_ssize_t PyUnicode_Tailmatch(PyObject *str, PyObject *substr, Py_ssize_t start, Py_ssize_t end, int direction);
JABIRU_FUNCTION PyObject *PyUnicode_Translate(PyObject *str, PyObject *table, const char *errors);
JABIRU_DATA PyTypeObject PyUnicode_Type;
JABIRU_DATA PyTypeObject PyUnicodeIter_Type;

#if Py_LIMITED_API+0 >= 0x03030000
JABIRU_FUNCTION Py_UCS4 *PyUnicode_AsUCS4(PyObject *unicode, Py_UCS4 *buffer, Py_ssize_t buflen, int copy_null);
JABIRU_FUNCTION Py_UCS4 *PyUnicode_AsUCS4Copy(PyObject *unicode);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeLocale(const char *str, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_DecodeLocaleAndSize(const char *str, Py_ssize_t len, const char *errors);
JABIRU_FUNCTION PyObject *PyUnicode_EncodeLocale(PyObject *unicode, const char *errors);
JABIRU_FUNCTION Py_ssize_t PyUnicode_FindChar(PyObject *str, Py_UCS4 ch, Py_ssize_t start, Py_ssize_t end, int direction);
JABIRU_FUNCTION Py_ssize_t PyUnicode_GetLength(PyObject *unicode);
JABIRU_FUNCTION Py_UCS4 PyUnicode_ReadChar(PyObject *unicode, Py_ssize_t index);
JABIRU_FUNCTION PyObject *PyUnicode_Substring(PyObject *str, Py_ssize_t start, Py_ssize_t end);
JABIRU_FUNCTION int PyUnicode_WriteChar(PyObject *unicode, Py_ssize_t index, Py_UCS4 character);
#endif

#if Py_LIMITED_API+0 >= 0x030a0000
JABIRU_FUNCTION const char *PyUnicode_AsUTF8AndSize(PyObject *unicode, Py_ssize_t *size);
#endif

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION int PyUnicode_EqualToUTF8(PyObject *unicode, const char *string);
JABIRU_FUNCTION int PyUnicode_EqualToUTF8AndSize(PyObject *unicode, const char *string, Py_ssize_t size);
#endif

#if Py_LIMITED_API+0 >= 0x030e0000
JABIRU_FUNCTION int PyUnicode_Equal(PyObject *str1, PyObject *str2);
#endif
