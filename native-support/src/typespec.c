/* Types from specifications: PyType_FromSpec and its family. */
#include "jabiru.h"

#define MAX_SLOT Py_tp_token

/* What the specification says beside function slots. */
struct spec_facts {
    Py_ssize_t member_count;
    PyMemberDef *members;
    Py_ssize_t weaklistoffset;
    Py_ssize_t dictoffset;
    int relative_weaklist;
    int relative_dict;
    int relative_vectorcall;
    Py_ssize_t vectorcalloffset;
    PyTypeObject *base;
    PyObject *bases;
};

static int special_member(struct spec_facts *facts, const PyMemberDef *member)
{
    Py_ssize_t *place = NULL;
    int relative = (member->flags & Py_RELATIVE_OFFSET) != 0;
    if (strcmp(member->name, "__weaklistoffset__") == 0) {
        place = &facts->weaklistoffset;
        facts->relative_weaklist = relative;
    } else if (strcmp(member->name, "__dictoffset__") == 0) {
        place = &facts->dictoffset;
        facts->relative_dict = relative;
    } else if (strcmp(member->name, "__vectorcalloffset__") == 0) {
        place = &facts->vectorcalloffset;
        facts->relative_vectorcall = relative;
    }
    if (place != NULL) {
        if (member->type != Py_T_PYSSIZET) {
            PyErr_Format(PyExc_SystemError, "type of %s must be Py_T_PYSSIZET", member->name);
            return -1;
        }
        if ((member->flags & ~Py_RELATIVE_OFFSET) != Py_READONLY) {
            PyErr_Format(PyExc_SystemError,
                "flags for %s must be Py_READONLY or (Py_READONLY | Py_RELATIVE_OFFSET)",
                member->name);
            return -1;
        }
        *place = member->offset;
    }
    return 0;
}

/* PEP 697: offsets from where the type's own data begins, and within it. */
static int check_relative(const PyMemberDef *member, const PyType_Spec *spec)
{
    if (!(member->flags & Py_RELATIVE_OFFSET)) {
        return 0;
    }
    if (spec->basicsize > 0) {
        PyErr_SetString(PyExc_SystemError, "With Py_RELATIVE_OFFSET, basicsize must be negative.");
        return -1;
    }
    if (member->offset < 0 || member->offset >= -(Py_ssize_t)spec->basicsize) {
        PyErr_SetString(PyExc_SystemError, "Member offset out of range (0..-basicsize)");
        return -1;
    }
    return 0;
}

static int read_members(struct spec_facts *facts, PyMemberDef *members, const PyType_Spec *spec)
{
    if (facts->members != NULL) {
        PyErr_SetString(PyExc_SystemError, "Multiple Py_tp_members slots are not supported.");
        return -1;
    }
    facts->members = members;
    for (; members->name != NULL; members++) {
        facts->member_count++;
        if (check_relative(members, spec) != 0 || special_member(facts, members) != 0) {
            return -1;
        }
    }
    return 0;
}

static int read_slots(struct spec_facts *facts, PyType_Spec *spec)
{
    int docs = 0;
    for (PyType_Slot *slot = spec->slots; slot != NULL && slot->slot != 0; slot++) {
        if (slot->slot == Py_tp_doc && docs++ > 0) {
            PyErr_SetString(PyExc_SystemError, "Multiple Py_tp_doc slots are not supported.");
            return -1;
        }
        if (slot->slot < 0 || slot->slot > MAX_SLOT) {
            PyErr_SetString(PyExc_RuntimeError, "invalid slot offset");
            return -1;
        }
        /* CPython has no NULL there; here: types of Java's have no table to hand on (nanobind). */
        if (slot->slot == Py_tp_members && slot->pfunc != NULL &&
            read_members(facts, slot->pfunc, spec) != 0) {
            return -1;
        }
        if (slot->slot == Py_tp_base) {
            facts->base = slot->pfunc;
        } else if (slot->slot == Py_tp_bases) {
            facts->bases = slot->pfunc;
        }
    }
    return 0;
}

/* The base whose layout the type extends: the first that adds to object's, else the first. */
static PyTypeObject *best_base(PyObject *bases)
{
    PyTypeObject *best = NULL;
    for (Py_ssize_t i = 0; i < PyTuple_Size(bases); i++) {
        PyObject *candidate = PyTuple_GetItem(bases, i);
        if (!PyType_Check(candidate)) {
            PyErr_SetString(PyExc_TypeError, "bases must be types");
            return NULL;
        }
        PyTypeObject *type = (PyTypeObject *)candidate;
        if (!(type->tp_flags & Py_TPFLAGS_BASETYPE)) {
            PyErr_Format(
                PyExc_TypeError, "type '%.100s' is not an acceptable base type", type->tp_name);
            return NULL;
        }
        if (best == NULL || (type->tp_basicsize > best->tp_basicsize)) {
            best = type;
        }
    }
    return best == NULL ? &PyBaseObject_Type : best;
}

