/* Generated from capi-emulation/abi/sys.abi. */
JABIRU_FUNCTION int Py_AtExit(void (*func)(void));
JABIRU_FUNCTION void Py_Exit(int status);
JABIRU_FUNCTION void Py_FatalError(const char *message);
JABIRU_DATA const char *Py_FileSystemDefaultEncoding;
JABIRU_DATA int Py_HasFileSystemDefaultEncoding;
JABIRU_FUNCTION void PyOS_AfterFork(void);
JABIRU_FUNCTION PyOS_sighandler_t PyOS_getsig(int signum);
JABIRU_FUNCTION int PyOS_InterruptOccurred(void);
JABIRU_FUNCTION PyOS_sighandler_t PyOS_setsig(int signum, PyOS_sighandler_t handler);
JABIRU_FUNCTION void PySys_FormatStderr(const char *format, ...);
JABIRU_FUNCTION void PySys_FormatStdout(const char *format, ...);
JABIRU_FUNCTION PyObject *PySys_GetObject(const char *name);
JABIRU_FUNCTION PyObject *PySys_GetXOptions(void);
JABIRU_FUNCTION void PySys_ResetWarnOptions(void);
JABIRU_FUNCTION int PySys_SetObject(const char *name, PyObject *value);
JABIRU_FUNCTION void PySys_WriteStderr(const char *format, ...);
JABIRU_FUNCTION void PySys_WriteStdout(const char *format, ...);

#if Py_LIMITED_API+0 >= 0x03050000
JABIRU_FUNCTION wchar_t *Py_DecodeLocale(const char *arg, size_t *size);
JABIRU_FUNCTION char *Py_EncodeLocale(const wchar_t *text, size_t *error_pos);
#endif

#if Py_LIMITED_API+0 >= 0x03060000
JABIRU_DATA const char *Py_FileSystemDefaultEncodeErrors;
JABIRU_FUNCTION PyObject *PyOS_FSPath(PyObject *path);
#endif

#if Py_LIMITED_API+0 >= 0x03070000
JABIRU_DATA int Py_UTF8Mode;
JABIRU_FUNCTION void PyOS_AfterFork_Child(void);
JABIRU_FUNCTION void PyOS_AfterFork_Parent(void);
JABIRU_FUNCTION void PyOS_BeforeFork(void);
#endif

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION int PySys_Audit(const char *event, const char *argFormat, ...);
JABIRU_FUNCTION int PySys_AuditTuple(const char *event, PyObject *args);
#endif
