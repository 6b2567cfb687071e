/* C functions for the slots of types that Java implements. No slot takes more than three arguments,
   all of them words, so that one kind of function does for every slot: each of these only adds its
   number, by which Java knows the type and the slot. Java hands them out as they are asked for. */
#include "jabiru.h"

/* The oldest slots for attributes take the name as a C string; the types that have them get the
   newer ones as well, which is what everything else asks for. */
static PyObject *get_by_name(PyObject *self, PyObject *name)
{
    const char *text = PyUnicode_AsUTF8AndSize(name, NULL);
    return text == NULL ? NULL : TYPE(self)->tp_getattr(self, (char *)text);
}

static int set_by_name(PyObject *self, PyObject *name, PyObject *value)
{
    const char *text = PyUnicode_AsUTF8AndSize(name, NULL);
    return text == NULL ? -1 : TYPE(self)->tp_setattr(self, (char *)text, value);
}

void jabiru_adapt_attributes(PyTypeObject *type)
{
    if (type->tp_getattr != NULL && type->tp_getattro == NULL) {
        type->tp_getattro = get_by_name;
    }
    if (type->tp_setattr != NULL && type->tp_setattro == NULL) {
        type->tp_setattro = set_by_name;
    }
}

#define THUNK(n)                                                                                   \
    static int64_t thunk_##n(void *a, void *b, void *c)                                            \
    {                                                                                              \
        return jabiru_slot_call(a, b, c, 0##n);                                                    \
    }
#define ADDRESS(n) (void *)thunk_##n,

/* Numbers of four octal digits: 4096 functions. */
/* clang-format off */
#define DIGIT_4(M, p) M(p##0) M(p##1) M(p##2) M(p##3) M(p##4) M(p##5) M(p##6) M(p##7)
#define DIGIT_3(M, p) \
    DIGIT_4(M, p##0) DIGIT_4(M, p##1) DIGIT_4(M, p##2) DIGIT_4(M, p##3) \
    DIGIT_4(M, p##4) DIGIT_4(M, p##5) DIGIT_4(M, p##6) DIGIT_4(M, p##7)
#define DIGIT_2(M, p) \
    DIGIT_3(M, p##0) DIGIT_3(M, p##1) DIGIT_3(M, p##2) DIGIT_3(M, p##3) \
    DIGIT_3(M, p##4) DIGIT_3(M, p##5) DIGIT_3(M, p##6) DIGIT_3(M, p##7)
#define ALL(M) \
    DIGIT_2(M, 0) DIGIT_2(M, 1) DIGIT_2(M, 2) DIGIT_2(M, 3) \
    DIGIT_2(M, 4) DIGIT_2(M, 5) DIGIT_2(M, 6) DIGIT_2(M, 7)
/* clang-format on */

ALL(THUNK)

void *const jabiru_slot_thunks[] = {ALL(ADDRESS)};
const int64_t jabiru_slot_thunk_count = sizeof jabiru_slot_thunks / sizeof *jabiru_slot_thunks;
