/*
 * bin/jabiru, bin/python3: starts the interpreter in the JVM of the image it lies in.
 *
 * Doing it through JNI saves the java command's second start and option parsing, gives Python's
 * main thread a stack for deep recursion through Python and C, and hands over arguments that are
 * not valid UTF-8 as CPython does (bytes 0x80-0xff become U+DC80-U+DCFF).
 *
 * The JVM's options are in lib/jabiru/jvm.options, a line each; @HOME@ stands for the image.
 * More come from $JABIRU_JAVA_OPTIONS (separated by blanks) and from leading --vm.X arguments
 * (--vm.Xmx2g is -Xmx2g).
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <jni.h>
#include <jvmti.h>
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Reserved, not used: only the pages that are touched cost memory. */
#define MAIN_STACK ((size_t)1 << 30)
#define SMALLEST_STACK ((size_t)16 << 20)
#define BACKGROUND 10 /* the "nice" value of compilers */
#define MAIN_CLASS "org/jabiru/launcher/Main"

typedef jint (*create_vm_fn)(JavaVM **, void **, void *);

struct start {
    char home[PATH_MAX];
    char *executable; /* as the user named it: a virtual environment is found from this */
    int argc;
    char **argv;
    JavaVMOption *options;
    int option_count, option_room;
    int more_options; /* than the image's own */
    sigset_t signals; /* which were blocked when the program started */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int created; /* whether the JVM runs */
};

static void die(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("jabiru: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

static void *checked(void *memory)
{
    if (memory == NULL) die("out of memory");
    return memory;
}

static char *format(const char *pattern, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, pattern);
    if (vasprintf(&text, pattern, arguments) < 0) die("out of memory");
    va_end(arguments);
    return text;
}

static void add_option(struct start *start, char *text)
{
    if (start->option_count == start->option_room) {
        start->option_room = start->option_room * 2 + 32;
        start->options =
            checked(realloc(start->options, (size_t)start->option_room * sizeof *start->options));
    }
    start->options[start->option_count].optionString = text;
    start->options[start->option_count++].extraInfo = NULL;
}

static void strip(char *path, int components)
{
    while (components-- > 0) {
        char *slash = strrchr(path, '/');
        if (slash == NULL) die("not inside an image: %s", path);
        *slash = 0;
    }
}

/* The value of "home = ..." in a virtual environment's pyvenv.cfg, or NULL. */
static char *base_of(const char *environment)
{
    char *path = format("%s/pyvenv.cfg", environment), *line = NULL, *found = NULL;
    FILE *file = fopen(path, "re");
    free(path);
    if (file == NULL) return NULL;
    size_t room = 0;
    while (found == NULL && getline(&line, &room, file) > 0) {
        size_t key = strcspn(line, " \t=");
        char *value = line + key + strspn(line + key, " \t");
        if (key != 4 || strncmp(line, "home", 4) != 0 || *value != '=') continue;
        value += 1 + strspn(value + 1, " \t");
        found = format("%.*s", (int)strcspn(value, "\r\n"), value);
    }
    free(line);
    fclose(file);
    return found;
}

/*
 * The image: the directory above the one this program (links resolved) lies in. A virtual
 * environment may have a copy of this program instead of a link; its pyvenv.cfg names the directory
 * of the other.
 */
static void find_home(struct start *start)
{
    ssize_t length = readlink("/proc/self/exe", start->home, sizeof start->home - 1);
    if (length < 0) die("cannot read /proc/self/exe: %s", strerror(errno));
    start->home[length] = 0;
    char *name = format("%s", strrchr(start->home, '/') + 1);
    strip(start->home, 2);
    char *options = format("%s/lib/jabiru/jvm.options", start->home);
    char *base = access(options, R_OK) == 0 ? NULL : base_of(start->home);
    if (base != NULL) {
        const char *names[] = {"jabiru", name, "python3"};
        for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
            char *program = format("%s/%s", base, names[i]);
            char *resolved = realpath(program, NULL);
            free(program);
            if (resolved == NULL) continue;
            snprintf(start->home, sizeof start->home, "%s", resolved);
            free(resolved);
            strip(start->home, 2);
            break;
        }
    }
    free(base);
    free(options);
    free(name);
}

static char *absolute(const char *path)
{
    char here[PATH_MAX];
    if (path[0] == '/' || getcwd(here, sizeof here) == NULL) return format("%s", path);
    while (path[0] == '.' && path[1] == '/')
        path += 2;
    return format("%s/%s", here, path);
}

