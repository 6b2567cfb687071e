/* Locks, thread-local storage and threads of pthread.h. */
#include "jabiru.h"

#include <pthread.h>
#include <semaphore.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static size_t wanted_stack_size;

void PyThread_init_thread(void) {}

PyThread_type_lock PyThread_allocate_lock(void)
{
    sem_t *lock = malloc(sizeof *lock);
    if (lock != NULL && sem_init(lock, 0, 1) != 0) {
        free(lock);
        lock = NULL;
    }
    return lock;
}

void PyThread_free_lock(PyThread_type_lock lock)
{
    if (lock != NULL) {
        sem_destroy(lock);
        free(lock);
    }
}

static int wait_until(sem_t *lock, long long microseconds)
{
    struct timespec deadline;
    clock_gettime(CLOCK_MONOTONIC, &deadline);
    deadline.tv_sec += microseconds / 1000000;
    deadline.tv_nsec += (microseconds % 1000000) * 1000;
    if (deadline.tv_nsec >= 1000000000) {
        deadline.tv_nsec -= 1000000000;
        deadline.tv_sec++;
    }
    return sem_clockwait(lock, CLOCK_MONOTONIC, &deadline);
}

PyLockStatus PyThread_acquire_lock_timed(
    PyThread_type_lock lock, long long microseconds, int intr_flag)
{
    for (;;) {
        int result = microseconds == 0  ? sem_trywait(lock)
                     : microseconds < 0 ? sem_wait(lock)
                                        : wait_until(lock, microseconds);
        if (result == 0) {
            return PY_LOCK_ACQUIRED;
        }
        if (errno != EINTR) {
            return PY_LOCK_FAILURE;
        }
        if (intr_flag) {
            return PY_LOCK_INTR;
        }
    }
}

int PyThread_acquire_lock(PyThread_type_lock lock, int wait)
{
    return PyThread_acquire_lock_timed(lock, wait ? -1 : 0, 0) == PY_LOCK_ACQUIRED;
}

void PyThread_release_lock(PyThread_type_lock lock)
{
    sem_post(lock);
}

unsigned long PyThread_get_thread_ident(void)
{
    return (unsigned long)pthread_self();
}

unsigned long PyThread_get_thread_native_id(void)
{
    return (unsigned long)syscall(SYS_gettid);
}

struct start {
    void (*function)(void *);
    void *arg;
};

static void *run_thread(void *start_)
{
    struct start start = *(struct start *)start_;
    free(start_);
    start.function(start.arg);
    return NULL;
}

unsigned long PyThread_start_new_thread(void (*function)(void *), void *arg)
{
    pthread_attr_t attributes;
    pthread_t thread;
    struct start *start = malloc(sizeof *start);
    if (start == NULL) {
        return (unsigned long)-1;
    }
    *start = (struct start){function, arg};
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    if (wanted_stack_size != 0) {
        pthread_attr_setstacksize(&attributes, wanted_stack_size);
    }
    int failed = pthread_create(&thread, &attributes, run_thread, start);
    pthread_attr_destroy(&attributes);
    if (failed) {
        free(start);
        return (unsigned long)-1;
    }
    return (unsigned long)thread;
}

void PyThread_exit_thread(void)
{
    pthread_exit(NULL);
}

size_t PyThread_get_stacksize(void)
{
    return wanted_stack_size;
}

int PyThread_set_stacksize(size_t size)
{
    if (size != 0 && size < 32768) {
        return -1;
    }
    wanted_stack_size = size;
    return 0;
}

int PyThread_create_key(void)
{
    pthread_key_t key;
    return pthread_key_create(&key, NULL) == 0 ? (int)key : -1;
}

void PyThread_delete_key(int key)
{
    pthread_key_delete((pthread_key_t)key);
}

void PyThread_delete_key_value(int key)
{
    pthread_setspecific((pthread_key_t)key, NULL);
}

int PyThread_set_key_value(int key, void *value)
{
    return pthread_setspecific((pthread_key_t)key, value) == 0 ? 0 : -1;
}

void *PyThread_get_key_value(int key)
{
    return pthread_getspecific((pthread_key_t)key);
}

void PyThread_ReInitTLS(void) {}

Py_tss_t *PyThread_tss_alloc(void)
{
    return calloc(1, sizeof(Py_tss_t));
}

void PyThread_tss_free(Py_tss_t *key)
{
    if (key != NULL) {
        PyThread_tss_delete(key);
        free(key);
    }
}

int PyThread_tss_is_created(Py_tss_t *key)
{
    return key->_is_initialized;
}

int PyThread_tss_create(Py_tss_t *key)
{
    pthread_key_t made;
    if (key->_is_initialized) {
        return 0;
    }
    if (pthread_key_create(&made, NULL) != 0) {
        return -1;
    }
    key->_key = made;
    key->_is_initialized = 1;
    return 0;
}

void PyThread_tss_delete(Py_tss_t *key)
{
    if (key->_is_initialized) {
        pthread_key_delete(key->_key);
        key->_is_initialized = 0;
    }
}

int PyThread_tss_set(Py_tss_t *key, void *value)
{
    return pthread_setspecific(key->_key, value) == 0 ? 0 : -1;
}

void *PyThread_tss_get(Py_tss_t *key)
{
    return pthread_getspecific(key->_key);
}
