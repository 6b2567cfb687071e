/* Generated from capi-emulation/abi/file.abi. */
JABIRU_FUNCTION PyObject *PyFile_FromFd(int fd, const char *name, const char *mode, int buffering, const char *encoding, const char *errors, const char *newline, int closefd);
JABIRU_FUNCTION PyObject *PyFile_GetLine(PyObject *file, int n);
JABIRU_FUNCTION int PyFile_WriteObject(PyObject *obj, PyObject *file, int flags);
JABIRU_FUNCTION int PyFile_WriteString(const char *string, PyObject *file);