/* What sys.executable will be: argv[0] made absolute, looked up in $PATH, its links kept. */
static char *find_executable(const struct start *start, const char *name)
{
    if (name != NULL && strchr(name, '/') != NULL) return absolute(name);
    const char *path = getenv("PATH");
    while (name != NULL && path != NULL && *path) {
        const char *end = strchrnul(path, ':');
        char *candidate = format("%.*s/%s", (int)(end - path), path, name);
        struct stat facts;
        if (end > path && stat(candidate, &facts) == 0 && S_ISREG(facts.st_mode) &&
            access(candidate, X_OK) == 0) {
            char *found = absolute(candidate);
            free(candidate);
            return found;
        }
        free(candidate);
        path = *end ? end + 1 : end;
    }
    return format("%s/bin/jabiru", start->home);
}

/* A line of jvm.options with every @HOME@ replaced. */
static char *expand(const struct start *start, const char *line)
{
    static const char mark[] = "@HOME@";
    char *text = format("%s", line);
    for (char *at; (at = strstr(text, mark)) != NULL;) {
        char *longer =
            format("%.*s%s%s", (int)(at - text), text, start->home, at + sizeof mark - 1);
        free(text);
        text = longer;
    }
    return text;
}

static void read_option_file(struct start *start)
{
    char *path = format("%s/lib/jabiru/jvm.options", start->home);
    FILE *file = fopen(path, "re");
    if (file == NULL) die("%s: %s", path, strerror(errno));
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    while ((length = getline(&line, &room, file)) > 0) {
        if (line[length - 1] == '\n') line[--length] = 0;
        if (length > 0 && line[0] != '#') add_option(start, expand(start, line));
    }
    free(line);
    free(path);
    fclose(file);
}

/*
 * A start touches thousands of new pages, and huge ones make that a third fewer faults. Asked for
 * only where the system has them: the JVM would warn.
 */
static int has_huge_pages(void)
{
    char modes[64] = "";
    FILE *file = fopen("/sys/kernel/mm/transparent_hugepage/enabled", "re");
    if (file == NULL) return 0;
    if (fgets(modes, sizeof modes, file) == NULL) modes[0] = 0;
    fclose(file);
    return modes[0] != 0 && strstr(modes, "[never]") == NULL;
}

static void read_options(struct start *start)
{
    read_option_file(start);
    if (has_huge_pages()) add_option(start, format("-XX:+UseTransparentHugePages"));
    /* Without the cache everything works, slower; it is made after the image. */
    char *cache = format("%s/lib/jabiru/jabiru.aot", start->home);
    if (access(cache, R_OK) == 0 && getenv("JABIRU_AOT_OFF") == NULL)
        add_option(start, format("-XX:AOTCache=%s", cache));
    free(cache);
    add_option(start, format("-Djabiru.home=%s", start->home));
    add_option(start, format("-Djabiru.executable=%s", start->executable));
    const char *more = getenv("JABIRU_JAVA_OPTIONS");
    if (more != NULL) {
        start->more_options = 1;
        char *copy = format("%s", more), *rest = copy, *option;
        while ((option = strsep(&rest, " \t\n")) != NULL)
            if (*option) add_option(start, option);
    }
    while (start->argc > 0 && strncmp(start->argv[0], "--vm.", 5) == 0) {
        start->more_options = 1;
        add_option(start, format("-%s", start->argv[0] + 5));
        start->argc--;
        start->argv++;
    }
}

/* The length of the well-formed UTF-8 sequence at s (by Unicode's table 3-7), 0 if there is none.
 */
static int sequence_length(const unsigned char *s)
{
    if (s[0] < 0x80) return 1;
    int length = s[0] >= 0xc2 && s[0] <= 0xdf   ? 2
                 : s[0] >= 0xe0 && s[0] <= 0xef ? 3
                 : s[0] >= 0xf0 && s[0] <= 0xf4 ? 4
                                                : 0;
    if (length == 0) return 0;
    unsigned char low = 0x80, high = 0xbf;
    if (s[0] == 0xe0) low = 0xa0;
    if (s[0] == 0xed) high = 0x9f;
    if (s[0] == 0xf0) low = 0x90;
    if (s[0] == 0xf4) high = 0x8f;
    if (s[1] < low || s[1] > high) return 0;
    for (int i = 2; i < length; i++)
        if ((s[i] & 0xc0) != 0x80) return 0;
    return length;
}

static jstring to_java(JNIEnv *env, const char *text)
{
    const unsigned char *s = (const unsigned char *)text;
    jchar *units = checked(malloc((strlen(text) + 1) * sizeof *units));
    jsize count = 0;
    while (*s) {
        int length = sequence_length(s);
        if (length == 0) {
            units[count++] = (jchar)(0xdc00 + *s++);
            continue;
        }
        unsigned point = length == 1 ? s[0] : s[0] & (0xffu >> (length + 1));
        for (int i = 1; i < length; i++)
            point = point << 6 | (s[i] & 0x3fu);
        s += length;
        if (point >= 0x10000) {
            units[count++] = (jchar)(0xd800 + ((point - 0x10000) >> 10));
            units[count++] = (jchar)(0xdc00 + (point & 0x3ff));
        } else {
            units[count++] = (jchar)point;
        }
    }
    jstring result = (*env)->NewString(env, units, count);
    free(units);
    return result;
}

