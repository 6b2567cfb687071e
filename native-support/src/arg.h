/* One run of PyArg_Parse…: the arguments, and what to undo when a later conversion fails. */
#ifndef JABIRU_ARG_H
#define JABIRU_ARG_H

#include "jabiru.h"

#define ARG_MESSAGE 256
#define ARG_LEVELS 32
#define ARG_UNDO 64

struct arg_undo {
    void (*run)(void *item, void *extra);
    void *item;
    void *extra;
};

struct arg_run {
    va_list va;
    const char *function; /* after ':', not terminated */
    int function_length;
    const char *message; /* after ';' */
    struct arg_undo undo[ARG_UNDO];
    int undo_count;
    int levels[ARG_LEVELS];
    char text[ARG_MESSAGE];
};

void jabiru_arg_begin(struct arg_run *run, const char *format, va_list va);
int jabiru_arg_end(struct arg_run *run, int ok);
int jabiru_arg_count(const char *format, int *min, int *max);
int jabiru_arg_convert(struct arg_run *run, PyObject *arg, const char **format, int level);
int jabiru_arg_skip(struct arg_run *run, const char **format);
void jabiru_arg_error(struct arg_run *run, int position, const char *text);
int jabiru_arg_is_end(char c);

/* For conversions: each gives -1 after it noted what was wrong. */
int jabiru_arg_expected(struct arg_run *run, const char *what, PyObject *arg);
int jabiru_arg_bad_format(struct arg_run *run, const char *text);
int jabiru_arg_remember(struct arg_run *run, void (*undo)(void *, void *), void *item, void *extra);
int jabiru_arg_buffer(struct arg_run *run, PyObject *arg, char code);
int jabiru_arg_text(struct arg_run *run, PyObject *arg, char code, int with_size);
int jabiru_arg_encoded(struct arg_run *run, PyObject *arg, const char **format);

#endif
