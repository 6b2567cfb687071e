/* Signal handlers that do as little as possible: Python's own run later, in its main thread. */
#define _GNU_SOURCE
#include "posix.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* By number; at 0, whether any has. */
static volatile int arrived[NSIG];
static volatile int notify_fd = -1, wakeup_fd = -1, wakeup_error, wakeup_quiet;
static volatile int started;
static pthread_t main_thread;

/* How many threads have interrupted the main one, and not told it of the signal yet. */
static volatile int interrupting;

static void handle(int number, siginfo_t *info, void *context)
{
    (void)context;
    /* Sent from below, to interrupt a system call. */
    if (info != NULL && info->si_code == SI_QUEUE && info->si_ptr == (void *)arrived) {
        while (__atomic_load_n(&interrupting, __ATOMIC_ACQUIRE) > 0)
            sched_yield();
        return;
    }
    int error = errno;
    int elsewhere = started && !pthread_equal(pthread_self(), main_thread);
    if (elsewhere) {
        /* First: when Python's handler has run, this one may not be in force any more. */
        __atomic_fetch_add(&interrupting, 1, __ATOMIC_RELEASE);
        union sigval mark = {.sival_ptr = (void *)arrived};
        pthread_sigqueue(main_thread, number, mark);
    }
    unsigned char byte = (unsigned char)number;
    arrived[number] = 1;
    arrived[0] = 1;
    if (wakeup_fd >= 0 && write(wakeup_fd, &byte, 1) < 0 &&
        !(wakeup_quiet && (errno == EAGAIN || errno == EWOULDBLOCK))) {
        wakeup_error = errno;
    }
    if (notify_fd >= 0 && write(notify_fd, &byte, 1) < 0) errno = error;
    if (elsewhere) __atomic_fetch_sub(&interrupting, 1, __ATOMIC_RELEASE);
    errno = error;
}

int *jabiru_signals_start(int notify)
{
    main_thread = pthread_self();
    notify_fd = notify;
    started = 1;
    return (int *)arrived;
}

int jabiru_signal_set(int number, int action)
{
    struct sigaction wanted;
    memset(&wanted, 0, sizeof wanted);
    sigemptyset(&wanted.sa_mask);
    if (action == 2) {
        wanted.sa_sigaction = handle;
        /* Threads of extensions may have small stacks; the JVM's have an alternative one. */
        wanted.sa_flags = SA_SIGINFO | SA_ONSTACK;
    } else {
        wanted.sa_handler = action == 1 ? SIG_IGN : SIG_DFL;
    }
    return sigaction(number, &wanted, NULL);
}

int jabiru_signal_get(int number)
{
    struct sigaction known;
    if (sigaction(number, NULL, &known) != 0) return -1;
    if (known.sa_flags & SA_SIGINFO) return known.sa_sigaction == handle ? 2 : 3;
    return known.sa_handler == SIG_DFL ? 0 : known.sa_handler == SIG_IGN ? 1 : 3;
}

int jabiru_signal_restart(int number, int restart)
{
    struct sigaction known;
    if (sigaction(number, NULL, &known) != 0) return -1;
    known.sa_flags = restart ? known.sa_flags | SA_RESTART : known.sa_flags & ~SA_RESTART;
    return sigaction(number, &known, NULL);
}

void jabiru_signal_wakeup(int fd, int quiet)
{
    wakeup_quiet = quiet;
    wakeup_fd = fd;
}

int jabiru_signal_wakeup_error(void)
{
    int error = wakeup_error;
    wakeup_error = 0;
    return error;
}
