/* Scripts that one process asks another to run (sys.remote_exec, PEP 768). */
#define _GNU_SOURCE
#include "posix.h"

#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

/* One that neither the C library nor the JVM's network code (SIGRTMAX - 2) uses. */
#define REMOTE_SIGNAL (SIGRTMAX - 6)

/* The asking process writes it in the other's memory, and then sends a signal. */
static struct {
    char mark[24];
    volatile int enabled, pending;
    char script[JABIRU_REMOTE_SCRIPT];
} remote = {.mark = "jabiru remote script 1"};

int jabiru_remote_enable(void)
{
    int number = REMOTE_SIGNAL;
    if (jabiru_signal_set(number, 2) != 0) return -1;
    remote.enabled = 1;
    return number;
}

int jabiru_remote_take(char *script)
{
    if (!remote.pending) return 0;
    remote.pending = 0;
    memcpy(script, remote.script, sizeof remote.script);
    script[sizeof remote.script - 1] = '\0';
    return 1;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* Where the other process has this library; 0: nowhere, or with errno it cannot be known. */
static unsigned long library_of(int pid, const char *name)
{
    char line[4352], path[64];
    unsigned long start, found = 0, offset;
    snprintf(path, sizeof path, "/proc/%d/maps", pid);
    errno = 0;
    FILE *maps = fopen(path, "re");
    if (maps == NULL) return 0;
    while (found == 0 && fgets(line, sizeof line, maps) != NULL) {
        int at = 0;
        line[strcspn(line, "\n")] = '\0';
        if (sscanf(line, "%lx-%*x %*s %lx %*s %*u %n", &start, &offset, &at) == 2 && at > 0 &&
            offset == 0 && strcmp(base_name(line + at), name) == 0) {
            found = start;
        }
    }
    fclose(maps);
    errno = 0;
    return found;
}

int jabiru_remote_exec(int pid, const char *script)
{
    Dl_info own;
    if (dladdr(&remote, &own) == 0) return JABIRU_REMOTE_UNKNOWN;
    unsigned long there = library_of(pid, base_name(own.dli_fname));
    if (there == 0) return errno == EACCES || errno == EPERM ? -1 : JABIRU_REMOTE_UNKNOWN;
    char *address = (char *)there + ((char *)&remote - (char *)own.dli_fbase);

    char mark[sizeof remote.mark];
    int enabled = 0, pending = 1;
    struct iovec local[] = {{mark, sizeof mark}, {&enabled, sizeof enabled}};
    struct iovec distant = {address, sizeof mark + sizeof enabled};
    if (process_vm_readv(pid, local, 2, &distant, 1, 0) < 0) return -1;
    if (memcmp(mark, remote.mark, sizeof mark) != 0) return JABIRU_REMOTE_UNKNOWN;
    if (!enabled) return JABIRU_REMOTE_DISABLED;

    struct iovec text = {(void *)script, strlen(script) + 1};
    struct iovec there_text = {address + ((char *)remote.script - (char *)&remote), text.iov_len};
    if (process_vm_writev(pid, &text, 1, &there_text, 1, 0) < 0) return -1;
    struct iovec flag = {&pending, sizeof pending};
    struct iovec there_flag = {
        address + ((char *)&remote.pending - (char *)&remote), sizeof pending};
    if (process_vm_writev(pid, &flag, 1, &there_flag, 1, 0) < 0) return -1;
    /* In this process its own thread handles the signal, before it goes on. */
    return pid == getpid() ? raise(REMOTE_SIGNAL) : kill(pid, REMOTE_SIGNAL);
}
