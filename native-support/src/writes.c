/* What C changed and Java has not seen: items of Java's lists, locks of bytearrays. Java's side is
   brought up to date before it runs: a change costs no upcall, only many together cost one. */
#include "jabiru.h"

struct write jabiru_writes[MOST_WRITES];
uint32_t jabiru_write_count;

/* The upcall runs no Python code: lists that were current still are, unless what was released at
   the end had something to do. Guarded by the GIL: a thread that waits for it has written nothing.
 */
void jabiru_flush_writes(void)
{
    if (jabiru_own_thread == NULL || !jabiru_own_thread->attached) {
        return;
    }
    uint32_t count = jabiru_write_count;
    uint32_t epoch = jabiru_state.epoch;
    jabiru_write_count = 0;
    jabiru_written(jabiru_writes, count);
    if (jabiru_state.epoch == epoch + 1) {
        jabiru_state.epoch = epoch;
    }
}

/* For Java: the functions that may run an extension's code without a trampoline. */
void jabiru_dealloc(void *object)
{
    struct jabiru_pending pending;
    jabiru_enter_aside(&pending);
    _Py_Dealloc(object);
    jabiru_leave_aside(&pending);
}

/* What ends an object, perhaps between a function's error and Java's asking for it. */
void jabiru_enter_aside(struct jabiru_pending *pending)
{
    PyThreadState *thread = jabiru_enter();
    pending->is_set = thread->error_type != NULL || thread->current_exception != NULL;
    if (pending->is_set) {
        PyErr_Fetch(&pending->type, &pending->value, &pending->traceback);
    }
}

void jabiru_leave_aside(struct jabiru_pending *pending)
{
    if (pending->is_set) {
        PyErr_Restore(pending->type, pending->value, pending->traceback);
    }
    jabiru_settle();
}

void jabiru_buffer_release(void *view)
{
    jabiru_enter();
    PyBuffer_Release(view);
    jabiru_settle();
}
