/*
 * Calls of C functions from the class org.jabiru.libc.NativeCalls. Through JNI the first call costs
 * microseconds; the JDK's own foreign functions make classes first, which takes a start 20 ms.
 */
#define _GNU_SOURCE
#include "posix.h"
#include <dlfcn.h>
#include <errno.h>
#include <jni.h>
#include <stdint.h>
#include <string.h>

#define NATIVE(type, name) EXPORT JNIEXPORT type JNICALL Java_org_jabiru_libc_NativeCalls_##name
#define LONGEST_NAME 128

typedef int64_t (*function)(int64_t, int64_t, int64_t, int64_t, int64_t, int64_t);

/* The JVM calls C functions of its own between two calls of ours. */
static __thread int last_errno;

static void *own_library(void)
{
    Dl_info own;
    /* Any object of this library tells where it is. */
    static const char here;
    return dladdr(&here, &own) == 0 ? NULL : dlopen(own.dli_fname, RTLD_NOW | RTLD_NOLOAD);
}

/* The address of a function or a variable of the process or of this library, or 0. */
NATIVE(jlong, find)(JNIEnv *env, jclass self, jbyteArray name)
{
    (void)self;
    char text[LONGEST_NAME] = {0};
    jsize length = (*env)->GetArrayLength(env, name);
    if (length >= LONGEST_NAME) return 0;
    (*env)->GetByteArrayRegion(env, name, 0, length, (jbyte *)text);
    void *found = dlsym(RTLD_DEFAULT, text);
    void *library = found == NULL ? own_library() : NULL;
    if (library != NULL) {
        found = dlsym(library, text);
        dlclose(library);
    }
    return (jlong)(intptr_t)found;
}

NATIVE(jlong, call)(
    JNIEnv *env, jclass self, jlong address, jlong a, jlong b, jlong c, jlong d, jlong e, jlong f)
{
    (void)env, (void)self;
    int64_t result = ((function)(intptr_t)address)(a, b, c, d, e, f);
    last_errno = errno;
    return result;
}

NATIVE(jint, errorNumber)(JNIEnv *env, jclass self)
{
    (void)env, (void)self;
    return last_errno;
}

/* strlen; errno stays. */
NATIVE(jint, length)(JNIEnv *env, jclass self, jlong address)
{
    (void)env, (void)self;
    return (jint)strlen((const char *)(intptr_t)address);
}
