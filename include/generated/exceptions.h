/* Generated from capi-emulation/abi/exceptions.abi. */
JABIRU_FUNCTION int Py_EnterRecursiveCall(const char *where);
JABIRU_FUNCTION int Py_GetRecursionLimit(void);
JABIRU_FUNCTION void Py_LeaveRecursiveCall(void);
JABIRU_FUNCTION int Py_ReprEnter(PyObject *obj);
JABIRU_FUNCTION void Py_ReprLeave(PyObject *obj);
JABIRU_FUNCTION void Py_SetRecursionLimit(int limit);
JABIRU_FUNCTION int PyErr_BadArgument(void);
JABIRU_FUNCTION void PyErr_BadInternalCall(void);
JABIRU_FUNCTION void _PyErr_BadInternalCall(const char *filename, int lineno);
JABIRU_FUNCTION int PyErr_CheckSignals(void);
JABIRU_FUNCTION void PyErr_Clear(void);
JABIRU_FUNCTION void PyErr_Display(PyObject *exception, PyObject *value, PyObject *traceback);
JABIRU_FUNCTION int PyErr_ExceptionMatches(PyObject *exception);
JABIRU_FUNCTION void PyErr_Fetch(PyObject **type, PyObject **value, PyObject **traceback);
JABIRU_FUNCTION PyObject *PyErr_Format(PyObject *exception, const char *format, ...);
JABIRU_FUNCTION PyObject *PyErr_GetRaisedException(void);
JABIRU_FUNCTION int PyErr_GivenExceptionMatches(PyObject *given, PyObject *exception);
JABIRU_FUNCTION PyObject *PyErr_NewException(const char *name, PyObject *base, PyObject *dict);
JABIRU_FUNCTION PyObject *PyErr_NewExceptionWithDoc(const char *name, const char *doc, PyObject *base, PyObject *dict);
JABIRU_FUNCTION PyObject *PyErr_NoMemory(void);
JABIRU_FUNCTION void PyErr_NormalizeException(PyObject **type, PyObject **value, PyObject **traceback);
JABIRU_FUNCTION PyObject *PyErr_Occurred(void);
JABIRU_FUNCTION void PyErr_Print(void);
JABIRU_FUNCTION void PyErr_PrintEx(int set_sys_last_vars);
JABIRU_FUNCTION PyObject *PyErr_ProgramText(const char *filename, int lineno);
JABIRU_FUNCTION void PyErr_Restore(PyObject *type, PyObject *value, PyObject *traceback);
JABIRU_FUNCTION PyObject *PyErr_SetFromErrno(PyObject *exception);
JABIRU_FUNCTION PyObject *PyErr_SetFromErrnoWithFilename(PyObject *exc, const char *filename);
JABIRU_FUNCTION PyObject *PyErr_SetFromErrnoWithFilenameObject(PyObject *exception, PyObject *filename);
JABIRU_FUNCTION void PyErr_SetInterrupt(void);
JABIRU_FUNCTION void PyErr_SetNone(PyObject *exception);
JABIRU_FUNCTION void PyErr_SetObject(PyObject *exception, PyObject *value);
JABIRU_FUNCTION void PyErr_SetRaisedException(PyObject *exc);
JABIRU_FUNCTION void PyErr_SetString(PyObject *exception, const char *string);
JABIRU_FUNCTION void PyErr_SyntaxLocation(const char *filename, int lineno);
JABIRU_FUNCTION void PyErr_SyntaxLocationEx(const char *filename, int lineno, int col_offset);
JABIRU_FUNCTION int PyErr_WarnEx(PyObject *category, const char *message, Py_ssize_t stack_level);
JABIRU_FUNCTION int PyErr_WarnExplicit(PyObject *category, const char *message, const char *filename, int lineno, const char *module, PyObject *registry);
JABIRU_FUNCTION int PyErr_WarnFormat(PyObject *category, Py_ssize_t stack_level, const char *format, ...);
JABIRU_FUNCTION void PyErr_WriteUnraisable(PyObject *obj);
JABIRU_DATA PyObject *PyExc_ArithmeticError;
JABIRU_DATA PyObject *PyExc_AssertionError;
JABIRU_DATA PyObject *PyExc_AttributeError;
JABIRU_DATA PyObject *PyExc_BaseException;
JABIRU_DATA PyObject *PyExc_BaseExceptionGroup;
JABIRU_DATA PyObject *PyExc_BufferError;
JABIRU_DATA PyObject *PyExc_BytesWarning;
JABIRU_DATA PyObject *PyExc_DeprecationWarning;
JABIRU_DATA PyObject *PyExc_EncodingWarning;
JABIRU_DATA PyObject *PyExc_EnvironmentError;
JABIRU_DATA PyObject *PyExc_EOFError;
JABIRU_DATA PyObject *PyExc_Exception;
JABIRU_DATA PyObject *PyExc_FloatingPointError;
JABIRU_DATA PyObject *PyExc_FutureWarning;
JABIRU_DATA PyObject *PyExc_GeneratorExit;
JABIRU_DATA PyObject *PyExc_ImportError;
JABIRU_DATA PyObject *PyExc_ImportWarning;
JABIRU_DATA PyObject *PyExc_IndentationError;
JABIRU_DATA PyObject *PyExc_IndexError;
JABIRU_DATA PyObject *PyExc_IOError;
JABIRU_DATA PyObject *PyExc_KeyboardInterrupt;
JABIRU_DATA PyObject *PyExc_KeyError;
JABIRU_DATA PyObject *PyExc_LookupError;
JABIRU_DATA PyObject *PyExc_MemoryError;
JABIRU_DATA PyObject *PyExc_NameError;
JABIRU_DATA PyObject *PyExc_NotImplementedError;
JABIRU_DATA PyObject *PyExc_OSError;
JABIRU_DATA PyObject *PyExc_OverflowError;
JABIRU_DATA PyObject *PyExc_PendingDeprecationWarning;
JABIRU_DATA PyObject *PyExc_ReferenceError;
JABIRU_DATA PyObject *PyExc_ResourceWarning;
JABIRU_DATA PyObject *PyExc_RuntimeError;
JABIRU_DATA PyObject *PyExc_RuntimeWarning;
JABIRU_DATA PyObject *PyExc_StopIteration;
JABIRU_DATA PyObject *PyExc_SyntaxError;
JABIRU_DATA PyObject *PyExc_SyntaxWarning;
JABIRU_DATA PyObject *PyExc_SystemError;
JABIRU_DATA PyObject *PyExc_SystemExit;
JABIRU_DATA PyObject *PyExc_TabError;
JABIRU_DATA PyObject *PyExc_TypeError;
JABIRU_DATA PyObject *PyExc_UnboundLocalError;
JABIRU_DATA PyObject *PyExc_UnicodeDecodeError;
JABIRU_DATA PyObject *PyExc_UnicodeEncodeError;
JABIRU_DATA PyObject *PyExc_UnicodeError;
JABIRU_DATA PyObject *PyExc_UnicodeTranslateError;
JABIRU_DATA PyObject *PyExc_UnicodeWarning;
JABIRU_DATA PyObject *PyExc_UserWarning;
JABIRU_DATA PyObject *PyExc_ValueError;
JABIRU_DATA PyObject *PyExc_Warning;
JABIRU_DATA PyObject *PyExc_ZeroDivisionError;
JABIRU_FUNCTION PyObject *PyException_GetArgs(PyObject *self);
JABIRU_FUNCTION PyObject *PyException_GetCause(PyObject *self);
JABIRU_FUNCTION PyObject *PyException_GetContext(PyObject *self);
JABIRU_FUNCTION PyObject *PyException_GetTraceback(PyObject *self);
JABIRU_FUNCTION void PyException_SetArgs(PyObject *self, PyObject *args);
JABIRU_FUNCTION void PyException_SetCause(PyObject *self, PyObject *cause);
JABIRU_FUNCTION void PyException_SetContext(PyObject *self, PyObject *context);
JABIRU_FUNCTION int PyException_SetTraceback(PyObject *self, PyObject *traceback);
JABIRU_FUNCTION const char *PyExceptionClass_Name(PyObject *type);
JABIRU_FUNCTION PyObject *PyUnicodeDecodeError_Create(const char *encoding, const char *object, Py_ssize_t length, Py_ssize_t start, Py_ssize_t end, const char *reason);
JABIRU_FUNCTION PyObject *PyUnicodeDecodeError_GetEncoding(PyObject *obj);
JABIRU_FUNCTION int PyUnicodeDecodeError_GetEnd(PyObject *obj, Py_ssize_t *arg);
JABIRU_FUNCTION PyObject *PyUnicodeDecodeError_GetObject(PyObject *obj);
JABIRU_FUNCTION PyObject *PyUnicodeDecodeError_GetReason(PyObject *obj);
JABIRU_FUNCTION int PyUnicodeDecodeError_GetStart(PyObject *obj, Py_ssize_t *arg);
JABIRU_FUNCTION int PyUnicodeDecodeError_SetEnd(PyObject *obj, Py_ssize_t n);
JABIRU_FUNCTION int PyUnicodeDecodeError_SetReason(PyObject *exc, const char *reason);
JABIRU_FUNCTION int PyUnicodeDecodeError_SetStart(PyObject *obj, Py_ssize_t n);
JABIRU_FUNCTION PyObject *PyUnicodeEncodeError_GetEncoding(PyObject *obj);
JABIRU_FUNCTION int PyUnicodeEncodeError_GetEnd(PyObject *obj, Py_ssize_t *arg);
JABIRU_FUNCTION PyObject *PyUnicodeEncodeError_GetObject(PyObject *obj);
JABIRU_FUNCTION PyObject *PyUnicodeEncodeError_GetReason(PyObject *obj);
JABIRU_FUNCTION int PyUnicodeEncodeError_GetStart(PyObject *obj, Py_ssize_t *arg);
JABIRU_FUNCTION int PyUnicodeEncodeError_SetEnd(PyObject *obj, Py_ssize_t n);
JABIRU_FUNCTION int PyUnicodeEncodeError_SetReason(PyObject *exc, const char *reason);
JABIRU_FUNCTION int PyUnicodeEncodeError_SetStart(PyObject *obj, Py_ssize_t n);
JABIRU_FUNCTION int PyUnicodeTranslateError_GetEnd(PyObject *obj, Py_ssize_t *arg);
JABIRU_FUNCTION PyObject *PyUnicodeTranslateError_GetObject(PyObject *obj);
JABIRU_FUNCTION PyObject *PyUnicodeTranslateError_GetReason(PyObject *obj);
JABIRU_FUNCTION int PyUnicodeTranslateError_GetStart(PyObject *obj, Py_ssize_t *arg);
JABIRU_FUNCTION int PyUnicodeTranslateError_SetEnd(PyObject *obj, Py_ssize_t n);
JABIRU_FUNCTION int PyUnicodeTranslateError_SetReason(PyObject *exc, const char *reason);
JABIRU_FUNCTION int PyUnicodeTranslateError_SetStart(PyObject *obj, Py_ssize_t n);

