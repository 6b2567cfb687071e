"""cffi's API mode: the declarations, and the C that is compiled with them."""

from cffi import FFI

ffi = FFI()
ffi.cdef(
    """
    typedef struct { double x, y; } point;
    double length(const point *points, int count);
    extern "Python" void visited(int index, void *data);
    void visit(int count, void *data);
    """
)
ffi.set_source(
    "_distance",
    """
    #include <math.h>
    typedef struct { double x, y; } point;
    static double length(const point *points, int count) {
        double sum = 0;
        for (int i = 1; i < count; i++)
            sum += hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
        return sum;
    }
    static void visited(int index, void *data);
    static void visit(int count, void *data) {
        for (int i = 0; i < count; i++) visited(i, data);
    }
    """,
    libraries=["m"],
)
