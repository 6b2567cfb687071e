"""What the generated calls must keep to, because CPython does not check it.

NOT_CALLED ends the process, or the calls after it would mean something else. UNCHECKED gives, for
parameters that CPython takes for what they must be, the letter that machine.c checks (fits()).
"""

import re

NOT_CALLED = {
    *("Py_Exit", "Py_FatalError", "Py_Finalize", "Py_FinalizeEx", "Py_Initialize"),
    *("Py_InitializeEx", "Py_NewInterpreter", "PyInterpreterState_New"),
    *("PyEval_SaveThread", "PyGILState_Ensure", "PyThread_exit_thread", "PyThread_ReInitTLS"),
    *("PyThreadState_SetAsyncExc", "PyErr_SetInterrupt", "PyErr_SetInterruptEx"),
    *("PyOS_AfterFork", "PyOS_AfterFork_Child", "PyOS_AfterFork_Parent", "PyOS_BeforeFork"),
    # memory that has to be given back in a way of its own
    *("PyMem_Calloc", "PyMem_Malloc", "PyMem_RawCalloc", "PyMem_RawMalloc", "PyObject_Calloc"),
    *("PyObject_Malloc", "_PyObject_GC_New", "_PyObject_GC_NewVar", "_PyObject_GC_Resize"),
    *("_PyObject_New", "_PyObject_NewVar", "PyObject_Init", "PyObject_InitVar"),
    *("Py_DecodeLocale", "PyUnicode_AsUCS4Copy", "PyUnicode_AsWideCharString"),
    # counts by hand
    *("Py_DecRef", "Py_IncRef", "_Py_DecRef", "_Py_IncRef", "_Py_Dealloc", "_Py_SetRefcnt"),
    *("Py_REFCNT", "PyObject_ClearWeakRefs", "PyObject_GC_IsTracked", "PyObject_GC_IsFinalized"),
    # locks and keys, which nothing gives back
    *("PyThread_allocate_lock", "PyThread_create_key", "PyThread_delete_key"),
    *("PyThread_delete_key_value", "PyThread_get_key_value", "PyThread_set_stacksize"),
    *("PyThread_tss_alloc", "PyThread_init_thread", "PyThread_get_thread_ident"),
    *("PyThread_get_thread_native_id", "PyOS_getsig", "PyEval_InitThreads"),
    # special.c calls them with what they need
    *("PyDict_Next", "PyErr_Fetch", "PyErr_GetExcInfo", "PyErr_NormalizeException"),
    *("PyBytes_DecodeEscape", "PyGC_Collect"),
    # pairs of calls
    *("Py_EnterRecursiveCall", "Py_LeaveRecursiveCall", "Py_ReprEnter", "Py_ReprLeave"),
    *("PyErr_SetExcInfo", "PyErr_SetHandledException", "PyGC_Disable", "PyGC_Enable"),
    *("Py_SetRecursionLimit", "PyCodec_Register", "PyCodec_Unregister", "PyCodec_RegisterError"),
    # read once, never given back
    *("PyCapsule_SetName", "PyErr_SetRaisedException", "PyErr_Restore"),
}

# A pattern for the function, a letter for each parameter.
UNCHECKED = {
    r"PyByteArray_(Size|AsString|Resize)": "B..",
    r"PyBytes_Repr": "b.",
    r"PyException_(Get|Set)\w+": "E.",
    r"PyException_SetArgs": "EL",
    r"PyException_Set(Cause|Context)": "EE",
    r"PyExceptionClass_Name": "T",
    r"PyDict_Contains": "D.",
    r"Py_Is|PyErr_GivenExceptionMatches": "vv",
    r"PyIter_(Next|Send)": "I..",
    r"PySlice_(Unpack|GetIndices|GetIndicesEx)": "S......",
    r"PyUnicode_(IsIdentifier|CompareWithASCIIString|Substring|FindChar|EqualToUTF8\w*)": "U.",
    r"PyObject_Generic[GS]etAttr": "N.",
    r"PyDict_(SetItem|DelItem|Clear|Merge|Update|SetDefault|Pop)\w*": "o",
    r"PyDict_MergeFromSeq2": "D.",
    # an int is a length: memory that only one of the two sides may have
    r"PyByteArray_FromObject|PyObject_Bytes": "m",
    r"PyNumber_(InPlace)?(Lshift|Power|Multiply)": "iii",
    r"PyType_Generic(Alloc|New)|PyType_Ready|PyStructSequence_\w+|PyFrame_\w+": "xxx",
    r"PyTraceBack_Here|PyEval_EvalCode|PyVectorcall_Call|PyWrapper_New": "xxx",
    r"PyObject_Call": ".LD",
    r"PyType_GetTypeDataSize|PyType_GetModule(State)?": "l",
}


def letters(function):
    """A letter for each parameter of a function, for the table of the generated calls."""
    found = "." * 8
    for pattern, given in UNCHECKED.items():
        if re.fullmatch(pattern, function.name):
            found = given.ljust(8, ".")
    kinds = enumerate(function.signature())
    return "".join("T" if k == "T" and found[i] == "." else found[i] for i, k in kinds)