#if Py_LIMITED_API+0 >= 0x03030000
JABIRU_FUNCTION void PyErr_GetExcInfo(PyObject **type, PyObject **value, PyObject **traceback);
JABIRU_FUNCTION void PyErr_SetExcInfo(PyObject *type, PyObject *value, PyObject *traceback);
JABIRU_FUNCTION PyObject *PyErr_SetImportError(PyObject *message, PyObject *name, PyObject *path);
JABIRU_DATA PyObject *PyExc_BlockingIOError;
JABIRU_DATA PyObject *PyExc_BrokenPipeError;
JABIRU_DATA PyObject *PyExc_ChildProcessError;
JABIRU_DATA PyObject *PyExc_ConnectionAbortedError;
JABIRU_DATA PyObject *PyExc_ConnectionError;
JABIRU_DATA PyObject *PyExc_ConnectionRefusedError;
JABIRU_DATA PyObject *PyExc_ConnectionResetError;
JABIRU_DATA PyObject *PyExc_FileExistsError;
JABIRU_DATA PyObject *PyExc_FileNotFoundError;
JABIRU_DATA PyObject *PyExc_InterruptedError;
JABIRU_DATA PyObject *PyExc_IsADirectoryError;
JABIRU_DATA PyObject *PyExc_NotADirectoryError;
JABIRU_DATA PyObject *PyExc_PermissionError;
JABIRU_DATA PyObject *PyExc_ProcessLookupError;
JABIRU_DATA PyObject *PyExc_TimeoutError;
#endif

