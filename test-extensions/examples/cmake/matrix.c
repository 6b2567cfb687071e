/* matrix: the product of two square matrices, given as lists of lists of floats. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdlib.h>

/* Reads a list of lists into an array that the caller frees; NULL with an exception. */
static double *read_matrix(PyObject *rows, Py_ssize_t *size)
{
    *size = PySequence_Size(rows);
    if (*size < 0) return NULL;
    double *out = calloc((size_t)(*size * *size) + 1, sizeof *out);
    if (out == NULL) return (double *)PyErr_NoMemory();
    for (Py_ssize_t i = 0; i < *size; i++) {
        PyObject *row = PySequence_GetItem(rows, i);
        if (row == NULL) goto failed;
        if (PySequence_Size(row) != *size) {
            if (!PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "the matrix is not square");
            Py_DECREF(row);
            goto failed;
        }
        for (Py_ssize_t j = 0; j < *size; j++) {
            PyObject *item = PySequence_GetItem(row, j);
            double value = item == NULL ? -1 : PyFloat_AsDouble(item);
            Py_XDECREF(item);
            if (value == -1 && PyErr_Occurred()) {
                Py_DECREF(row);
                goto failed;
            }
            out[i * *size + j] = value;
        }
        Py_DECREF(row);
    }
    return out;
failed:
    free(out);
    return NULL;
}

static PyObject *product_of(const double *a, const double *b, Py_ssize_t size)
{
    PyObject *rows = PyList_New(size);
    for (Py_ssize_t i = 0; rows != NULL && i < size; i++) {
        PyObject *row = PyList_New(size);
        if (row == NULL || PyList_SetItem(rows, i, row) < 0) {
            Py_CLEAR(rows);
            break;
        }
        for (Py_ssize_t j = 0; j < size; j++) {
            double sum = 0;
            for (Py_ssize_t k = 0; k < size; k++)
                sum += a[i * size + k] * b[k * size + j];
            PyObject *value = PyFloat_FromDouble(sum);
            if (value == NULL || PyList_SetItem(row, j, value) < 0) {
                Py_CLEAR(rows);
                break;
            }
        }
    }
    return rows;
}

static PyObject *multiply(PyObject *module, PyObject *arguments)
{
    (void)module;
    PyObject *first, *second;
    if (!PyArg_ParseTuple(arguments, "OO:multiply", &first, &second)) return NULL;
    Py_ssize_t size, other;
    double *a = read_matrix(first, &size);
    if (a == NULL) return NULL;
    double *b = read_matrix(second, &other);
    PyObject *result = NULL;
    if (b != NULL && size != other)
        PyErr_SetString(PyExc_ValueError, "the matrices have different sizes");
    else if (b != NULL)
        result = product_of(a, b, size);
    free(a);
    free(b);
    return result;
}

static PyMethodDef functions[] = {
    {"multiply", multiply, METH_VARARGS, "The product of two square matrices."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "matrix",
    .m_methods = functions,
};

PyMODINIT_FUNC PyInit_matrix(void)
{
    return PyModuleDef_Init(&definition);
}
