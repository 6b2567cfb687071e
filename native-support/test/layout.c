/* Prints offsets and sizes; compiled with our layout.h and with CPython's own headers. */
#ifdef CPYTHON
#define Py_BUILD_CORE_MODULE
#include <Python.h>
#include "internal/pycore_moduleobject.h"
#define tag_of(type) offsetof(type, long_value.lv_tag)
#define digits_of(type) offsetof(type, long_value.ob_digit)
#else
#include "layout.h"
#define tag_of(type) offsetof(type, lv_tag)
#define digits_of(type) offsetof(type, ob_digit)
#endif
#include <stddef.h>
#include <stdio.h>

#define SIZE(type) printf(#type " %zu\n", sizeof(type))
#define FIELD(type, field) printf(#type "." #field " %zu\n", offsetof(type, field))

int main(void)
{
    SIZE(PyObject);
    SIZE(PyVarObject);
    SIZE(PyTypeObject);
    SIZE(PyHeapTypeObject);
    SIZE(PyNumberMethods);
    SIZE(PySequenceMethods);
    SIZE(PyMappingMethods);
    SIZE(PyAsyncMethods);
    SIZE(PyBufferProcs);
    SIZE(struct _longobject);
    SIZE(PyFloatObject);
    SIZE(PyBytesObject);
    SIZE(PyTupleObject);
    SIZE(PyListObject);
    SIZE(PyASCIIObject);
    SIZE(PyCompactUnicodeObject);
    SIZE(PyUnicodeObject);
    SIZE(PyModuleObject);
    SIZE(PyModuleDef);
    SIZE(PyMethodDef);
    SIZE(PyMemberDef);
    SIZE(PyGetSetDef);
    SIZE(Py_buffer);
    SIZE(PyType_Spec);
    SIZE(PyType_Slot);
    SIZE(PyModuleDef_Slot);
    SIZE(PyStructSequence_Desc);
    SIZE(Py_tss_t);
    FIELD(PyObject, ob_refcnt);
    FIELD(PyObject, ob_type);
    FIELD(PyVarObject, ob_size);
    FIELD(PyTypeObject, tp_name);
    FIELD(PyTypeObject, tp_basicsize);
    FIELD(PyTypeObject, tp_itemsize);
    FIELD(PyTypeObject, tp_dealloc);
    FIELD(PyTypeObject, tp_vectorcall_offset);
    FIELD(PyTypeObject, tp_getattr);
    FIELD(PyTypeObject, tp_setattr);
    FIELD(PyTypeObject, tp_as_async);
    FIELD(PyTypeObject, tp_repr);
    FIELD(PyTypeObject, tp_as_number);
    FIELD(PyTypeObject, tp_as_sequence);
    FIELD(PyTypeObject, tp_as_mapping);
    FIELD(PyTypeObject, tp_hash);
    FIELD(PyTypeObject, tp_call);
    FIELD(PyTypeObject, tp_str);
    FIELD(PyTypeObject, tp_getattro);
    FIELD(PyTypeObject, tp_setattro);
    FIELD(PyTypeObject, tp_as_buffer);
    FIELD(PyTypeObject, tp_flags);
    FIELD(PyTypeObject, tp_doc);
    FIELD(PyTypeObject, tp_traverse);
    FIELD(PyTypeObject, tp_clear);
    FIELD(PyTypeObject, tp_richcompare);
    FIELD(PyTypeObject, tp_weaklistoffset);
    FIELD(PyTypeObject, tp_iter);
    FIELD(PyTypeObject, tp_iternext);
    FIELD(PyTypeObject, tp_methods);
    FIELD(PyTypeObject, tp_members);
    FIELD(PyTypeObject, tp_getset);
    FIELD(PyTypeObject, tp_base);
    FIELD(PyTypeObject, tp_dict);
    FIELD(PyTypeObject, tp_descr_get);
    FIELD(PyTypeObject, tp_descr_set);
    FIELD(PyTypeObject, tp_dictoffset);
    FIELD(PyTypeObject, tp_init);
    FIELD(PyTypeObject, tp_alloc);
    FIELD(PyTypeObject, tp_new);
    FIELD(PyTypeObject, tp_free);
    FIELD(PyTypeObject, tp_is_gc);
    FIELD(PyTypeObject, tp_bases);
    FIELD(PyTypeObject, tp_mro);
    FIELD(PyTypeObject, tp_cache);
    FIELD(PyTypeObject, tp_subclasses);
    FIELD(PyTypeObject, tp_weaklist);
    FIELD(PyTypeObject, tp_del);
    FIELD(PyTypeObject, tp_version_tag);
    FIELD(PyTypeObject, tp_finalize);
    FIELD(PyTypeObject, tp_vectorcall);
    FIELD(PyTypeObject, tp_watched);
    FIELD(PyTypeObject, tp_versions_used);
    FIELD(PyHeapTypeObject, as_async);
    FIELD(PyHeapTypeObject, as_number);
    FIELD(PyHeapTypeObject, as_mapping);
    FIELD(PyHeapTypeObject, as_sequence);
    FIELD(PyHeapTypeObject, as_buffer);
    FIELD(PyHeapTypeObject, ht_name);
    FIELD(PyHeapTypeObject, ht_slots);
    FIELD(PyHeapTypeObject, ht_qualname);
    FIELD(PyHeapTypeObject, ht_cached_keys);
    FIELD(PyHeapTypeObject, ht_module);
    FIELD(PyHeapTypeObject, _ht_tpname);
    FIELD(PyHeapTypeObject, ht_token);
    FIELD(PyNumberMethods, nb_add);
    FIELD(PyNumberMethods, nb_power);
    FIELD(PyNumberMethods, nb_bool);
    FIELD(PyNumberMethods, nb_int);
    FIELD(PyNumberMethods, nb_float);
    FIELD(PyNumberMethods, nb_inplace_add);
    FIELD(PyNumberMethods, nb_inplace_power);
    FIELD(PyNumberMethods, nb_floor_divide);
    FIELD(PyNumberMethods, nb_index);
    FIELD(PyNumberMethods, nb_inplace_matrix_multiply);
    FIELD(PySequenceMethods, sq_item);
    FIELD(PySequenceMethods, sq_ass_item);
    FIELD(PySequenceMethods, sq_contains);
    FIELD(PySequenceMethods, sq_inplace_repeat);
    FIELD(PyMappingMethods, mp_ass_subscript);
    FIELD(PyAsyncMethods, am_send);
    printf("long.tag %zu digits %zu\n", tag_of(struct _longobject), digits_of(struct _longobject));
    FIELD(PyFloatObject, ob_fval);
    FIELD(PyBytesObject, ob_shash);
    FIELD(PyBytesObject, ob_sval);
    FIELD(PyTupleObject, ob_hash);
    FIELD(PyTupleObject, ob_item);
    FIELD(PyListObject, ob_item);
    FIELD(PyListObject, allocated);
    FIELD(PyASCIIObject, length);
    FIELD(PyASCIIObject, hash); /* state is a bit field in CPython */
    FIELD(PyCompactUnicodeObject, utf8_length);
    FIELD(PyCompactUnicodeObject, utf8);
    FIELD(PyUnicodeObject, data);
    FIELD(PyModuleObject, md_dict);
    FIELD(PyModuleObject, md_def);
    FIELD(PyModuleObject, md_state);
    FIELD(PyModuleObject, md_weaklist);
    FIELD(PyModuleObject, md_name);
    FIELD(PyModuleDef, m_name);
    FIELD(PyModuleDef, m_size);
    FIELD(PyModuleDef, m_free);
    FIELD(Py_buffer, obj);
    FIELD(Py_buffer, ndim);
    FIELD(Py_buffer, format);
    FIELD(Py_buffer, internal);
    FIELD(PyThreadState, prev);
    FIELD(PyThreadState, next);
    FIELD(PyThreadState, interp);
    FIELD(PyThreadState, eval_breaker);
    FIELD(PyThreadState, py_recursion_remaining);
    FIELD(PyThreadState, py_recursion_limit);
    FIELD(PyThreadState, tracing);
    FIELD(PyThreadState, current_frame);
    FIELD(PyThreadState, current_exception);
    FIELD(PyThreadState, exc_info);
    FIELD(PyThreadState, dict);
    FIELD(PyThreadState, gilstate_counter);
    FIELD(PyThreadState, async_exc);
    FIELD(PyThreadState, thread_id);
    FIELD(PyThreadState, native_thread_id);
    return 0;
}
