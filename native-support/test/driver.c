/* Runs scenarios.c in our library without Java, and checks that nothing leaked. */
#include "jabiru.h"
#include "shapes.h"

#include <dlfcn.h>

extern void fakes_init(void);

static void *no_java(int64_t shape)
{
    (void)shape;
    return NULL;
}

int main(int argc, char **argv)
{
    struct jabiru_java java = {JABIRU_FINGERPRINT, no_java};
    struct jabiru_native native;
    if (argc < 2 || jabiru_init(&java, &native) != 0) {
        return 2;
    }
    jabiru_state.poison = 1;
    fakes_init();
    void *library = dlopen(argv[1], RTLD_NOW);
    if (library == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        return 2;
    }
    void *function = dlsym(library, "PyInit_scenarios");
    int64_t before = 0;
    for (int run = 0; run < 3; run++) {
        if (run == 1) {
            before = jabiru_live_bytes(); /* after what is made once: interned strings */
            freopen("/dev/null", "w", stdout);
        }
        jabiru_object_call0(function);
    }
    int64_t leaked = jabiru_live_bytes() - before;
    fprintf(stderr, "leaked %lld bytes\n", (long long)leaked);
    return leaked == 0 ? 0 : 1;
}
