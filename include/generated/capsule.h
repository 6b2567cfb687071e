/* Generated from capi-emulation/abi/capsule.abi. */
JABIRU_FUNCTION void *PyCapsule_GetContext(PyObject *capsule);
JABIRU_FUNCTION PyCapsule_Destructor PyCapsule_GetDestructor(PyObject *capsule);
JABIRU_FUNCTION const char *PyCapsule_GetName(PyObject *capsule);
JABIRU_FUNCTION void *PyCapsule_GetPointer(PyObject *capsule, const char *name);
JABIRU_FUNCTION void *PyCapsule_Import(const char *name, int no_block);
JABIRU_FUNCTION int PyCapsule_IsValid(PyObject *capsule, const char *name);
JABIRU_FUNCTION PyObject *PyCapsule_New(void *pointer, const char *name, PyCapsule_Destructor destructor);
JABIRU_FUNCTION int PyCapsule_SetContext(PyObject *capsule, void *context);
JABIRU_FUNCTION int PyCapsule_SetDestructor(PyObject *capsule, PyCapsule_Destructor destructor);
JABIRU_FUNCTION int PyCapsule_SetName(PyObject *capsule, const char *name);
JABIRU_FUNCTION int PyCapsule_SetPointer(PyObject *capsule, void *pointer);
JABIRU_DATA PyTypeObject PyCapsule_Type;
