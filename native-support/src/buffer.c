/* The buffer protocol. Types made in C have bf_getbuffer; Java exports the rest. */
#include "jabiru.h"

static PyBufferProcs *procs_of(PyObject *obj)
{
    PyBufferProcs *procs = TYPE(obj)->tp_as_buffer;
    return procs != NULL && procs->bf_getbuffer != NULL ? procs : NULL;
}

int PyObject_CheckBuffer(PyObject *obj)
{
    return PyBytes_Check(obj) || procs_of(obj) != NULL || java_PyObject_CheckBuffer(obj);
}

/* Of a small bytearray of Java's both sides see the same memory (ByteArrayMirrors); a large one is
   copied for the time of the export, because that memory is compared at each crossing. */
#define LARGEST_SHARED 1024

/* The memory of a small bytearray, NULL for any other. */
static char *shared_memory(PyObject *obj)
{
    if (!PyByteArray_CheckExact(obj) || !jabiru_in_arena(obj)) {
        return NULL;
    }
    PyByteArrayObject *array = (PyByteArrayObject *)obj;
    struct jabiru_prefix *prefix = jabiru_prefix_of(obj);
    if (array->ob_start == NULL || prefix->epoch != jabiru_state.epoch) {
        if (PyByteArray_Size(obj) > LARGEST_SHARED || PyByteArray_AsString(obj) == NULL) {
            PyErr_Clear();
            return NULL;
        }
        prefix->epoch = jabiru_state.epoch;
    }
    return Py_SIZE(obj) > LARGEST_SHARED ? NULL : array->ob_start;
}

/* Takes back the lock that was the last change, or has Java undo it. */
static void unlock(PyObject *obj)
{
    if (jabiru_write_count != 0) {
        const struct write *last = &jabiru_writes[jabiru_write_count - 1];
        if (last->object == obj && last->index == WRITE_LOCK) {
            jabiru_write_count--;
            return;
        }
    }
    jabiru_write(obj, WRITE_UNLOCK, NULL);
}

int PyObject_GetBuffer(PyObject *obj, Py_buffer *view, int flags)
{
    if (view == NULL) {
        PyErr_SetString(PyExc_BufferError, "PyObject_GetBuffer: view==NULL argument is obsolete");
        return -1;
    }
    if (PyBytes_Check(obj)) {
        return PyBuffer_FillInfo(
            view, obj, ((PyBytesObject *)obj)->ob_sval, Py_SIZE(obj), 1, flags);
    }
    char *shared = shared_memory(obj);
    if (shared != NULL) {
        if (PyBuffer_FillInfo(view, obj, shared, Py_SIZE(obj), 0, flags) != 0) {
            return -1;
        }
        jabiru_write(obj, WRITE_LOCK, NULL);
        return 0;
    }
    PyBufferProcs *procs = procs_of(obj);
    return procs != NULL ? procs->bf_getbuffer(obj, view, flags)
                         : java_PyObject_GetBuffer(obj, view, flags);
}

void PyBuffer_Release(Py_buffer *view)
{
    PyObject *obj = view->obj;
    if (obj == NULL) {
        return;
    }
    PyBufferProcs *procs = procs_of(obj);
    if (PyByteArray_CheckExact(obj) && view->internal == NULL) {
        unlock(obj);
    } else if (procs != NULL) {
        if (procs->bf_releasebuffer != NULL) {
            procs->bf_releasebuffer(obj, view);
        }
    } else if (!PyBytes_Check(obj) && !PyUnicode_Check(obj)) {
        java_PyBuffer_Release(view); /* releases view->obj, too */
    }
    if (view->obj == obj) {
        view->obj = NULL;
        Py_DECREF(obj);
    }
}