/*
 * Compilers work in the background, with what the program leaves of the processors: in its first
 * second three of them want one, and on two processors the program would get half of what it needs.
 */
static void yield_to_program(pid_t thread)
{
    setpriority(PRIO_PROCESS, (id_t)thread, BACKGROUND);
}

/* Graal's threads; they start when there is something to compile. */
static void JNICALL thread_started(jvmtiEnv *jvmti, JNIEnv *env, jthread thread)
{
    (void)env;
    jvmtiThreadInfo info;
    if ((*jvmti)->GetThreadInfo(jvmti, thread, &info) != JVMTI_ERROR_NONE) return;
    if (info.name != NULL && strncmp(info.name, "TruffleCompiler", 15) == 0)
        yield_to_program(gettid());
    (*jvmti)->Deallocate(jvmti, (unsigned char *)info.name);
}

static void watch_threads(JavaVM *vm)
{
    jvmtiEnv *jvmti;
    if ((*vm)->GetEnv(vm, (void **)&jvmti, JVMTI_VERSION_21) != JNI_OK) return;
    jvmtiEventCallbacks callbacks = {.ThreadStart = thread_started};
    (*jvmti)->SetEventCallbacks(jvmti, &callbacks, sizeof callbacks);
    (*jvmti)->SetEventNotificationMode(jvmti, JVMTI_ENABLE, JVMTI_EVENT_THREAD_START, NULL);
}

/* The JVM's own optimizing compiler, whose threads run already. */
static void lower_compilers(void)
{
    DIR *threads = opendir("/proc/self/task");
    if (threads == NULL) return;
    for (struct dirent *entry; (entry = readdir(threads)) != NULL;) {
        char path[64 + sizeof entry->d_name], name[32];
        snprintf(path, sizeof path, "/proc/self/task/%s/comm", entry->d_name);
        FILE *file = fopen(path, "re");
        if (file == NULL) continue;
        if (fgets(name, sizeof name, file) != NULL && strncmp(name, "C2 Compiler", 11) == 0)
            yield_to_program((pid_t)strtol(entry->d_name, NULL, 10));
        fclose(file);
    }
    closedir(threads);
}

/*
 * Changes how this thread is scheduled, and those that it makes; 0 when it was told otherwise. The
 * JVM's own threads are made in batch mode: in a start some thousand methods wake a compiler, and
 * each time it would take the processor from the program.
 */
static int schedule(int from, int to)
{
    struct sched_param none = {0};
    return sched_getscheduler(0) == from && sched_setscheduler(0, to, &none) == 0;
}

/* Whether the JVM is being made, by this thread. */
static _Thread_local int creating;

/*
 * The JVM maps its AOT cache copy-on-write, reads most of it and then writes to most of it. A page
 * that was read first costs a second fault, and an interrupt of the other processors that makes
 * them forget the first page: a twelfth of a start. So what may be written of it is copied at once.
 * The JVM finds this function before the C library's, because the program exports it.
 */
__attribute__((visibility("default"))) void *mmap64(
    void *address, size_t length, int protection, int flags, int fd, off64_t offset)
{
    int copied = MAP_PRIVATE | MAP_FIXED;
    if (creating && fd >= 0 && (protection & PROT_WRITE) && (flags & copied) == copied)
        flags |= MAP_POPULATE;
    return (void *)syscall(SYS_mmap, address, length, protection, flags, fd, offset);
}

/* Standard streams that were closed when the program started: a bit for each. */
static int closed_streams;

/*
 * The JDK opens files with this, at any time. They do not get the numbers of closed standard
 * streams, which Python finds closed.
 */
__attribute__((visibility("default"))) int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    int makes = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    mode_t mode = makes ? va_arg(more, mode_t) : 0;
    va_end(more);
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (fd < 0 || fd > 2 || !(closed_streams & 1 << fd)) return fd;
    int moved = fcntl(fd, (flags & O_CLOEXEC) != 0 ? F_DUPFD_CLOEXEC : F_DUPFD, 3);
    int error = errno;
    close(fd);
    errno = error;
    return moved;
}

/* Gives the JDK the image's classes of annotations; without them it makes its own. */
static void prepare_annotations(JNIEnv *env)
{
    jclass annotations = (*env)->FindClass(env, "org/jabiru/annotations/Annotations");
    jmethodID prepare =
        annotations == NULL ? NULL : (*env)->GetStaticMethodID(env, annotations, "prepare", "()V");
    if (prepare != NULL) (*env)->CallStaticVoidMethod(env, annotations, prepare);
    (*env)->ExceptionClear(env);
}

