/* Slices: the arithmetic of indices. */
#include "jabiru.h"

/* As on CPython, lengths below 0 are not refused: what they make of an index may wrap around. */
static Py_ssize_t clipped(Py_ssize_t index, Py_ssize_t length, Py_ssize_t step)
{
    if (index < 0) {
        index = (Py_ssize_t)((size_t)index + (size_t)length);
        return index >= 0 ? index : step < 0 ? -1 : 0;
    }
    return index < length ? index : step < 0 ? length - 1 : length;
}

/* From one index to the last before the other. */
static Py_ssize_t distance(Py_ssize_t from, Py_ssize_t to)
{
    return (Py_ssize_t)((size_t)to - (size_t)from - 1);
}

Py_ssize_t PySlice_AdjustIndices(
    Py_ssize_t length, Py_ssize_t *start, Py_ssize_t *stop, Py_ssize_t step)
{
    *start = clipped(*start, length, step);
    *stop = clipped(*stop, length, step);
    if (step < 0) {
        return *stop < *start ? distance(*stop, *start) / -step + 1 : 0;
    }
    return *start < *stop ? distance(*start, *stop) / step + 1 : 0;
}

int PySlice_GetIndicesEx(PyObject *r, Py_ssize_t length, Py_ssize_t *start, Py_ssize_t *stop,
    Py_ssize_t *step, Py_ssize_t *slicelength)
{
    if (PySlice_Unpack(r, start, stop, step) < 0) {
        return -1;
    }
    *slicelength = PySlice_AdjustIndices(length, start, stop, *step);
    return 0;
}