/* A new tuple of the bases: argument (a tuple or one type), slot, or object alone. */
static PyObject *bases_tuple(PyObject *bases, const struct spec_facts *facts)
{
    if (bases == NULL) {
        bases = facts->bases;
    }
    if (bases == NULL) {
        return PyTuple_Pack(1, facts->base == NULL ? &PyBaseObject_Type : facts->base);
    }
    return PyTuple_Check(bases) ? new_ref(bases) : PyTuple_Pack(1, bases);
}

/* Fields of basicsize, negative for "beyond the base's", PEP 697. */
static int set_sizes(PyTypeObject *type, PyTypeObject *base, PyType_Spec *spec)
{
    Py_ssize_t size = spec->basicsize;
    if (size == 0) {
        size = base->tp_basicsize;
    } else if (size < 0) {
        if (base->tp_itemsize != 0 && !((base->tp_flags | spec->flags) & Py_TPFLAGS_ITEMS_AT_END)) {
            PyErr_SetString(PyExc_SystemError,
                "Cannot extend variable-size class without Py_TPFLAGS_ITEMS_AT_END.");
            return -1;
        }
        size = ((base->tp_basicsize + 15) & ~(Py_ssize_t)15) + ((-size + 15) & ~(Py_ssize_t)15);
    } else if (size < base->tp_basicsize) {
        PyErr_Format(PyExc_SystemError,
            "tp_basicsize for type '%s' (%zd) is too small for base '%s' (%zd)", spec->name, size,
            base->tp_name, base->tp_basicsize);
        return -1;
    }
    type->tp_basicsize = size;
    type->tp_itemsize = spec->itemsize != 0 ? spec->itemsize : base->tp_itemsize;
    return 0;
}

static void copy_members(
    PyHeapTypeObject *heap, const struct spec_facts *facts, Py_ssize_t base_size)
{
    /* Behind the fields that a metaclass made in C may have added. */
    PyMemberDef *copies = (PyMemberDef *)((char *)heap + TYPE(heap)->tp_basicsize);
    for (Py_ssize_t i = 0; i < facts->member_count; i++) {
        copies[i] = facts->members[i];
        if (copies[i].flags & Py_RELATIVE_OFFSET) {
            copies[i].offset += base_size;
            copies[i].flags &= ~Py_RELATIVE_OFFSET;
        }
    }
    if (facts->member_count > 0) {
        heap->ht_type.tp_members = copies;
    }
}

static void fill_slots(PyTypeObject *type, PyType_Spec *spec)
{
    for (PyType_Slot *slot = spec->slots; slot != NULL && slot->slot != 0; slot++) {
        switch (slot->slot) {
        case Py_tp_base:
        case Py_tp_bases:
        case Py_tp_members:
            break;
        case Py_tp_doc:
            type->tp_doc = slot->pfunc == NULL ? NULL : strdup(slot->pfunc);
            break;
        case Py_tp_token:
            ((PyHeapTypeObject *)type)->ht_token = slot->pfunc == NULL ? spec : slot->pfunc;
            break;
        default:
            *(void **)jabiru_slot_place(type, slot->slot) = slot->pfunc;
        }
    }
}

static int set_names(PyHeapTypeObject *heap, const char *name)
{
    const char *dot = strrchr(name, '.');
    heap->_ht_tpname = strdup(name);
    heap->ht_type.tp_name = heap->_ht_tpname;
    heap->ht_name = PyUnicode_FromString(dot == NULL ? name : dot + 1);
    heap->ht_qualname = new_ref_or_null(heap->ht_name);
    return heap->ht_name == NULL || heap->_ht_tpname == NULL ? -1 : 0;
}

static PyTypeObject *metaclass_of(PyTypeObject *metaclass, PyObject *bases)
{
    PyTypeObject *winner = metaclass == NULL ? &PyType_Type : metaclass;
    for (Py_ssize_t i = 0; i < PyTuple_Size(bases); i++) {
        PyTypeObject *candidate = TYPE(PyTuple_GetItem(bases, i));
        if (jabiru_is_subtype(winner, candidate)) {
            continue;
        }
        if (!jabiru_is_subtype(candidate, winner)) {
            PyErr_SetString(PyExc_TypeError,
                "metaclass conflict: the metaclass of a derived class must be a "
                "(non-strict) subclass of the metaclasses of all its bases");
            return NULL;
        }
        winner = candidate;
    }
    return winner;
}

