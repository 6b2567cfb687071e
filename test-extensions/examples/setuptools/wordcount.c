/* wordcount: counts the words of a text, without the interpreter's lock. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static Py_ssize_t count_words(const char *text, Py_ssize_t size)
{
    Py_ssize_t words = 0;
    int inside = 0;
    for (Py_ssize_t i = 0; i < size; i++) {
        int blank = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
        if (!blank && !inside) words++;
        inside = !blank;
    }
    return words;
}

static PyObject *count(PyObject *module, PyObject *text)
{
    (void)module;
    Py_ssize_t size;
    const char *utf8 = PyUnicode_AsUTF8AndSize(text, &size);
    if (utf8 == NULL) return NULL;
    Py_ssize_t words;
    Py_BEGIN_ALLOW_THREADS words = count_words(utf8, size);
    Py_END_ALLOW_THREADS return PyLong_FromSsize_t(words);
}

static PyMethodDef functions[] = {
    {"count", count, METH_O, "count(text, /)\n--\n\nHow many words the text has."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "wordcount",
    .m_doc = "Counts words.",
    .m_methods = functions,
};

PyMODINIT_FUNC PyInit_wordcount(void)
{
    return PyModuleDef_Init(&definition);
}
