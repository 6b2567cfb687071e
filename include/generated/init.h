/* Generated from capi-emulation/abi/init.abi. */
JABIRU_FUNCTION int Py_AddPendingCall(int (*func)(void *), void *arg);
JABIRU_FUNCTION void Py_EndInterpreter(PyThreadState *tstate);
JABIRU_FUNCTION void Py_Finalize(void);
JABIRU_FUNCTION const char *Py_GetBuildInfo(void);
JABIRU_FUNCTION const char *Py_GetCompiler(void);
JABIRU_FUNCTION const char *Py_GetCopyright(void);
JABIRU_FUNCTION wchar_t *Py_GetExecPrefix(void);
JABIRU_FUNCTION wchar_t *Py_GetPath(void);
JABIRU_FUNCTION const char *Py_GetPlatform(void);
JABIRU_FUNCTION wchar_t *Py_GetPrefix(void);
JABIRU_FUNCTION wchar_t *Py_GetProgramFullPath(void);
JABIRU_FUNCTION wchar_t *Py_GetProgramName(void);
JABIRU_FUNCTION wchar_t *Py_GetPythonHome(void);
JABIRU_FUNCTION const char *Py_GetVersion(void);
JABIRU_FUNCTION void Py_Initialize(void);
JABIRU_FUNCTION void Py_InitializeEx(int initsigs);
JABIRU_FUNCTION int Py_IsInitialized(void);
JABIRU_FUNCTION int Py_MakePendingCalls(void);
JABIRU_FUNCTION PyThreadState *Py_NewInterpreter(void);
JABIRU_FUNCTION void Py_SetProgramName(const wchar_t *name);
JABIRU_FUNCTION void Py_SetPythonHome(const wchar_t *home);
JABIRU_FUNCTION void PyEval_AcquireThread(PyThreadState *tstate);
JABIRU_FUNCTION void PyEval_InitThreads(void);
JABIRU_FUNCTION void PyEval_ReleaseThread(PyThreadState *tstate);
JABIRU_FUNCTION void PyEval_RestoreThread(PyThreadState *tstate);
JABIRU_FUNCTION PyThreadState *PyEval_SaveThread(void);
JABIRU_FUNCTION PyGILState_STATE PyGILState_Ensure(void);
JABIRU_FUNCTION PyThreadState *PyGILState_GetThisThreadState(void);
JABIRU_FUNCTION void PyGILState_Release(PyGILState_STATE state);
JABIRU_FUNCTION void PyInterpreterState_Clear(PyInterpreterState *interp);
JABIRU_FUNCTION void PyInterpreterState_Delete(PyInterpreterState *interp);
JABIRU_FUNCTION PyInterpreterState *PyInterpreterState_New(void);
JABIRU_FUNCTION void PySys_SetArgv(int argc, wchar_t **argv);
JABIRU_FUNCTION void PySys_SetArgvEx(int argc, wchar_t **argv, int updatepath);
JABIRU_FUNCTION void PyThreadState_Clear(PyThreadState *tstate);
JABIRU_FUNCTION void PyThreadState_Delete(PyThreadState *tstate);
JABIRU_FUNCTION PyThreadState *PyThreadState_Get(void);
JABIRU_FUNCTION PyObject *PyThreadState_GetDict(void);
JABIRU_FUNCTION PyThreadState *PyThreadState_New(PyInterpreterState *interp);
JABIRU_FUNCTION int PyThreadState_SetAsyncExc(unsigned long thread, PyObject *exception);
JABIRU_FUNCTION PyThreadState *PyThreadState_Swap(PyThreadState *tstate);

#if Py_LIMITED_API+0 >= 0x03060000
JABIRU_FUNCTION int Py_FinalizeEx(void);
#endif

#if Py_LIMITED_API+0 >= 0x03070000
JABIRU_FUNCTION int64_t PyInterpreterState_GetID(PyInterpreterState *interp);
#endif

#if Py_LIMITED_API+0 >= 0x03080000
JABIRU_FUNCTION PyObject *PyInterpreterState_GetDict(PyInterpreterState *interp);
#endif

#if Py_LIMITED_API+0 >= 0x03090000
JABIRU_FUNCTION PyInterpreterState *PyInterpreterState_Get(void);
JABIRU_FUNCTION PyFrameObject *PyThreadState_GetFrame(PyThreadState *tstate);
JABIRU_FUNCTION uint64_t PyThreadState_GetID(PyThreadState *tstate);
JABIRU_FUNCTION PyInterpreterState *PyThreadState_GetInterpreter(PyThreadState *tstate);
#endif

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION int Py_IsFinalizing(void);
#endif
