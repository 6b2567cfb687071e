/* The block of objects that are never freed: static types, singletons, small ints, short strings.
   Each has a prefix like an object of the arena. */
#ifndef JABIRU_STATICS_H
#define JABIRU_STATICS_H

#include "jabiru.h"
#include "shapes.h"
#include "types.h"

#define SMALL_INT_FIRST -5
#define SMALL_INT_COUNT 262

struct static_type {
    struct jabiru_prefix prefix;
    PyTypeObject object;
};
struct static_plain {
    struct jabiru_prefix prefix;
    PyObject object;
};
struct static_long {
    struct jabiru_prefix prefix;
    PyLongObject object;
};
struct static_str {
    struct jabiru_prefix prefix;
    PyCompactUnicodeObject object;
    char tail[8];
};
struct static_bytes {
    struct jabiru_prefix prefix;
    PyBytesObject object;
    char tail[8];
};
struct static_tuple {
    struct jabiru_prefix prefix;
    PyTupleObject object;
    char tail[8];
};

struct statics {
    struct static_type types[JABIRU_TYPE_COUNT];
    struct static_plain none;
    struct static_plain ellipsis;
    struct static_plain not_implemented;
    struct static_long true_value;
    struct static_long false_value;
    struct static_long small_ints[SMALL_INT_COUNT];
    struct static_str latin1[256];
    struct static_str empty_str;
    struct static_bytes empty_bytes;
    struct static_tuple empty_tuple;
};

extern struct statics jabiru_statics;

#define JABIRU_TYPE(index) (&jabiru_statics.types[index].object)

#define STRINGIFIED(x) #x
#define STRINGIFY(x) STRINGIFIED(x)
/* C cannot give a name to the inside of a structure; the assembler can. */
#define STATIC_SYMBOL(name, offset, size)                                                          \
    __asm__(".globl " #name "\n"                                                                   \
            ".set " #name ", jabiru_statics + " offset " + 16\n"                                   \
            ".type " #name ", @object\n"                                                           \
            ".size " #name ", " #size "\n")
#define STATIC_TYPE_STRIDE 432
#define JABIRU_TYPE_SYMBOL(name, index)                                                            \
    STATIC_SYMBOL(name, #index "*" STRINGIFY(STATIC_TYPE_STRIDE), 416)
#define AFTER_TYPES(bytes) STRINGIFY(JABIRU_TYPE_COUNT) "*" STRINGIFY(STATIC_TYPE_STRIDE) "+" #bytes

int jabiru_statics_init(struct jabiru_native *native);

#endif
