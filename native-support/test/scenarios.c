/* Calls the API and prints what happens. The same binary runs in CPython and on our library, whose
   Java half is replaced by fakes.c; the output must be the same. */
#include <Python.h>

static void report(const char *what)
{
    PyObject *type;
    PyObject *value;
    PyObject *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    if (type == NULL) {
        printf("%s: no exception\n", what);
        return;
    }
    PyObject *text = value == NULL ? NULL : PyObject_Str(value);
    const char *utf8 = text == NULL ? "?" : PyUnicode_AsUTF8(text);
    printf("%s: %s: %s\n", what, PyExceptionClass_Name(type), utf8);
    PyErr_Clear();
    Py_XDECREF(text);
    Py_XDECREF(type);
    Py_XDECREF(value);
    Py_XDECREF(traceback);
}

static void show(const char *what, PyObject *object)
{
    if (object == NULL) {
        report(what);
        return;
    }
    if (PyErr_Occurred()) {
        report("UNEXPECTED");
    }
    PyObject *text = PyObject_Repr(object);
    printf("%s = %s\n", what, text == NULL ? "?" : PyUnicode_AsUTF8(text));
    Py_XDECREF(text);
    Py_DECREF(object);
}

static void number(const char *what, long long value)
{
    if (PyErr_Occurred()) {
        report(what);
    } else {
        printf("%s = %lld\n", what, value);
    }
}

static PyObject *shifted(const char *hex)
{
    unsigned char bytes[64];
    size_t n = strlen(hex) / 2;
    for (size_t i = 0; i < n; i++) {
        unsigned byte;
        sscanf(hex + 2 * i, "%2x", &byte);
        bytes[i] = (unsigned char)byte;
    }
    return PyLong_FromNativeBytes(bytes, n, Py_ASNATIVEBYTES_BIG_ENDIAN);
}

static void ints(void)
{
    static const char *samples[] = {
        "00",
        "01",
        "ff",
        "7f",
        "80",
        "0100",
        "ff00",
        "7fffffff",
        "80000000",
        "0080000000",
        "ff7fffffff",
        "7fffffffffffffff",
        "8000000000000000",
        "00ffffffffffffffff",
        "010000000000000000",
        "ff7fffffffffffffff",
        "3fffffff",
        "40000000",
        "0fffffffffffffff",
        "1000000000000000",
        "7fffffffffffffffffffffffffffffffffff",
        "80000000000000000000000000",
        "00f0000000000000800000000000000001",
        "00f000000000000080000000000000000000",
    };
    for (size_t i = 0; i < Py_ARRAY_LENGTH(samples); i++) {
        PyObject *v = shifted(samples[i]);
        printf("sample %s\n", samples[i]);
        int overflow;
        int32_t i32 = 7;
        int64_t i64 = 7;
        uint32_t u32 = 7;
        uint64_t u64 = 7;
        unsigned char buffer[12];
        show("repr", Py_NewRef(v));
        number("AsLong", PyLong_AsLong(v));
        number("AsInt", PyLong_AsInt(v));
        number("AsLongLong", PyLong_AsLongLong(v));
        number("AsSsize_t", PyLong_AsSsize_t(v));
        number("AsSize_t", (long long)PyLong_AsSize_t(v));
        number("AsUnsignedLong", (long long)PyLong_AsUnsignedLong(v));
        number("AsUnsignedLongLong", (long long)PyLong_AsUnsignedLongLong(v));
        number("Mask", (long long)PyLong_AsUnsignedLongLongMask(v));
        number("AndOverflow", PyLong_AsLongLongAndOverflow(v, &overflow));
        number("overflow", overflow);
        number("AsInt32", PyLong_AsInt32(v, &i32) * 1000LL + i32);
        number("AsInt64", PyLong_AsInt64(v, &i64) ? -9 : i64);
        number("AsUInt32", PyLong_AsUInt32(v, &u32) ? -9 : (long long)u32);
        number("AsUInt64", PyLong_AsUInt64(v, &u64) ? -9 : (long long)u64);
        double real = PyLong_AsDouble(v);
        printf("AsDouble %a\n", real);
        PyErr_Clear();
        for (int flags = -1; flags < 6; flags++) {
            for (Py_ssize_t n = 0; n <= 12; n += n < 4 ? 1 : 4) {
                memset(buffer, 0x55, sizeof buffer);
                printf("native %d %zd %zd:", flags, n, PyLong_AsNativeBytes(v, buffer, n, flags));
                for (Py_ssize_t k = 0; k < n; k++) {
                    printf(" %02x", buffer[k]);
                }
                printf("\n");
            }
        }
        Py_DECREF(v);
    }
    static const double doubles[] = {
        0.0, -0.0, 1.5, -1.5, 1e10, 9.3e18, -9.3e18, 1e19, 1e30, -1e300};
    for (size_t i = 0; i < Py_ARRAY_LENGTH(doubles); i++) {
        show("FromDouble", PyLong_FromDouble(doubles[i]));
    }
    show("FromDouble inf", PyLong_FromDouble(HUGE_VAL));
    show("FromUnsigned", PyLong_FromUnsignedLongLong(ULLONG_MAX));
    show("FromLongLong", PyLong_FromLongLong(LLONG_MIN));
    PyObject *text = PyUnicode_FromString("x");
    number("AsLong of str", PyLong_AsLong(text));
    number("AsSsize_t of str", PyLong_AsSsize_t(text));
    number("AsUnsignedLong of str", (long long)PyLong_AsUnsignedLong(text));
    number("AsDouble of str", (long long)PyLong_AsDouble(text));
    Py_DECREF(text);
}

