/* What the generated calls and the calls written by hand have in common. */
#ifndef RANDOM_CALLS_MACHINE_H
#define RANDOM_CALLS_MACHINE_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

#define MOST_ARGUMENTS 7

/* One call: its arguments as they were decoded, and what came of it. */
struct call {
    int64_t number[MOST_ARGUMENTS];
    PyObject *object[MOST_ARGUMENTS];
    PyObject *written[MOST_ARGUMENTS];
    Py_ssize_t size[MOST_ARGUMENTS];
    int small[MOST_ARGUMENTS];
    PyObject *result;
    int64_t integer;
    double real;
    const char *text;
    const void *pointer;
};

/* A function that a program can call; table.py has the letters of signature and result. */
struct function {
    const char *name;
    void (*call)(struct call *);
    const char *signature;
    char result;
    const char *checks; /* a letter for each parameter, see fits() in machine.c */
    unsigned steals;    /* a bit for each parameter */
};

extern const struct function generated_functions[];
extern const int generated_count;
extern const struct function special_functions[];
extern const int special_count;

/* The arguments of texts and doubles are indexes. */
const char *machine_text(int64_t index);
double machine_double(int64_t index);
/* Adds to what the program's run returns. */
void machine_log(const char *format, ...);
/* Logs an object as Python describes it. */
void machine_describe(PyObject *object);
/* Calls the Python function of that name which configure() was given. */
PyObject *machine_callback(int which, PyObject *object, long number);
enum { MAKE, DESCRIBE, DESCRIBE_ERROR, MUTATE, CALLBACKS };

PyObject *machine_instance(PyObject *item);
int machine_add_type(PyObject *module);
long machine_instances(void);
#endif
