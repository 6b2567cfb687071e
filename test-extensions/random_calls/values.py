"""Objects for the registers, made by Python, and how objects are described: the same on both sides.

Runs inside the interpreter under test; `make`, `mutate`, `describe` and `describe_error` are what
the extension calls back.
"""

import array
import collections
import re
import types

ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")
PLACE = re.compile(r"\b(Objects|Python|Modules)/\w+\.c:\d+: ")  # Jabiru does not know CPython's


class Plain:
    """Attributes, and nothing else."""

    def __init__(self, **attributes):
        self.__dict__.update(attributes)


class Sequence:
    """A sequence of Python's; one that fails at some index on request."""

    def __init__(self, items, fails_at=None):
        self.items, self.fails_at = items, fails_at

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        if index == self.fails_at:
            raise RuntimeError("item that fails")
        return self.items[index]


class Failing:
    """Raises whatever is asked of it."""

    def fail(self, *args):
        raise LookupError("failing")

    __len__ = __getitem__ = __setitem__ = __delitem__ = __iter__ = __next__ = __contains__ = fail
    __bool__ = __eq__ = __lt__ = __add__ = __radd__ = __index__ = __int__ = __float__ = fail
    __call__ = __getattr__ = __enter__ = fail
    __hash__ = object.__hash__


class Number:
    def __index__(self):
        return 3

    def __float__(self):
        return 3.25

    def __add__(self, other):
        return NotImplemented

    def __eq__(self, other):
        return isinstance(other, Number) or NotImplemented

    def __hash__(self):
        return 33

    def __bool__(self):
        return False


class Wrong:
    """Special methods with results of the wrong type."""

    def __len__(self):
        return -1

    def __index__(self):
        return "no int"

    def __bool__(self):
        return 2

    def __iter__(self):
        return 5

    def __hash__(self):
        return "no hash"

    def __bytes__(self):
        return "no bytes"

    def __float__(self):
        return 1

    def __fspath__(self):
        return 4


class IntSubclass(int):
    pass


class StrSubclass(str):
    pass


class ListSubclass(list):
    def append(self, item):
        super().append((item, "appended"))


class DictSubclass(dict):
    def __missing__(self, key):
        return "missing"


class TupleSubclass(tuple):
    pass


class Base:
    def method(self, *args, **keywords):
        return args, sorted(keywords)


class Slotted(Base):
    __slots__ = ("name", "key")


def generator():
    yield 1
    received = yield "two"
    yield received
    return "returned"


def broken_generator():
    yield 1
    raise ValueError("broken generator")


def function(*args, **keywords):
    return args, sorted(keywords)


def raising(*args, **keywords):
    raise KeyError("raising", len(args))


def an_error():
    try:
        raise ValueError("an", "error")
    except ValueError as error:
        return error


MAKERS = [
    *(lambda n=n: n for n in (0, 1, -1, 2, 3, 7, 100, 255, 256, 257, 1000, -300, 2**31 - 1)),
    *(lambda n=n: n for n in (2**62, 2**63, 2**64 - 1, -(2**63), 2**70, -(2**70))),
    *(lambda f=f: f for f in (0.0, -0.0, 1.5, -2.0, 1e300, float("inf"), float("nan"))),
    *(lambda s=s: s for s in ("", "a", "key", "name", "spam eggs", "item", "\xe4\xf6", "\u20ac")),
    *(
        lambda s=s: s
        for s in ("\U0001f40d", "\udc80x", "12", "%s %r", "\u0130I", "a,b,,c", "ab" * 9)
    ),
    *(lambda b=b: b for b in (b"", b"a", b"abc\0d", b"\xff\xfe", b"12", b"spam eggs")),
    *(lambda c=c: c for c in (None, True, False, NotImplemented, Ellipsis, 2j, 1.5 - 0.5j)),
    lambda: bytearray(b"bytes"),
    bytearray,
    list,
    lambda: [1, "two", 3.0],
    lambda: [[], {}, (), None],
    lambda: [3, 1, 2],
    lambda: [("a", 1), ("b", 2)],
    lambda: ["a", "b"],
    lambda: list(range(20)),
    tuple,
    lambda: (1, "two"),
    lambda: ([], [1]),
    lambda: ("a",),
    lambda: (2.5, 4),
    dict,
    lambda: {"a": 1, "key": [2], "name": None},
    lambda: {1: "one", (2, 3): "pair", None: 0},
    lambda: {"item": {}},
    set,
    lambda: {1, "a", None},
    lambda: frozenset((1, 2)),
    lambda: range(5),
    lambda: range(0, -7, -2),
    lambda: slice(1, 3),
    lambda: slice(None, None, -2),
    lambda: slice("a", 0, 0),
    lambda: iter([1, 2]),
    lambda: iter("ab"),
    lambda: iter({"k": 1}.items()),
    generator,
    broken_generator,
    lambda: map(str, [1, 2]),
    lambda: function,
    lambda: raising,
    lambda: len,
    lambda: [].append,
    lambda: str.join,
    lambda: Base().method,
    lambda: int,
    lambda: str,
    lambda: dict,
    lambda: Base,
    lambda: Plain,
    lambda: type,
    lambda: Exception,
    lambda: KeyError,
    lambda: OSError,
    lambda: StopIteration,
    lambda: (TypeError, ValueError),
    an_error,
    lambda: KeyError("key"),
    lambda: OSError(2, "No such file", "name"),
    lambda: StopIteration(5),
    lambda: UnicodeDecodeError("ascii", b"abc\xff", 3, 4, "reason"),
    lambda: UnicodeEncodeError("ascii", "a\xe4", 1, 2, "reason"),
    Plain,
    lambda: Plain(name=1, key="k", item=[]),
    lambda: Sequence([1, 2, 3]),
    lambda: Sequence(["a", "b", "c"], fails_at=1),
    Failing,
    Number,
    Wrong,
    lambda: IntSubclass(12),
    lambda: StrSubclass("subclass"),
    lambda: ListSubclass([1]),
    lambda: DictSubclass(a=1),
    lambda: TupleSubclass((1, 2)),
    Slotted,
    lambda: memoryview(b"memory"),
    lambda: memoryview(bytearray(b"memory")),
    lambda: array.array("i", [1, 2]),
    lambda: collections.OrderedDict(a=1),
    lambda: collections.deque([1, 2]),
    lambda: types.MappingProxyType({"a": 1}),
    lambda: types.SimpleNamespace(key=1),
    lambda: types.ModuleType("made"),
    lambda: property(len),
    lambda: list[int],
    object,
]


