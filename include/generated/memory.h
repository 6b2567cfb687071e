/* Generated from capi-emulation/abi/memory.abi. */
JABIRU_FUNCTION void *PyMem_Calloc(size_t nelem, size_t elsize);
JABIRU_FUNCTION void PyMem_Free(void *ptr);
JABIRU_FUNCTION void *PyMem_Malloc(size_t size);
JABIRU_FUNCTION void *PyMem_Realloc(void *ptr, size_t new_size);
JABIRU_FUNCTION void PyObject_Free(void *ptr);
JABIRU_FUNCTION void *PyObject_Malloc(size_t size);
JABIRU_FUNCTION void *PyObject_Realloc(void *ptr, size_t new_size);

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION void *PyMem_RawCalloc(size_t nelem, size_t elsize);
JABIRU_FUNCTION void PyMem_RawFree(void *ptr);
JABIRU_FUNCTION void *PyMem_RawMalloc(size_t size);
JABIRU_FUNCTION void *PyMem_RawRealloc(void *ptr, size_t new_size);
#endif