static int call_main(JNIEnv *env, const struct start *start)
{
    int status = 1;
    prepare_annotations(env);
    jclass main_class = (*env)->FindClass(env, MAIN_CLASS);
    jmethodID launch = main_class == NULL ? NULL
                                          : (*env)->GetStaticMethodID(env, main_class, "launch",
                                                "([Ljava/lang/String;)I");
    jclass string = launch == NULL ? NULL : (*env)->FindClass(env, "java/lang/String");
    jobjectArray arguments =
        string == NULL ? NULL : (*env)->NewObjectArray(env, start->argc, string, NULL);
    if (arguments != NULL) {
        for (int i = 0; i < start->argc; i++) {
            jstring text = to_java(env, start->argv[i]);
            if (text == NULL) break;
            (*env)->SetObjectArrayElement(env, arguments, i, text);
            (*env)->DeleteLocalRef(env, text);
        }
        if (!(*env)->ExceptionCheck(env))
            status = (*env)->CallStaticIntMethod(env, main_class, launch, arguments);
    }
    if (!(*env)->ExceptionCheck(env)) return status;
    (*env)->ExceptionDescribe(env);
    return 1;
}

/* Java's way to the end, for what options to the JVM ask for: a record, a profile. */
static void end_in_java(JNIEnv *env, int status)
{
    jclass system = (*env)->FindClass(env, "java/lang/System");
    jmethodID end = system == NULL ? NULL : (*env)->GetStaticMethodID(env, system, "exit", "(I)V");
    if (end != NULL) (*env)->CallStaticVoidMethod(env, system, end, status);
}

/*
 * The last of C's exit functions but for the JVM's: its compilers may be at work, and must not see
 * how its memory is taken down.
 */
static void end_now(int status, void *unused)
{
    (void)unused;
    fflush(NULL);
    _exit(status);
}

static void *run(void *argument)
{
    struct start *start = argument;
    char *library = format("%s/lib/server/libjvm.so", start->home);
    void *jvm = dlopen(library, RTLD_NOW | RTLD_GLOBAL);
    if (jvm == NULL) die("%s", dlerror());
    on_exit(end_now, NULL);
    create_vm_fn create = (create_vm_fn)dlsym(jvm, "JNI_CreateJavaVM");
    if (create == NULL) die("%s", dlerror());
    JavaVMInitArgs arguments = {
        .version = JNI_VERSION_21,
        .nOptions = start->option_count,
        .options = start->options,
        .ignoreUnrecognized = JNI_FALSE,
    };
    JavaVM *vm;
    JNIEnv *env;
    int yields = schedule(SCHED_OTHER, SCHED_BATCH);
    creating = 1;
    jint result = create(&vm, (void **)&env, &arguments);
    creating = 0;
    if (yields) schedule(SCHED_BATCH, SCHED_OTHER);
    if (result != JNI_OK) die("the JVM did not start (error %d)", (int)result);
    watch_threads(vm);
    pthread_mutex_lock(&start->lock);
    start->created = 1;
    pthread_cond_signal(&start->changed);
    pthread_mutex_unlock(&start->lock);
    /* Signals come to this thread, and to those that it starts; not to the JVM's own. */
    pthread_sigmask(SIG_SETMASK, &start->signals, NULL);
    for (int fd = 0; fd < 3; fd++)
        if (closed_streams & 1 << fd) close(fd);
    int status = call_main(env, start);
    if (start->more_options) end_in_java(env, status);
    exit(status);
}

/* Otherwise the JVM's own files would get the numbers of closed standard streams. */
static void occupy_streams(void)
{
    for (int fd = 0; fd < 3; fd++) {
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDWR | O_CLOEXEC) == fd)
            closed_streams |= 1 << fd;
    }
}

int main(int argc, char **argv)
{
    static struct start start = {
        .lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
    occupy_streams();
    find_home(&start);
    start.executable = find_executable(&start, argc > 0 ? argv[0] : NULL);
    start.argc = argc > 0 ? argc - 1 : 0;
    start.argv = argv + 1;
    read_options(&start);
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &start.signals);
    pthread_t thread;
    int error = EAGAIN;
    for (size_t size = MAIN_STACK; error != 0 && size >= SMALLEST_STACK; size /= 2) {
        pthread_attr_t attributes;
        pthread_attr_init(&attributes);
        error = pthread_attr_setstacksize(&attributes, size);
        if (error == 0) error = pthread_create(&thread, &attributes, run, &start);
        pthread_attr_destroy(&attributes);
    }
    if (error != 0) die("cannot start a thread: %s", strerror(error));
    pthread_mutex_lock(&start.lock);
    while (!start.created)
        pthread_cond_wait(&start.changed, &start.lock);
    pthread_mutex_unlock(&start.lock);
    lower_compilers();
    pthread_join(thread, NULL); /* which ends the process */
    return 1;
}
