/* Hashing: pointers, and bytes as bytes objects hash them. */
#include "jabiru.h"

Py_hash_t Py_HashPointer(const void *ptr)
{
    uintptr_t bits = (uintptr_t)ptr;
    Py_hash_t hash = (Py_hash_t)((bits >> 4) | (bits << (8 * sizeof bits - 4)));
    return hash == -1 ? -2 : hash;
}

Py_hash_t Py_HashBuffer(const void *ptr, Py_ssize_t len)
{
    PyObject *bytes = PyBytes_FromStringAndSize(ptr, len);
    Py_hash_t hash = bytes == NULL ? -1 : PyObject_Hash(bytes);
    Py_XDECREF(bytes);
    return hash;
}

/* hash() of bytes is Java's affair: the description names it, and its function is Py_HashBuffer. */
void *PyHash_GetFuncDef(void)
{
    static const struct {
        Py_hash_t (*hash)(const void *, Py_ssize_t);
        const char *name;
        int hash_bits;
        int seed_bits;
    } definition = {Py_HashBuffer, "truffle", 64, 0};
    return (void *)&definition;
}