static void strings(void)
{
    static const char *samples[] = {
        "",
        "a",
        "hello world, this is ascii",
        "h\xc3\xa9llo",
        "\xc3\xa9",
        "\xe2\x82\xac uro",
        "\xf0\x9f\x98\x80",
        "bad \xff",
        "bad \xc3",
        "bad \xe2\x82",
        "bad \xe2\x28\xa1",
        "\xc0\x80",
        "\xed\xa0\x80",
        "\xf4\x90\x80\x80",
        "\x80",
        "\xf0\x9f\x98",
        "\xe2\x82\xac\xff",
    };
    for (size_t i = 0; i < Py_ARRAY_LENGTH(samples); i++) {
        PyObject *v = PyUnicode_FromString(samples[i]);
        if (v == NULL) {
            report("FromString");
            continue;
        }
        Py_ssize_t size;
        const char *utf8 = PyUnicode_AsUTF8AndSize(v, &size);
        printf("str %zd chars %zd bytes same %d\n", PyUnicode_GetLength(v), size,
            strcmp(utf8, samples[i]) == 0);
        for (Py_ssize_t k = 0; k < PyUnicode_GetLength(v); k++) {
            printf(" %x", PyUnicode_ReadChar(v, k));
        }
        printf(" equal %d %d\n", PyUnicode_EqualToUTF8(v, samples[i]),
            PyUnicode_CompareWithASCIIString(v, "hello"));
        number("ReadChar", PyUnicode_ReadChar(v, 1000));
        Py_DECREF(v);
    }
    Py_UCS4 lone[] = {'a', 0xd800, 0xdc00, 'b'};
    PyObject *v = PyUnicode_FromWideChar((wchar_t *)lone, 4);
    number("surrogates", PyUnicode_AsUTF8AndSize(v, NULL) != NULL);
    Py_DECREF(v);
    PyObject *a = PyUnicode_InternFromString("interned one");
    PyObject *b = PyUnicode_FromString("interned one");
    PyUnicode_InternInPlace(&b);
    number("interned same", a == b);
    Py_DECREF(a);
    Py_DECREF(b);
    show("ordinal", PyUnicode_FromOrdinal(0x110000));
    show("negative", PyUnicode_FromStringAndSize("x", -1));
}

static void formats(void)
{
    PyObject *o = PyUnicode_FromString("obj\xc3\xa9");
    show("f1", PyUnicode_FromFormat("%d|%5d|%-5d|%05d|%u|%ld|%lu|%zd|%zu|%lld|%llu", 1, 2, 3, -4,
                   5u, 6L, 7UL, (Py_ssize_t)8, (size_t)9, 10LL, 11ULL));
    show("f2", PyUnicode_FromFormat("%x|%X|%#x|%o|%i|%%|%c|%c", 255, 255, 255, 8, -3, 'a', 0x20ac));
    show(
        "f3", PyUnicode_FromFormat("%s|%.2s|%10s|%-10s|%.0s", "text", "text", "text", "text", "t"));
    show("f4", PyUnicode_FromFormat("%U|%S|%R|%A|%V|%V", o, o, o, o, o, "x", NULL, "fallback"));
    show("f5", PyUnicode_FromFormat("%10U|%-10U|%.2U|%10.2S|", o, o, o, o));
    show("f6", PyUnicode_FromFormat("%.5d|%8.3d|%-8.3d|%08.3d|%.0d", 42, 42, -42, -42, 0));
    show("f7", PyUnicode_FromFormat("%jd|%td|%hx", (intmax_t)-1, (ptrdiff_t)-2, 3));
    show("f8", PyUnicode_FromFormat("%*d|%-*d|%.*s", 5, 1, 5, 2, 2, "abc"));
    show("f9", PyUnicode_FromFormat("%s", "bad \xff utf8 \xc3\xa9"));
    show("f10", PyUnicode_FromFormat("%c", 0x110000));
    show("f11", PyUnicode_FromFormat("%q"));
    show("f12", PyUnicode_FromFormat("\xc3\xa9"));
    show("f13", PyUnicode_FromFormat("%T %T %N", o, Py_None, &PyDict_Type));
    show("f14", PyUnicode_FromFormat("%lc%ls", 'x', L"wide\u20ac"));
    show("b1", PyBytes_FromFormat("%d|%ld|%zd|%s|%.2s|%c|%x|%%|%u|%i", 1, 2L, (Py_ssize_t)3, "text",
                   "text", 'c', 255, 4u, 5));
    Py_DECREF(o);
}

