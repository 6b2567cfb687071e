"""The length of a path, computed in C; and C that calls Python back."""

from _distance import ffi, lib


def length(points):
    """The sum of the distances from each point to the next."""
    array = ffi.new("point[]", [{"x": x, "y": y} for x, y in points])
    return lib.length(array, len(points))


@ffi.def_extern()
def visited(index, data):
    ffi.from_handle(data).append(index)


def visits(count):
    """The numbers that C called Python with."""
    seen = []
    handle = ffi.new_handle(seen)
    lib.visit(count, handle)
    return seen
