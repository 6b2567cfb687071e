/* What libjabiru-posix.so does for the modules posix, _signal, sys and _posixsubprocess. */
#ifndef JABIRU_POSIX_H
#define JABIRU_POSIX_H

#define EXPORT __attribute__((visibility("default")))

/* The Java class ForkExec fills it in; the order and the sizes are shared with it. */
struct jabiru_process {
    char *const *arguments;
    char *const *environment; /* NULL: this process's */
    char *const *candidates;  /* paths to try, in order; ends with NULL */
    const char *directory;    /* NULL: this process's */
    const int *kept;          /* sorted */
    long kept_count;
    const unsigned *groups;
    long group_count; /* -1: as they are */
    int in_read, in_write, out_read, out_write, err_read, err_write;
    int report_read, report; /* the pipe that tells what failed */
    int close_others, restore_signals, new_session;
    int process_group; /* -1: this process's */
    int set_gid;
    unsigned gid;
    int set_uid;
    unsigned uid;
    int umask; /* -1: this process's */
};

/* The new process's id, or -1 with errno. */
EXPORT int jabiru_fork_exec(const struct jabiru_process *process);

/*
 * The calling thread is the main one from now on. A handler notes the signal in the array that
 * jabiru_signals_start returns, writes it to the two descriptors, and interrupts what the main
 * thread waits for.
 */
EXPORT int *jabiru_signals_start(int notify);
EXPORT int jabiru_signal_set(int number, int action); /* 0 default, 1 ignore, 2 ours */
EXPORT int jabiru_signal_get(int number);             /* the same; 3 another's */
EXPORT int jabiru_signal_restart(int number, int restart);
EXPORT void jabiru_signal_wakeup(int fd, int quiet);
EXPORT int jabiru_signal_wakeup_error(void);

/* The longest path of a script, with its NUL; the classes in modules/signal know these, too. */
#define JABIRU_REMOTE_SCRIPT 512
enum { JABIRU_REMOTE_UNKNOWN = 1, JABIRU_REMOTE_DISABLED = 2 };

/* From now on other processes may ask; the signal that tells of it, or -1. */
EXPORT int jabiru_remote_enable(void);
/* Whether a script was asked for; writes its path, of at most JABIRU_REMOTE_SCRIPT bytes. */
EXPORT int jabiru_remote_take(char *script);
/* Asks; 0, -1 with errno, or one of the numbers above. */
EXPORT int jabiru_remote_exec(int pid, const char *script);

#endif