static PyObject *to_none(void *unused)
{
    (void)unused;
    return Py_NewRef(Py_None);
}

static void build(void)
{
    double parts[] = {1.0, -2.0};
    PyObject *o = PyLong_FromLong(1000);
    (void)parts;
    show("empty", Py_BuildValue(""));
    show("one", Py_BuildValue("i", 1));
    show("tuple1", Py_BuildValue("(i)", 1));
    show("two", Py_BuildValue("ii", 1, 2));
    show("nested", Py_BuildValue("(i(ii)[ss]())", 1, 2, 3, "a", "b"));
    show("ints", Py_BuildValue("bBhHiIlkLKn", 'a', 200, -3, 65535, -5, 4000000000u, -6L, 7UL, -8LL,
                     ULLONG_MAX, (Py_ssize_t)9));
    show("reals", Py_BuildValue("df", 1.5, 2.5));
    show("text", Py_BuildValue("szs#y#ysU", "a", NULL, "abcdef", (Py_ssize_t)3, "abcdef",
                     (Py_ssize_t)2, "yy", NULL, "u"));
    show("chars", Py_BuildValue("cC", 'x', 0x20ac));
    show("objects", Py_BuildValue("OSNO&", o, o, Py_NewRef(o), to_none, NULL));
    show("bool", Py_BuildValue("pp", 0, 7));
    show("list", Py_BuildValue("[]"));
    show("wide", Py_BuildValue("u", L"wide"));
    show("spaces", Py_BuildValue("i, i : i", 1, 2, 3));
    show("null", Py_BuildValue("O", NULL));
    show("bad", Py_BuildValue("i?", 1));
    show("unmatched", Py_BuildValue("(i", 1));
    show("unmatched2", Py_BuildValue("i)", 1));
    Py_DECREF(o);
}

static int odd_only(PyObject *arg, void *place)
{
    long value = PyLong_AsLong(arg);
    if (value == -1 && PyErr_Occurred()) {
        return 0;
    }
    *(long *)place = value;
    return value & 1;
}