int PyBuffer_FillInfo(
    Py_buffer *view, PyObject *o, void *buf, Py_ssize_t len, int readonly, int flags)
{
    if (view == NULL) {
        PyErr_SetString(PyExc_BufferError, "PyBuffer_FillInfo: view==NULL argument is obsolete");
        return -1;
    }
    if (flags == PyBUF_READ || flags == PyBUF_WRITE) {
        PyErr_BadInternalCall();
        return -1;
    }
    if ((flags & PyBUF_WRITABLE) && readonly) {
        PyErr_SetString(PyExc_BufferError, "Object is not writable.");
        return -1;
    }
    *view = (Py_buffer){
        .buf = buf,
        .obj = new_ref_or_null(o),
        .len = len,
        .itemsize = 1,
        .readonly = readonly,
        .ndim = 1,
        .format = (flags & PyBUF_FORMAT) ? (char *)"B" : NULL,
    };
    if (flags & PyBUF_ND) {
        view->shape = &view->len;
    }
    if ((flags & PyBUF_STRIDES) == PyBUF_STRIDES) {
        view->strides = &view->itemsize;
    }
    return 0;
}

static int contiguous_from(const Py_buffer *view, int first, int step)
{
    Py_ssize_t expected = view->itemsize;
    for (int k = 0, i = first; k < view->ndim; k++, i += step) {
        Py_ssize_t extent = view->shape[i];
        if (extent > 1 && view->strides[i] != expected) {
            return 0;
        }
        expected *= extent;
    }
    return 1;
}

static int is_c_contiguous(const Py_buffer *view)
{
    return view->strides == NULL || view->len == 0 || contiguous_from(view, view->ndim - 1, -1);
}

static int is_fortran_contiguous(const Py_buffer *view)
{
    if (view->len == 0 || view->ndim <= 1) {
        return is_c_contiguous(view);
    }
    if (view->strides == NULL) {
        int wide = 0;
        for (int i = 0; view->shape != NULL && i < view->ndim; i++) {
            wide += view->shape[i] > 1;
        }
        return wide <= 1;
    }
    return contiguous_from(view, 0, 1);
}

int PyBuffer_IsContiguous(const Py_buffer *view, char fort)
{
    if (view->suboffsets != NULL) {
        return 0;
    }
    switch (fort) {
    case 'C':
        return is_c_contiguous(view);
    case 'F':
        return is_fortran_contiguous(view);
    case 'A':
        return is_c_contiguous(view) || is_fortran_contiguous(view);
    default:
        return 0;
    }
}

void *PyBuffer_GetPointer(const Py_buffer *view, const Py_ssize_t *indices)
{
    char *pointer = view->buf;
    for (int i = 0; i < view->ndim; i++) {
        pointer += view->strides[i] * indices[i];
        if (view->suboffsets != NULL && view->suboffsets[i] >= 0) {
            pointer = *(char **)pointer + view->suboffsets[i];
        }
    }
    return pointer;
}

void PyBuffer_FillContiguousStrides(
    int ndims, Py_ssize_t *shape, Py_ssize_t *strides, int itemsize, char fort)
{
    Py_ssize_t size = itemsize;
    for (int k = 0; k < ndims; k++) {
        int i = fort == 'F' ? k : ndims - 1 - k;
        strides[i] = size;
        size *= shape[i];
    }
}

/* Advances the indices in C order (last fastest) or in Fortran order (first fastest). */
static void next_index(const Py_buffer *view, Py_ssize_t *indices, int fortran)
{
    for (int k = 0; k < view->ndim; k++) {
        int i = fortran ? k : view->ndim - 1 - k;
        if (++indices[i] < view->shape[i]) {
            return;
        }
        indices[i] = 0;
    }
}

static int copy_items(const Py_buffer *view, char *flat, Py_ssize_t len, int fortran, int to_view)
{
    Py_ssize_t indices[PyBUF_MAX_NDIM] = {0};
    Py_ssize_t strides[PyBUF_MAX_NDIM];
    Py_buffer with_strides = *view;
    if (view->strides == NULL) {
        PyBuffer_FillContiguousStrides(view->ndim, view->shape, strides, (int)view->itemsize, 'C');
        with_strides.strides = strides;
    }
    for (Py_ssize_t done = 0; done + view->itemsize <= len; done += view->itemsize) {
        void *item = PyBuffer_GetPointer(&with_strides, indices);
        memcpy(to_view ? item : flat + done, to_view ? flat + done : item, (size_t)view->itemsize);
        next_index(view, indices, fortran);
    }
    return 0;
}

