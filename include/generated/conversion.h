/* Generated from capi-emulation/abi/conversion.abi. */
JABIRU_FUNCTION char *PyOS_double_to_string(double val, char format_code, int precision, int flags, int *type);
JABIRU_FUNCTION int PyOS_mystricmp(const char *a, const char *b);
JABIRU_FUNCTION int PyOS_mystrnicmp(const char *a, const char *b, Py_ssize_t n);
JABIRU_FUNCTION int PyOS_snprintf(char *str, size_t size, const char *format, ...);
JABIRU_FUNCTION double PyOS_string_to_double(const char *str, char **endptr, PyObject *overflow_exception);
JABIRU_FUNCTION long PyOS_strtol(const char *string, char **end, int base);
JABIRU_FUNCTION unsigned long PyOS_strtoul(const char *string, char **end, int base);
JABIRU_FUNCTION int PyOS_vsnprintf(char *str, size_t size, const char *format, va_list va);