static void arguments(PyObject *args, const char *what)
{
    int i = -1, j = -1, k = -1;
    unsigned char b = 0;
    short h = 0;
    long l = 0;
    long long ll = 0;
    unsigned long ul = 0;
    Py_ssize_t n = 0;
    float f = 0;
    double d = 0;
    const char *s = "-";
    const char *t = "-";
    PyObject *o = NULL;
    Py_buffer view = {.buf = NULL};
    char *encoded = NULL;
    char c = 0;
    printf("== %s\n", what);
#define TRY(...)                                                                                   \
    do {                                                                                           \
        int ok = PyArg_ParseTuple(args, __VA_ARGS__);                                              \
        if (!ok)                                                                                   \
            report("parse");                                                                       \
        else                                                                                       \
            printf("parse ok %d %d %d %d %d %ld %lld %lu %zd %g %g %s %s %d\n", i, j, k, b, h, l,  \
                ll, ul, n, (double)f, d, s ? s : "NULL", t ? t : "NULL", c);                       \
    } while (0)
    TRY("");
    TRY(":fname");
    TRY("i", &i);
    TRY("i:fname", &i);
    TRY("ii:fname", &i, &j);
    TRY("i|i:fname", &i, &j);
    TRY("|iii:fname", &i, &j, &k);
    TRY("iii;own message", &i, &j, &k);
    TRY("b:f", &b);
    TRY("h:f", &h);
    TRY("l:f", &l);
    TRY("L:f", &ll);
    TRY("k:f", &ul);
    TRY("n:f", &n);
    TRY("B:f", &b);
    TRY("f:f", &f);
    TRY("d:f", &d);
    TRY("s:f", &s);
    TRY("z:f", &s);
    TRY("y:f", &s);
    TRY("s#:f", &s, &n);
    TRY("y#:f", &s, &n);
    TRY("c:f", &c);
    TRY("C:f", &i);
    TRY("p:f", &i);
    TRY("U:f", &o);
    TRY("S:f", &o);
    TRY("O!:f", &PyList_Type, &o);
    TRY("O&:f", odd_only, &l);
    TRY("O&i:f", odd_only, &l, &i);
    TRY("(ii):f", &i, &j);
    TRY("(i(ss)):f", &i, &s, &t);
    TRY("es:f", "utf-8", &encoded);
    if (encoded) {
        printf("encoded %s\n", encoded);
        PyMem_Free(encoded);
        encoded = NULL;
    }
    if (PyArg_ParseTuple(args, "s*:f", &view)) {
        printf("view %zd\n", view.len);
        PyBuffer_Release(&view);
    } else {
        report("view");
    }
    if (PyArg_ParseTuple(args, "y*:f", &view)) {
        printf("view %zd\n", view.len);
        PyBuffer_Release(&view);
    } else {
        report("view");
    }
    o = NULL;
    PyObject *p = NULL;
    if (PyArg_UnpackTuple(args, "unpack", 1, 2, &o, &p)) {
        printf("unpacked %d %d\n", o != NULL, p != NULL);
    } else {
        report("unpack");
    }
    if (!PyArg_UnpackTuple(args, NULL, 3, 3, &o, &o, &p)) {
        report("unpack");
    }
}

static void keywords(PyObject *args, PyObject *kwargs, const char *what)
{
    char *names[] = {"", "second", "third", NULL};
    char *plain[] = {"first", "second", "third", NULL};
    int a = -1, b = -1, c = -1;
    printf("== %s\n", what);
#define TRYK(format, list)                                                                         \
    do {                                                                                           \
        a = b = c = -1;                                                                            \
        if (PyArg_ParseTupleAndKeywords(args, kwargs, format, list, &a, &b, &c))                   \
            printf("keywords %s ok %d %d %d\n", format, a, b, c);                                  \
        else                                                                                       \
            report(format);                                                                        \
    } while (0)
    TRYK("iii:fn", plain);
    TRYK("i|ii:fn", plain);
    TRYK("i|i$i:fn", plain);
    TRYK("i$ii:fn", plain);
    TRYK("|$iii:fn", plain);
    TRYK("i|ii", plain);
    TRYK("i|ii:fn", names);
    TRYK("ii|i:fn", names);
    TRYK("ii:fn", plain);
    TRYK("iiii:fn", plain);
}

static void parsing(void)
{
    PyObject *none = Py_BuildValue("()");
    PyObject *one = Py_BuildValue("(i)", 7);
    PyObject *two = Py_BuildValue("(ii)", 7, 8);
    PyObject *four = Py_BuildValue("(iiii)", 1, 2, 3, 4);
    PyObject *big = Py_BuildValue("(L)", 1LL << 40);
    PyObject *negative = Py_BuildValue("(i)", -70000);
    PyObject *huge = Py_BuildValue("(N)", shifted("010000000000000000"));
    PyObject *real = Py_BuildValue("(d)", 1.5);
    PyObject *text = Py_BuildValue("(s)", "text");
    PyObject *nul = Py_BuildValue("(s#)", "te\0xt", (Py_ssize_t)5);
    PyObject *bytes = Py_BuildValue("(y)", "bytes");
    PyObject *byte = Py_BuildValue("(y)", "b");
    PyObject *nothing = Py_BuildValue("(O)", Py_None);
    PyObject *list = Py_BuildValue("([ii])", 1, 2);
    PyObject *nested = Py_BuildValue("((i(ss)))", 1, "a", "b");
    PyObject *badnest = Py_BuildValue("((i(si)))", 1, "a", 2);
    PyObject *all[] = {none, one, two, four, big, negative, huge, real, text, nul, bytes, byte,
        nothing, list, nested, badnest};
    static const char *names[] = {"none", "one", "two", "four", "big", "negative", "huge", "real",
        "text", "nul", "bytes", "byte", "nothing", "list", "nested", "badnest"};
    for (size_t i = 0; i < Py_ARRAY_LENGTH(all); i++) {
        arguments(all[i], names[i]);
    }
    PyObject *k1 = Py_BuildValue("{s:i}", "second", 20);
    PyObject *k2 = Py_BuildValue("{s:i,s:i}", "second", 20, "third", 30);
    PyObject *k3 = Py_BuildValue("{s:i}", "other", 1);
    PyObject *k4 = Py_BuildValue("{s:i}", "first", 1);
    PyObject *k5 = Py_BuildValue("{i:i}", 1, 1);
    PyObject *dicts[] = {NULL, k1, k2, k3, k4, k5};
    static const char *dict_names[] = {"no", "second", "second+third", "other", "first", "int key"};
    for (size_t i = 0; i < 4; i++) {
        for (size_t k = 0; k < Py_ARRAY_LENGTH(dicts); k++) {
            char what[100];
            snprintf(what, sizeof what, "%s with %s keywords", names[i], dict_names[k]);
            keywords(all[i], dicts[k], what);
        }
    }
    for (size_t i = 0; i < Py_ARRAY_LENGTH(all); i++) {
        Py_DECREF(all[i]);
    }
    for (size_t i = 1; i < Py_ARRAY_LENGTH(dicts); i++) {
        Py_DECREF(dicts[i]);
    }
}