static int check_metaclass(PyTypeObject *metaclass)
{
    if (metaclass->tp_new != NULL && metaclass->tp_new != PyType_Type.tp_new) {
        PyErr_SetString(PyExc_TypeError, "Metaclasses with custom tp_new are not supported.");
        return -1;
    }
    return 0;
}

/* What cannot change must not inherit what can. */
static int check_bases(const PyType_Spec *spec, PyObject *bases)
{
    for (Py_ssize_t i = 0; (spec->flags & Py_TPFLAGS_IMMUTABLETYPE) && i < PyTuple_Size(bases);
        i++) {
        PyTypeObject *base = (PyTypeObject *)PyTuple_GetItem(bases, i);
        if (!(base->tp_flags & Py_TPFLAGS_IMMUTABLETYPE)) {
            PyErr_Format(PyExc_TypeError, "Creating immutable type %s from mutable base %N",
                spec->name, base);
            return -1;
        }
    }
    return 0;
}

static PyHeapTypeObject *build(PyTypeObject *metaclass, PyObject *module, PyType_Spec *spec,
    PyObject *bases, const struct spec_facts *facts)
{
    PyTypeObject *base = best_base(bases);
    metaclass = base == NULL ? NULL : metaclass_of(metaclass, bases);
    if (metaclass == NULL || check_metaclass(metaclass) != 0 || check_bases(spec, bases) != 0) {
        return NULL;
    }
    size_t head = (size_t)metaclass->tp_basicsize;
    size_t size = head + ((size_t)facts->member_count + 1) * sizeof(PyMemberDef);
    PyHeapTypeObject *heap = jabiru_new_zeroed(metaclass, size);
    if (heap == NULL) {
        return NULL;
    }
    PyTypeObject *type = &heap->ht_type;
    jabiru_prefix_of(type)->flags |= FLAG_C_FIELDS;
    Py_INCREF(metaclass);
    type->ob_base.ob_size = facts->member_count;
    type->tp_flags = spec->flags | Py_TPFLAGS_HEAPTYPE;
    type->tp_base = (PyTypeObject *)new_ref(base);
    type->tp_bases = new_ref(bases);
    heap->ht_module = new_ref_or_null(module);
    jabiru_heap_tables(heap);
    if (set_names(heap, spec->name) != 0 || set_sizes(type, base, spec) != 0) {
        Py_DECREF(type);
        return NULL;
    }
    fill_slots(type, spec);
    jabiru_adapt_attributes(type);
    copy_members(heap, facts, (base->tp_basicsize + 15) & ~(Py_ssize_t)15);
    Py_ssize_t own = (base->tp_basicsize + 15) & ~(Py_ssize_t)15;
    type->tp_weaklistoffset = facts->weaklistoffset + (facts->relative_weaklist ? own : 0);
    type->tp_dictoffset = facts->dictoffset + (facts->relative_dict ? own : 0);
    type->tp_vectorcall_offset = facts->vectorcalloffset + (facts->relative_vectorcall ? own : 0);
    return heap;
}

PyObject *PyType_FromMetaclass(
    PyTypeObject *metaclass, PyObject *module, PyType_Spec *spec, PyObject *bases)
{
    struct spec_facts facts = {0};
    if (spec->name == NULL) {
        PyErr_SetString(PyExc_SystemError, "Type spec does not define the name field.");
        return NULL;
    }
    if (read_slots(&facts, spec) != 0) {
        return NULL;
    }
    PyObject *all_bases = bases_tuple(bases, &facts);
    PyHeapTypeObject *heap =
        all_bases == NULL ? NULL : build(metaclass, module, spec, all_bases, &facts);
    Py_XDECREF(all_bases);
    if (heap == NULL) {
        return NULL;
    }
    PyTypeObject *type = &heap->ht_type;
    if (jabiru_type_created(type, module, type->tp_bases, spec) != 0) {
        Py_DECREF(type);
        return NULL;
    }
    jabiru_type_inherit(type);
    type->tp_flags |= Py_TPFLAGS_READY;
    return (PyObject *)type;
}