#if Py_LIMITED_API+0 >= 0x03040000
JABIRU_FUNCTION PyObject *PyErr_SetFromErrnoWithFilenameObjects(PyObject *exception, PyObject *filename, PyObject *filename2);
#endif

#if Py_LIMITED_API+0 >= 0x03050000
JABIRU_FUNCTION PyObject *PyErr_FormatV(PyObject *exception, const char *format, va_list vargs);
JABIRU_DATA PyObject *PyExc_RecursionError;
JABIRU_DATA PyObject *PyExc_StopAsyncIteration;
#endif

#if Py_LIMITED_API+0 >= 0x03060000
JABIRU_FUNCTION int PyErr_ResourceWarning(PyObject *source, Py_ssize_t stack_level, const char *format, ...);
JABIRU_FUNCTION PyObject *PyErr_SetImportErrorSubclass(PyObject *exception, PyObject *message, PyObject *name, PyObject *path);
JABIRU_DATA PyObject *PyExc_ModuleNotFoundError;
#endif

#if Py_LIMITED_API+0 >= 0x030a0000
JABIRU_FUNCTION int PyErr_SetInterruptEx(int signum);
#endif

#if Py_LIMITED_API+0 >= 0x030b0000
JABIRU_FUNCTION PyObject *PyErr_GetHandledException(void);
JABIRU_FUNCTION void PyErr_SetHandledException(PyObject *exc);
#endif

#if Py_LIMITED_API+0 >= 0x030c0000
JABIRU_FUNCTION void PyErr_DisplayException(PyObject *exception);
#endif