def make(_, number):
    return MAKERS[number % len(MAKERS)]()


def mutate(target, number):
    """Changes an object from Python, as code between two calls of C would."""
    if isinstance(target, (list, collections.deque)):
        change_list(target, number)
    elif isinstance(target, (dict, types.SimpleNamespace, Plain)):
        change_dict(target if isinstance(target, dict) else target.__dict__, number)
    elif isinstance(target, set):
        target.symmetric_difference_update({number % 5, "m"})
    elif isinstance(target, bytearray):
        target[: number % 3] = b"changed"[: number % 6]
    elif isinstance(target, BaseException):
        target.args = (*target.args, number)
    elif hasattr(type(target), "__next__"):
        next(target, None)


def change_list(target, number):
    if number % 6 == 0:
        target.append(f"m{number}")
    elif number % 6 == 1:
        target.clear()
    elif number % 6 == 2:
        target.extend([number, None, 0.5])
    elif number % 6 == 3 and target:
        target.pop()
    elif number % 6 == 4 and target:
        target[0] = [number]
    else:
        target.reverse()


def change_dict(target, number):
    if number % 4 == 0:
        target[f"m{number % 3}"] = number
    elif number % 4 == 1:
        target.clear()
    elif number % 4 == 2:
        target["key"] = {"m": number}
    elif target:
        target.pop(next(iter(target)))


def text_of(o, depth):
    kind = type(o)
    if kind is StrSubclass:  # "%" gives the same object where nothing is formatted
        return ascii(str(o))
    if o is None or kind in (bool, int, float, complex, str, bytes, bytearray, range):
        shown = ascii(o)
        return shown if len(shown) < 200 else f"{shown[:150]}...{len(shown)}"
    if kind is type or isinstance(o, type):
        return f"<class {o.__name__}>"
    if depth > 4:
        return f"<{kind.__name__} ...>"
    if isinstance(o, BaseException):
        return f"{kind.__name__}{of_items(o.args, depth)}"
    if isinstance(o, (list, tuple, collections.deque)):
        return f"{'' if kind in (list, tuple) else kind.__name__}{of_items(o, depth)}"
    if isinstance(o, dict):
        pairs = [f"{text_of(k, depth + 1)}: {text_of(v, depth + 1)}" for k, v in dict.items(o)]
        return ("" if kind is dict else kind.__name__) + "{" + ", ".join(pairs[:20]) + "}"
    if isinstance(o, (set, frozenset)):
        return f"{kind.__name__}{sorted(text_of(i, depth + 1) for i in o)}"
    if isinstance(o, slice):
        return f"slice{of_items((o.start, o.stop, o.step), depth)}"
    if isinstance(o, (Plain, Slotted, types.SimpleNamespace)):
        attributes = [f"{k}={text_of(v, depth + 1)}" for k, v in getattr(o, "__dict__", {}).items()]
        return f"{kind.__name__}({', '.join(attributes)})"
    if kind.__name__ == "Counted" and hasattr(o, "item"):
        return f"Counted({text_of(o.item, depth + 1)})"
    if isinstance(o, memoryview):
        return f"memoryview({bytes(o)!r})"
    if kind.__name__ == "str_ascii_iterator":
        return "<str_iterator>"
    name = "" if isinstance(o, Failing) else getattr(o, "__name__", "")
    return f"<{kind.__name__} {name}>" if isinstance(name, str) and name else f"<{kind.__name__}>"


def of_items(items, depth):
    """Of a list its items, without asking its class, which may be one of ours."""
    opening, closing = "[]" if isinstance(items, list) else "()"
    walk = list.__iter__ if isinstance(items, list) else iter
    shown = [text_of(i, depth + 1) for i in walk(items)]
    return opening + ", ".join(shown[:20]) + closing


def describe(o, _):
    try:
        return ADDRESS.sub("0x...", text_of(o, 0))
    except Exception as e:
        return f"<{type(o).__name__}: {type(e).__name__}>"


def describe_error(error, _):
    try:
        message = str(error)
    except Exception as e:
        message = f"<{type(e).__name__}>"
    message = PLACE.sub("", message).replace("str_ascii_iterator", "str_iterator")
    cause = f" from {type(error.__cause__).__name__}" if error.__cause__ is not None else ""
    context = f" in {type(error.__context__).__name__}" if error.__context__ is not None else ""
    text = ascii(f"{type(error).__name__}: {message}"[:300])[1:-1] + cause + context
    return ADDRESS.sub("0x...", text)
