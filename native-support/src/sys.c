/* System functions: audit events, output, signals, locale, exit. */
#include "jabiru.h"

#include <signal.h>
#include <unistd.h>

static void write_text(const char *name, FILE *fallback, PyObject *text)
{
    PyObject *saved = PyErr_GetRaisedException();
    PyObject *file = PySys_GetObject(name);
    if (text != NULL && (file == NULL || PyFile_WriteObject(text, file, Py_PRINT_RAW) != 0)) {
        PyErr_Clear();
        Py_ssize_t size;
        const char *utf8 = jabiru_utf8_of(text, &size);
        if (utf8 != NULL) {
            fwrite(utf8, 1, (size_t)size, fallback);
        }
    }
    PyErr_Clear();
    Py_XDECREF(text);
    PyErr_SetRaisedException(saved);
}

/* printf's own conversions; at most 1000 bytes, as documented. */
static void write_printf(const char *name, FILE *fallback, const char *format, va_list va)
{
    char buffer[1001];
    int written = PyOS_vsnprintf(buffer, sizeof buffer, format, va);
    write_text(name, fallback, PyUnicode_DecodeUTF8(buffer, (Py_ssize_t)strlen(buffer), "replace"));
    if (written < 0 || (size_t)written >= sizeof buffer) {
        write_text(name, fallback, PyUnicode_FromString("... truncated"));
    }
}

#define WRITER(name, file, fallback, statement)                                                    \
    void name(const char *format, ...)                                                             \
    {                                                                                              \
        va_list va;                                                                                \
        va_start(va, format);                                                                      \
        statement(file, fallback, format, va);                                                     \
        va_end(va);                                                                                \
    }

static void write_formatted(const char *name, FILE *fallback, const char *format, va_list va)
{
    PyObject *saved = PyErr_GetRaisedException();
    PyObject *text = PyUnicode_FromFormatV(format, va);
    PyErr_SetRaisedException(saved);
    write_text(name, fallback, text);
}

WRITER(PySys_WriteStdout, "stdout", stdout, write_printf)
WRITER(PySys_WriteStderr, "stderr", stderr, write_printf)
WRITER(PySys_FormatStdout, "stdout", stdout, write_formatted)
WRITER(PySys_FormatStderr, "stderr", stderr, write_formatted)

int PySys_Audit(const char *event, const char *argFormat, ...)
{
    PyObject *args = NULL;
    if (argFormat != NULL && *argFormat != '\0') {
        va_list va;
        va_start(va, argFormat);
        args = Py_VaBuildValue(argFormat, va);
        va_end(va);
        if (args == NULL) {
            return -1;
        }
        if (!PyTuple_Check(args)) {
            Py_SETREF(args, PyTuple_Pack(1, args));
        }
    }
    int result = PySys_AuditTuple(event, args);
    Py_XDECREF(args);
    return result;
}

void Py_FatalError(const char *message)
{
    jabiru_fatal(message);
}

#define EXIT_FUNCTIONS 64
static struct exit_function {
    void (*plain)(void);
    void (*with_data)(void *);
    void *data;
    PyInterpreterState *interp;
} exit_functions[EXIT_FUNCTIONS];
static int exit_count;

int Py_AtExit(void (*func)(void))
{
    if (exit_count == EXIT_FUNCTIONS) {
        return -1;
    }
    exit_functions[exit_count].plain = func;
    exit_functions[exit_count].interp = &jabiru_interpreter;
    exit_functions[exit_count++].with_data = NULL;
    return 0;
}

int PyUnstable_AtExit(PyInterpreterState *interp, void *func, void *data)
{
    if (exit_count == EXIT_FUNCTIONS) {
        PyErr_NoMemory();
        return -1;
    }
    exit_functions[exit_count].interp = interp;
    exit_functions[exit_count].with_data = (void (*)(void *))(uintptr_t)func;
    exit_functions[exit_count++].data = data;
    return 0;
}

int64_t jabiru_exit_functions(void)
{
    return exit_count;
}