int PyBuffer_FromContiguous(const Py_buffer *view, const void *buf, Py_ssize_t len, char order)
{
    len = len > view->len ? view->len : len;
    if (PyBuffer_IsContiguous(view, order)) {
        memcpy(view->buf, buf, (size_t)len);
        return 0;
    }
    return copy_items(view, (char *)buf, len, order == 'F', 1);
}

int PyBuffer_ToContiguous(void *buf, const Py_buffer *view, Py_ssize_t len, char order)
{
    if (len != view->len) {
        PyErr_SetString(PyExc_ValueError, "PyBuffer_ToContiguous: len != view->len");
        return -1;
    }
    if (PyBuffer_IsContiguous(view, order)) {
        memcpy(buf, view->buf, (size_t)len);
        return 0;
    }
    return copy_items(view, buf, len, order == 'F', 0);
}

static int copy_views(const Py_buffer *to, const Py_buffer *from)
{
    if (to->len < from->len) {
        PyErr_SetString(PyExc_BufferError, "destination is too small to receive data from source");
        return -1;
    }
    char *flat = PyMem_Malloc((size_t)from->len);
    if (flat == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    int result = PyBuffer_ToContiguous(flat, from, from->len, 'C');
    if (result == 0) {
        result = PyBuffer_FromContiguous(to, flat, from->len, 'C');
    }
    PyMem_Free(flat);
    return result;
}

int PyObject_CopyData(PyObject *dest, PyObject *src)
{
    Py_buffer to;
    Py_buffer from;
    if (!PyObject_CheckBuffer(dest) || !PyObject_CheckBuffer(src)) {
        PyErr_SetString(PyExc_TypeError, "both destination and source must be bytes-like objects");
        return -1;
    }
    if (PyObject_GetBuffer(dest, &to, PyBUF_FULL) != 0) {
        return -1;
    }
    int result = PyObject_GetBuffer(src, &from, PyBUF_FULL_RO);
    if (result == 0) {
        result = copy_views(&to, &from);
        PyBuffer_Release(&from);
    }
    PyBuffer_Release(&to);
    return result;
}

Py_ssize_t PyBuffer_SizeFromFormat(const char *format)
{
    Py_ssize_t size = -1;
    PyObject *module = PyImport_ImportModule("struct");
    PyObject *result = module == NULL ? NULL : PyObject_CallMethod(module, "calcsize", "s", format);
    if (result != NULL) {
        size = PyLong_AsSsize_t(result);
        Py_DECREF(result);
    }
    Py_XDECREF(module);
    return size;
}

/* The protocol of Python 2: a pointer without a view to release. */
static int old_buffer(PyObject *obj, void **buffer, Py_ssize_t *len, int flags)
{
    Py_buffer view;
    if (obj == NULL || buffer == NULL || len == NULL) {
        jabiru_null_argument();
        return -1;
    }
    if (PyObject_GetBuffer(obj, &view, flags) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *len = view.len;
    PyBuffer_Release(&view);
    return 0;
}

int PyObject_AsReadBuffer(PyObject *obj, const void **buffer, Py_ssize_t *buffer_len)
{
    return old_buffer(obj, (void **)buffer, buffer_len, PyBUF_SIMPLE);
}

int PyObject_AsCharBuffer(PyObject *obj, const char **buffer, Py_ssize_t *buffer_len)
{
    return old_buffer(obj, (void **)buffer, buffer_len, PyBUF_SIMPLE);
}

int PyObject_AsWriteBuffer(PyObject *obj, void **buffer, Py_ssize_t *buffer_len)
{
    return old_buffer(obj, buffer, buffer_len, PyBUF_WRITABLE);
}

int PyObject_CheckReadBuffer(PyObject *obj)
{
    Py_buffer view;
    if (PyObject_GetBuffer(obj, &view, PyBUF_SIMPLE) != 0) {
        PyErr_Clear();
        return 0;
    }
    PyBuffer_Release(&view);
    return 1;
}
