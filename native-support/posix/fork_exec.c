/*
 * Starts a program in a new process: what subprocess needs between fork and exec and what
 * posix_spawn(3) cannot do (exec from several directories, users and groups, which descriptors
 * stay, and telling the parent what failed).
 *
 * The child of vfork(2) shares the JVM's memory until exec while only the calling thread waits, so
 * that the other threads and the garbage collector run on. It calls nothing but system calls.
 */
#define _GNU_SOURCE
#include "posix.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

extern char **environ;

static int inheritable(int fd)
{
    int flags = fcntl(fd, F_GETFD);
    return flags < 0 ? -1 : fcntl(fd, F_SETFD, flags & ~FD_CLOEXEC);
}

/* Makes fd what the child's standard stream is; -1: the stream stays as it is. */
static int redirect(int fd, int stream)
{
    if (fd == -1) return 0;
    return fd == stream ? inheritable(fd) : dup2(fd, stream);
}

/* Descriptors below 3 that are the source of another stream must not be overwritten first. */
static int above(int *fd, int stream)
{
    if (*fd < 0 || *fd >= stream) return 0;
    *fd = dup(*fd);
    return *fd;
}

static void close_between(unsigned first, unsigned last)
{
    if (first > last || syscall(SYS_close_range, first, last, 0) == 0) return;
    long most = sysconf(_SC_OPEN_MAX);
    for (unsigned fd = first; fd <= last && (most < 0 || fd < (unsigned long)most); fd++)
        close((int)fd);
}

static void close_others(const struct jabiru_process *p)
{
    unsigned from = 3;
    for (long i = 0; i < p->kept_count; i++) {
        int fd = p->kept[i];
        if (fd < (int)from) continue;
        if (fd > (int)from) close_between(from, (unsigned)fd - 1);
        from = (unsigned)fd + 1;
    }
    close_between(from, ~0U);
}

/* Handlers are the JVM's: until exec they would run in its memory. */
static void reset_handlers(const struct jabiru_process *p)
{
    for (int number = 1; number < NSIG; number++) {
        struct sigaction action;
        if (sigaction(number, NULL, &action) == 0 && action.sa_handler != SIG_IGN &&
            action.sa_handler != SIG_DFL) {
            signal(number, SIG_DFL);
        }
    }
    /* CPython ignores these two; the JVM has handlers that do. */
    signal(SIGPIPE, p->restore_signals ? SIG_DFL : SIG_IGN);
    signal(SIGXFSZ, p->restore_signals ? SIG_DFL : SIG_IGN);
}

static int prepare(const struct jabiru_process *p)
{
    for (long i = 0; i < p->kept_count; i++)
        if (p->kept[i] != p->report && inheritable(p->kept[i]) < 0) return -1;
    int in = p->in_read, out = p->out_write, err = p->err_write;
    if (p->in_write != -1) close(p->in_write);
    if (p->out_read != -1) close(p->out_read);
    if (p->err_read != -1) close(p->err_read);
    close(p->report_read);
    if (above(&out, 1) < 0 || above(&err, 2) < 0) return -1;
    if (redirect(in, 0) < 0 || redirect(out, 1) < 0 || redirect(err, 2) < 0) return -1;
    return 0;
}

static int become(const struct jabiru_process *p)
{
    if (p->umask >= 0) umask((mode_t)p->umask);
    if (p->new_session && setsid() < 0 && errno != EPERM) return -1;
    if (p->process_group >= 0 && setpgid(0, p->process_group) < 0) return -1;
    /* The system calls themselves: the C library's functions would tell the JVM's threads. */
    if (p->group_count >= 0 && syscall(SYS_setgroups, p->group_count, p->groups) < 0) return -1;
    if (p->set_gid && syscall(SYS_setregid, p->gid, p->gid) < 0) return -1;
    if (p->set_uid && syscall(SYS_setreuid, p->uid, p->uid) < 0) return -1;
    return 0;
}

static void tell(int fd, int error, const char *what)
{
    char message[64] = "OSError:", digits[16];
    size_t at = strlen(message), count = 0;
    for (unsigned left = (unsigned)error; left != 0 || count == 0; left >>= 4)
        digits[count++] = "0123456789ABCDEF"[left & 15];
    while (count > 0)
        message[at++] = digits[--count];
    message[at++] = ':';
    while (*what)
        message[at++] = *what++;
    if (write(fd, message, at) < 0) return;
}

static void run_child(const struct jabiru_process *p, const sigset_t *mask)
{
    const char *stage = "noexec";
    reset_handlers(p);
    syscall(SYS_rt_sigprocmask, SIG_SETMASK, mask, NULL, 8);
    if (prepare(p) == 0) {
        if (p->directory != NULL && chdir(p->directory) < 0) {
            stage = "noexec:chdir";
        } else if (become(p) == 0) {
            if (p->close_others) close_others(p);
            int error = 0;
            stage = "";
            for (char *const *candidate = p->candidates; *candidate != NULL; candidate++) {
                execve(*candidate, p->arguments, p->environment ? p->environment : environ);
                if (errno != ENOENT && errno != ENOTDIR && error == 0) error = errno;
            }
            if (error != 0) errno = error;
        }
    }
    tell(p->report, errno, stage);
    _exit(255);
}

int jabiru_fork_exec(const struct jabiru_process *p)
{
    sigset_t all, mine, childs;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &mine);
    childs = mine;
    /* The JVM blocks it in its threads, for its own use. */
    sigdelset(&childs, SIGQUIT);
    pid_t pid = vfork();
    if (pid == 0) run_child(p, &childs);
    int error = errno;
    pthread_sigmask(SIG_SETMASK, &mine, NULL);
    errno = error;
    return pid;
}
