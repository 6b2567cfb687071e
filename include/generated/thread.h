/* Generated from capi-emulation/abi/thread.abi. */
JABIRU_FUNCTION int PyThread_acquire_lock(PyThread_type_lock lock, int wait);
JABIRU_FUNCTION PyLockStatus PyThread_acquire_lock_timed(PyThread_type_lock lock, long long microseconds, int intr_flag);
JABIRU_FUNCTION PyThread_type_lock PyThread_allocate_lock(void);
JABIRU_FUNCTION int PyThread_create_key(void);
JABIRU_FUNCTION void PyThread_delete_key(int key);
JABIRU_FUNCTION void PyThread_delete_key_value(int key);
JABIRU_FUNCTION void PyThread_exit_thread(void);
JABIRU_FUNCTION void PyThread_free_lock(PyThread_type_lock lock);
JABIRU_FUNCTION void *PyThread_get_key_value(int key);
JABIRU_FUNCTION size_t PyThread_get_stacksize(void);
JABIRU_FUNCTION unsigned long PyThread_get_thread_ident(void);
JABIRU_FUNCTION unsigned long PyThread_get_thread_native_id(void);
JABIRU_FUNCTION void PyThread_init_thread(void);
JABIRU_FUNCTION void PyThread_ReInitTLS(void);
JABIRU_FUNCTION void PyThread_release_lock(PyThread_type_lock lock);
JABIRU_FUNCTION int PyThread_set_key_value(int key, void *value);
JABIRU_FUNCTION int PyThread_set_stacksize(size_t size);
JABIRU_FUNCTION unsigned long PyThread_start_new_thread(void (*function)(void *), void *arg);

#if Py_LIMITED_API+0 >= 0x03030000
JABIRU_FUNCTION PyObject *PyThread_GetInfo(void);
#endif

#if Py_LIMITED_API+0 >= 0x03070000
JABIRU_FUNCTION Py_tss_t *PyThread_tss_alloc(void);
JABIRU_FUNCTION int PyThread_tss_create(Py_tss_t *key);
JABIRU_FUNCTION void PyThread_tss_delete(Py_tss_t *key);
JABIRU_FUNCTION void PyThread_tss_free(Py_tss_t *key);
JABIRU_FUNCTION void *PyThread_tss_get(Py_tss_t *key);
JABIRU_FUNCTION int PyThread_tss_is_created(Py_tss_t *key);
JABIRU_FUNCTION int PyThread_tss_set(Py_tss_t *key, void *value);
#endif
