"""The operations of the C-API that are timed: capi_rows.py SECONDS [ROW ...], in the interpreter
that is measured. Prints a line a row: its name, nanoseconds an operation, upcalls an operation (or
-) and what went wrong, if anything did.

A row is a statement run in a loop of Python, or the name of a function of bench_values or
bench_objects, which has the loop in C, and its argument.
"""

import sys
import time

import bench_calls
import bench_objects
import bench_values

try:
    from _jabiru import upcalls
except ImportError:

    def upcalls():
        return None


class Thing:
    value = 17

    def method(self):
        return self


def fail():
    raise ValueError("raised in Python")


THING = Thing()
BOX = bench_calls.Box()
TEXT = "some words of text"
NUMBERS = tuple(range(1000, 1008))

# Calls of C from Python: name, statement.
STATEMENTS = {
    "call NOARGS": "c.noargs()",
    "call O": "c.identity(THING)",
    "call FASTCALL, ints": "c.add(123456, 654321)",
    "call VARARGS": "c.varargs(1000, 2000)",
    "call VARARGS|KEYWORDS": "c.keywords(1000, b=2000)",
    "call FASTCALL|KEYWORDS": "c.fast_keywords(1, 2, three=3)",
    "method NOARGS": "BOX.nothing()",
    "method O": "BOX.same(THING)",
    "new instance": "c.Box()",
    "slot add": "BOX + BOX",
    "slot item": "BOX[1000]",
    "slot length": "len(BOX)",
    "slot compare": "BOX < BOX",
    "slot next": "next(BOX)",
    "slot call": "BOX()",
    "getset": "BOX.got",
    "member": "BOX.value",
    "str argument": "c.length(TEXT)",
    "list argument of 8": "c.total(LIST)",
    "callback": "c.call_back(abs_of_one)",
    "exception raised in C": "try: c.raise_error()\n        except ValueError: pass",
    "new type": "c.make_type()",
}

# Loops in C: function, argument.
LOOPS = {
    "long_small": None,
    "long_from": None,
    "long_as": 123456,
    "long_check": 123456,
    "number_add": 123456,
    "number_multiply_big": 10**40,
    "float_from": None,
    "float_as": 0.5,
    "bool_from": None,
    "unicode_from_string": None,
    "unicode_as_utf8": TEXT + " é",
    "unicode_length": TEXT,
    "unicode_read_char": TEXT,
    "unicode_concat": TEXT,
    "unicode_compare": TEXT,
    "unicode_from_format": None,
    "unicode_decode": None,
    "unicode_encode": TEXT,
    "unicode_substring": TEXT,
    "bytes_from": None,
    "bytes_as": b"some bytes",
    "tuple_new": None,
    "tuple_pack": THING,
    "tuple_get": NUMBERS,
    "list_new": None,
    "list_get": list(NUMBERS),
    "list_size": list(NUMBERS),
    "list_set": list(NUMBERS),
    "list_append": [],
    "list_as_tuple": list(NUMBERS),
    "build_int": None,
    "build_tuple": None,
    "build_list": None,
    "build_dict": None,
    "parse_ints": (1000, 2000),
    "parse_text": (TEXT,),
    "parse_objects": (THING, 1000),
    "parse_double": (0.5,),
    "parse_buffer": (b"some bytes",),
    "parse_keywords": {"first": 1000, "second": 2000},
    "dict_new": THING,
    "dict_set": {"key": 1},
    "dict_get": {"key": 1000},
    "dict_get_string": {"key": 1000},
    "dict_contains": {"key": 1000},
    "dict_size": {"key": 1000},
    "dict_next": dict.fromkeys(NUMBERS, "text"),
    "set_add": set(),
    "set_contains": {None},
    "iterate": list(NUMBERS),
    "sequence_get": list(NUMBERS),
    "sequence_fast": list(NUMBERS),
    "mapping_get": {"key": 1000},
    "get_attribute": THING,
    "get_attribute_string": THING,
    "set_attribute": Thing(),
    "has_attribute": THING,
    "is_instance": THING,
    "type_check": {},
    "compare": 123456,
    "hash": TEXT,
    "is_true": TEXT,
    "to_str": 123456,
    "to_repr": TEXT,
    "length": dict.fromkeys(NUMBERS),
    "reference_counts": THING,
    "call_no_args": lambda: None,
    "call_one_arg": lambda a: a,
    "call_tuple": lambda a, b: a,
    "call_vector": lambda a, b: a,
    "call_format": lambda a, b: a,
    "call_method": THING,
    "error_set": None,
    "error_format": None,
    "error_occurred": None,
    "error_matches": None,
    "error_from_python": fail,
    "error_raised": None,
    "buffer_get": bytearray(100),
    "memoryview_from": b"some bytes",
    "capsule_new": None,
    "capsule_get": None,
    "gil_ensure": None,
    "allow_threads": None,
    "memory": None,
    "import": None,
}


def from_python(statement):
    source = f"def run(count):\n    for _ in range(count):\n        {statement}\n"
    names = {
        "c": bench_calls,
        "THING": THING,
        "BOX": BOX,
        "TEXT": TEXT,
        "LIST": list(NUMBERS),
        "abs_of_one": lambda: 1,
    }
    exec(source, names)
    return names["run"]


def from_c(name, argument):
    module = bench_values if hasattr(bench_values, name) else bench_objects
    function = getattr(module, name)
    return lambda count: function(count, argument)


def all_rows():
    rows = {name: from_python(statement) for name, statement in STATEMENTS.items()}
    rows.update((name, from_c(name, argument)) for name, argument in LOOPS.items())
    return rows


def time_once(run, count):
    start = time.thread_time()
    run(count)
    return time.thread_time() - start


def nanoseconds(run, seconds):
    """The least time of an operation; as many at once as take some milliseconds."""
    count = 16
    while time_once(run, count) < 0.003 and count < 1 << 20:
        count *= 2
    best = float("inf")
    end = time.monotonic() + seconds
    while True:
        best = min(best, time_once(run, count) / count)
        if time.monotonic() > end:
            return best * 1e9
        if best * count < 0.002:
            count *= 2


def upcalls_of(run):
    before = upcalls()
    if before is None:
        return None
    run(200)
    return (sum(upcalls().values()) - sum(before.values())) / 200


def main():
    seconds = float(sys.argv[1])
    rows = all_rows()
    for name in sys.argv[2:] or rows:
        run = rows[name]
        try:
            run(100)
            made = upcalls_of(run)
            best = nanoseconds(run, seconds) if made is None else 0
        except Exception as problem:
            print(name, -1, "-", f"{type(problem).__name__}: {problem}", sep="\t", flush=True)
            continue
        print(name, best, "-" if made is None else made, "", sep="\t", flush=True)


main()