static void containers(void)
{
    PyObject *list = PyList_New(0);
    for (int i = 0; i < 100; i++) {
        PyObject *item = PyLong_FromLong(i * 1000);
        PyList_Append(list, item);
        Py_DECREF(item);
    }
    number("size", PyList_Size(list));
    number("item", PyLong_AsLong(PyList_GetItem(list, 99)));
    number("index", PyList_GetItem(list, 100) != NULL);
    number("set", PyList_SetItem(list, 100, PyLong_FromLong(1)));
    number("set", PyList_SetItem(list, 0, PyLong_FromLong(-77777)));
    PyObject *tuple = PyList_AsTuple(list);
    number("tuple", PyLong_AsLong(PyTuple_GetItem(tuple, 0)));
    number("tuple index", PyTuple_GetItem(tuple, -1) != NULL);
    show("slice", PyTuple_GetSlice(tuple, 1, 3));
    show("slice", PyTuple_GetSlice(tuple, 50, 3));
    Py_DECREF(tuple);
    Py_DECREF(list);
    show("pack", PyTuple_Pack(2, Py_None, Py_True));
    PyObject *bytes = PyBytes_FromStringAndSize("a\0b", 3);
    char *data;
    Py_ssize_t size;
    number("bytes", PyBytes_AsStringAndSize(bytes, &data, NULL));
    number("bytes", PyBytes_AsStringAndSize(bytes, &data, &size) + size);
    number("not bytes", PyBytes_Size(Py_None));
    PyBytes_ConcatAndDel(&bytes, PyBytes_FromString("cd"));
    show("concat", bytes);
    PyObject *capsule = PyCapsule_New(&size, "cap.sule", NULL);
    number("capsule", PyCapsule_GetPointer(capsule, "cap.sule") == &size);
    number("capsule", PyCapsule_GetPointer(capsule, "other") != NULL);
    number("capsule", PyCapsule_GetName(Py_None) != NULL);
    Py_DECREF(capsule);
    number("subtype", PyType_IsSubtype(&PyBool_Type, &PyLong_Type));
    number("subtype", PyType_IsSubtype(&PyLong_Type, &PyBool_Type));
    number("matches", PyErr_GivenExceptionMatches(PyExc_KeyError, PyExc_LookupError));
    PyErr_SetString(PyExc_KeyError, "message");
    number("occurred", PyErr_ExceptionMatches(PyExc_LookupError));
    PyErr_Clear();
    PyErr_SetObject((PyObject *)&PyList_Type, Py_None);
    number("not an exception", 0);
    PyErr_BadArgument();
    number("bad argument", 0);
    PyErr_NoMemory();
    number("no memory", 0);
    errno = ENOENT;
    PyErr_SetFromErrno(PyExc_ValueError);
    number("errno", 0);
}

static PyMethodDef no_methods[] = {{NULL, NULL, 0, NULL}};

PyMODINIT_FUNC PyInit_scenarios(void)
{
    ints();
    strings();
    formats();
    build();
    parsing();
    containers();
    fflush(stdout);
    static PyModuleDef definition = {
        PyModuleDef_HEAD_INIT, "scenarios", NULL, -1, no_methods, NULL, NULL, NULL, NULL};
    return PyModule_Create(&definition);
}
