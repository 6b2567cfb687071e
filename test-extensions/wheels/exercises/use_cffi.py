"""C's functions and structs described by C's own declarations, without a compiler."""

import cffi

ffi = cffi.FFI()
ffi.cdef(
    """
    typedef struct { int x, y; double weight; char name[16]; } point_t;
    typedef enum { RED, GREEN = 5, BLUE } colour_t;
    typedef union { uint32_t whole; uint8_t parts[4]; } word_t;
    struct node { int value; struct node *next; };
    struct bits { unsigned a:3; unsigned b:5; int c:4; };
    size_t strlen(const char *);
    int snprintf(char *, size_t, const char *, ...);
    void qsort(void *, size_t, size_t, int (*)(const void *, const void *));
    double strtod(const char *, char **);
    int abs(int);
    char *getenv(const char *);
    #define LIMIT 42
    """
)
C = ffi.dlopen(None)


@ffi.callback("int(const void *, const void *)")
def compare(a, b):
    return ffi.cast("int *", a)[0] - ffi.cast("int *", b)[0]


def main():
    print("backend", ffi.sizeof("point_t"), ffi.alignof("point_t"), ffi.offsetof("point_t", "name"))
    point = ffi.new("point_t *", {"x": 3, "y": -4, "weight": 0.5, "name": b"first"})
    print(point.x, point.y, point.weight, ffi.string(point.name), ffi.typeof(point))
    points = ffi.new("point_t[3]")
    points[1] = point[0]
    points[2].x = 9
    print([p.x for p in points], len(points), points[1:3][1].x, ffi.sizeof(points))
    print(C.strlen(b"hello"), C.abs(-7), C.LIMIT, ffi.cast("colour_t", 5), C.BLUE)
    print(C.getenv(b"A_NAME_THAT_NOBODY_SET") == ffi.NULL)
    text = ffi.new("char[40]")
    seven, weight = text_of("seven"), ffi.cast("double", 7.125)
    written = C.snprintf(text, 40, b"%d %s %.3f", ffi.cast("int", 7), seven, weight)
    print(written, ffi.string(text))
    numbers = ffi.new("int[]", [5, -3, 99, 0, 42, 7])
    C.qsort(numbers, len(numbers), ffi.sizeof("int"), compare)
    print(list(numbers), ffi.unpack(numbers, 3), bytes(ffi.buffer(numbers, 8)))
    end = ffi.new("char **")
    source = ffi.new("char[]", b"2.5e3rest")
    print(C.strtod(source, end), ffi.string(end[0]), end[0] - source)
    word = ffi.new("word_t *", {"whole": 0x01020304})
    print(list(word.parts), hex(word.whole))
    second = ffi.new("struct node *", {"value": 2})
    first = ffi.new("struct node *", {"value": 1, "next": second})
    print(first.next.value, first.next.next == ffi.NULL, first.next == second)
    bits = ffi.new("struct bits *", {"a": 5, "b": 17, "c": -2})
    print(bits.a, bits.b, bits.c)
    memory = bytearray(b"abcdef")
    view = ffi.from_buffer("char[]", memory)
    view[0] = b"X"
    ffi.memmove(view + 2, b"YZ", 2)
    print(memory, len(view), ffi.typeof("int(*)(char *)").args)
    handle = ffi.new_handle(["kept", 5])
    print(ffi.from_handle(handle), ffi.getctype("point_t", "*"), ffi.typeof("int[4]").length)
    freed = []
    owner = ffi.gc(ffi.new("int *", 5), lambda pointer: freed.append(pointer[0]))
    ffi.release(owner)
    print("freed", freed)

    @ffi.callback("int(int)", error=-1, onerror=lambda kind, error, trace: print("onerror", error))
    def failing(n):
        return 10 // n

    print(failing(5), failing(0))
    for call in (
        lambda: ffi.new("int *", "text"),
        lambda: ffi.new("unknown_t *"),
        lambda: ffi.cast("int", 1 << 70),
        lambda: ffi.new("char *", 5),
        lambda: ffi.new("uint8_t *", 300),
        lambda: C.strlen("text"),
        lambda: C.strlen(),
        lambda: points[5],
        lambda: point.nothing,
        lambda: ffi.NULL[0],
        lambda: C.no_such_function,
        lambda: ffi.cdef("int broken("),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, str(error).splitlines()[0])


def text_of(word):
    return ffi.new("char[]", word.encode())


main()