PyObject *PyType_FromModuleAndSpec(PyObject *module, PyType_Spec *spec, PyObject *bases)
{
    return PyType_FromMetaclass(NULL, module, spec, bases);
}

PyObject *PyType_FromSpecWithBases(PyType_Spec *spec, PyObject *bases)
{
    return PyType_FromMetaclass(NULL, NULL, spec, bases);
}

PyObject *PyType_FromSpec(PyType_Spec *spec)
{
    return PyType_FromMetaclass(NULL, NULL, spec, NULL);
}

static PyHeapTypeObject *heap_type(PyTypeObject *type)
{
    return (type->tp_flags & Py_TPFLAGS_HEAPTYPE) ? (PyHeapTypeObject *)type : NULL;
}

PyObject *PyType_GetModule(PyTypeObject *type)
{
    PyHeapTypeObject *heap = heap_type(type);
    if (heap == NULL) {
        PyErr_Format(
            PyExc_TypeError, "PyType_GetModule: Type '%s' is not a heap type", type->tp_name);
        return NULL;
    }
    if (heap->ht_module == NULL) {
        PyErr_Format(
            PyExc_TypeError, "PyType_GetModule: Type '%s' has no associated module", type->tp_name);
    }
    return heap->ht_module;
}

void *PyType_GetModuleState(PyTypeObject *type)
{
    PyObject *module = PyType_GetModule(type);
    return module == NULL ? NULL : PyModule_GetState(module);
}

static PyObject *module_with_def(PyTypeObject *type, PyModuleDef *def)
{
    PyHeapTypeObject *heap = heap_type(type);
    if (heap == NULL || heap->ht_module == NULL || !PyModule_Check(heap->ht_module)) {
        return NULL;
    }
    return ((PyModuleObject *)heap->ht_module)->md_def == def ? heap->ht_module : NULL;
}

static void *search_types(PyTypeObject *type, void *(*match)(PyTypeObject *, void *), void *what)
{
    PyObject *mro = type->tp_mro;
    if (mro == NULL) {
        void *found = match(type, what);
        PyObject *bases = type->tp_bases;
        if (bases == NULL) {
            return found != NULL || type->tp_base == NULL
                       ? found
                       : search_types(type->tp_base, match, what);
        }
        for (Py_ssize_t i = 0; found == NULL && i < Py_SIZE(bases); i++) {
            found = search_types((PyTypeObject *)((PyTupleObject *)bases)->ob_item[i], match, what);
        }
        return found;
    }
    for (Py_ssize_t i = 0; i < Py_SIZE(mro); i++) {
        void *found = match((PyTypeObject *)((PyTupleObject *)mro)->ob_item[i], what);
        if (found != NULL) {
            return found;
        }
    }
    return NULL;
}

static void *match_module(PyTypeObject *type, void *def)
{
    return module_with_def(type, def);
}

PyObject *PyType_GetModuleByDef(PyTypeObject *type, PyModuleDef *def)
{
    PyObject *module = search_types(type, match_module, def);
    if (module == NULL) {
        PyErr_Format(PyExc_TypeError,
            "PyType_GetModuleByDef: No superclass of '%s' has the given module", type->tp_name);
    }
    return module;
}

static void *match_token(PyTypeObject *type, void *token)
{
    PyHeapTypeObject *heap = heap_type(type);
    return heap != NULL && heap->ht_token == token ? type : NULL;
}

int PyType_GetBaseByToken(PyTypeObject *type, void *token, PyTypeObject **result)
{
    if (result != NULL) {
        *result = NULL;
    }
    if (token == NULL) {
        PyErr_Format(PyExc_SystemError, "PyType_GetBaseByToken called with token=NULL");
        return -1;
    }
    if (!PyType_Check((PyObject *)type)) {
        PyErr_Format(PyExc_TypeError, "expected a type, got a '%T' object", type);
        return -1;
    }
    PyTypeObject *found = search_types(type, match_token, token);
    if (found != NULL && result != NULL) {
        *result = (PyTypeObject *)new_ref(found);
    }
    return found != NULL;
}

static Py_ssize_t data_offset(PyTypeObject *type)
{
    return (type->tp_base->tp_basicsize + 15) & ~(Py_ssize_t)15;
}

void *PyObject_GetTypeData(PyObject *obj, PyTypeObject *cls)
{
    return (char *)obj + data_offset(cls);
}

Py_ssize_t PyType_GetTypeDataSize(PyTypeObject *cls)
{
    Py_ssize_t size = cls->tp_basicsize - data_offset(cls);
    return size < 0 ? 0 : size;
}