static void run_exit_function(int i)
{
    struct exit_function function = exit_functions[i];
    memmove(exit_functions + i, exit_functions + i + 1,
        (size_t)(--exit_count - i) * sizeof *exit_functions);
    if (function.with_data != NULL) {
        function.with_data(function.data);
    } else {
        function.plain();
    }
}

/* When an interpreter ends: last registered first. */
void jabiru_run_exit_functions_of(PyInterpreterState *interp)
{
    for (int i = exit_count - 1; i >= 0; i--) {
        if (i < exit_count && exit_functions[i].interp == interp) {
            run_exit_function(i);
        }
    }
}

/* For Java, when the main interpreter ends. */
void jabiru_run_exit_functions(void)
{
    jabiru_run_exit_functions_of(&jabiru_interpreter);
}

PyOS_sighandler_t PyOS_getsig(int signum)
{
    struct sigaction action;
    return sigaction(signum, NULL, &action) == -1 ? SIG_ERR : action.sa_handler;
}

PyOS_sighandler_t PyOS_setsig(int signum, PyOS_sighandler_t handler)
{
    struct sigaction action = {.sa_handler = handler};
    struct sigaction old;
    sigemptyset(&action.sa_mask);
    return sigaction(signum, &action, &old) == -1 ? SIG_ERR : old.sa_handler;
}

/* A fork carries over only the thread that calls it, and no JVM works so. The child may exec; it is
   told when it means to go on with Python. */
void PyOS_BeforeFork(void) {}

void PyOS_AfterFork_Parent(void) {}

void PyOS_AfterFork_Child(void)
{
    static const char message[] =
        "jabiru: no Python code can run in a forked child (os.fork, preexec_fn)\n";
    ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
    _exit(written < 0 ? 254 : 255);
}

void PyOS_AfterFork(void)
{
    PyOS_AfterFork_Child();
}

/* UTF-8 with surrogateescape, whatever the locale: UTF-8 mode is always on. */
wchar_t *Py_DecodeLocale(const char *arg, size_t *size)
{
    size_t length = strlen(arg);
    wchar_t *wide = PyMem_RawMalloc((length + 1) * sizeof *wide);
    if (wide == NULL) {
        if (size != NULL) {
            *size = (size_t)-1;
        }
        return NULL;
    }
    size_t count = 0;
    for (size_t i = 0; i < length;) {
        Py_UCS4 c;
        int step = jabiru_utf8_step((const unsigned char *)arg + i, length - i, &c);
        wide[count++] = step > 0 ? (wchar_t)c : (wchar_t)(0xdc00 + (unsigned char)arg[i]);
        i += step > 0 ? (size_t)step : 1;
    }
    wide[count] = 0;
    if (size != NULL) {
        *size = count;
    }
    return wide;
}

static size_t encode_locale(const wchar_t *text, char *out, size_t *error_pos)
{
    size_t length = 0;
    for (size_t i = 0; text[i] != 0; i++) {
        Py_UCS4 c = (Py_UCS4)text[i];
        char encoded[4];
        int step;
        if (c >= 0xdc80 && c <= 0xdcff) {
            encoded[0] = (char)(c - 0xdc00);
            step = 1;
        } else if (c > 0x10ffff || (c & 0x1ff800) == 0xd800) {
            *error_pos = i;
            return (size_t)-1;
        } else {
            step = jabiru_utf8_encode(c, encoded);
        }
        if (out != NULL) {
            memcpy(out + length, encoded, (size_t)step);
        }
        length += (size_t)step;
    }
    return length;
}

char *Py_EncodeLocale(const wchar_t *text, size_t *error_pos)
{
    size_t position = (size_t)-1;
    size_t length = encode_locale(text, NULL, &position);
    char *out = length == (size_t)-1 ? NULL : PyMem_Malloc(length + 1);
    if (error_pos != NULL) {
        *error_pos = position;
    }
    if (out != NULL) {
        encode_locale(text, out, &position);
        out[length] = '\0';
    }
    return out;
}

void _Py_FatalErrorFunc(const char *func, const char *message)
{
    fprintf(stderr, "Fatal Python error: %s: %s\n", func == NULL ? "?" : func, message);
    fflush(stderr);
    abort();
}
