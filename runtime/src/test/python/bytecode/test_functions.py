"""Functions, code objects, frames, cells, classes."""

import sys

from types import CellType, CodeType, FrameType, FunctionType, MethodType, TracebackType


def f(a, b=1, *args, c, d=2, **kw):
    "doc"
    x = 1
    return locals()


assert f.__name__ == f.__qualname__ == "f"
assert f.__doc__ == "doc"
assert f.__defaults__ == (1,) and f.__kwdefaults__ == {"d": 2}
assert f.__module__ == __name__
assert f.__globals__ is globals()
assert f.__closure__ is None
code = f.__code__
assert type(code) is CodeType
assert code.co_name == "f" and code.co_qualname == "f"
assert (code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount) == (2, 2, 0)
assert code.co_varnames == ("a", "b", "c", "d", "args", "kw", "x"), code.co_varnames
assert code.co_flags & 0x4 and code.co_flags & 0x8 and code.co_flags & 0x1
assert code.co_nlocals == 7
assert code.co_consts[0] == "doc"
assert f(0, 5, 6, c=7, e=8) == {
    "a": 0,
    "b": 5,
    "c": 7,
    "d": 2,
    "args": (6,),
    "kw": {"e": 8},
    "x": 1,
}

g = FunctionType(code, {"__builtins__": __builtins__}, "g", (3,))
assert g.__name__ == "g" and g.__defaults__ == (3,) and g.__kwdefaults__ is None
try:
    g.nothing
except AttributeError:
    pass
g.attribute = 5
assert g.attribute == 5 and g.__dict__ == {"attribute": 5}
r = code.replace(co_name="renamed")
assert r.co_name == "renamed" and r.co_varnames == code.co_varnames
assert code == code.replace() and hash(code) == hash(code.replace())


def outer(v):
    def inner():
        nonlocal v
        v += 1
        return v

    return inner


i = outer(1)
assert i() == 2 and i() == 3
assert i.__code__.co_freevars == ("v",)
assert outer.__code__.co_cellvars == ("v",)
assert type(i.__closure__[0]) is CellType and i.__closure__[0].cell_contents == 3
i.__closure__[0].cell_contents = 10
assert i() == 11
assert i.__qualname__ == "outer.<locals>.inner"
try:
    CellType().cell_contents
except ValueError as e:
    assert str(e) == "Cell is empty"
assert CellType(1) == CellType(1) and CellType(1) < CellType(2)

# frames


def frames():
    frame = sys._getframe()
    assert type(frame) is FrameType
    assert frame is sys._getframe()
    assert frame.f_code is frames.__code__
    assert frame.f_back.f_code.co_name == caller.__name__
    assert frame.f_back is sys._getframe(1)
    assert frame.f_globals is globals()
    assert frame.f_lineno - frame.f_code.co_firstlineno == 8
    y = 5
    assert frame.f_locals["y"] == 5
    frame.f_locals["y"] = 6
    assert y == 6
    frame.f_locals["extra"] = 1
    assert "extra" in frame.f_locals and "frame" in frame.f_locals
    return frame


def caller():
    return frames()


frame = caller()
assert frame.f_locals["y"] == 6
assert sys._getframe().f_locals is locals()


def gen():
    z = 1
    yield sys._getframe()
    z = 2
    yield


it = gen()
before = it.gi_frame
assert before.f_locals == {}
assert next(it) is it.gi_frame is before
assert before.f_locals["z"] == 1
next(it)
assert before.f_locals["z"] == 2

# positions


def where():
    value = {}
    return value["x"]["y"]


try:
    where()
except KeyError as e:
    tb = e.__traceback__.tb_next
    assert type(tb) is TracebackType
    positions = list(tb.tb_frame.f_code.co_positions())
    line, end_line, column, end_column = positions[tb.tb_lasti // 2]
    assert (line - where.__code__.co_firstlineno, column, end_column) == (2, 11, 21), (
        line,
        column,
        end_column,
    )
assert [x[2] for x in where.__code__.co_lines() if x[2] is not None][-1] == (
    where.__code__.co_firstlineno + 2
)


# classes
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return {"prepared": kw}

    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)


class A(metaclass=Meta, flag=1):
    x = 1

    def me(self):
        return __class__

    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B" + super().who()


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        return "D" + super().who()


assert A.prepared == {"flag": 1} and type(B) is Meta
assert D().me() is A
for _ in range(20):
    assert D().who() == "DBCA"
assert A.who.__qualname__ == "A.who"


class Entries:
    def __mro_entries__(self, bases):
        return (A,)


class E(Entries()):
    pass


assert E.__bases__ == (A,) and len(E.__orig_bases__) == 1


def decorated(log):
    def deco(c):
        log.append(c.__name__)
        return c

    return deco


log = []


@decorated(log)
class F:
    y = [x for x in range(3)]
    z: int = 1


assert log == ["F"] and F.y == [0, 1, 2]
assert F.__annotations__ == {"z": int}


def annotated(a: int, *b: str) -> "float":
    pass


assert annotated.__annotations__ == {"a": int, "b": str, "return": "float"}
m = A().who
assert type(m) is MethodType and m.__func__ is A.who
assert repr(A.who).startswith("<function A.who at 0x")


# matching
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def match(v):
    match v:
        case 0 | 1:
            return "small"
        case [a, *rest]:
            return a, rest
        case {"k": value, **others}:
            return value, others
        case Point(x=0, y=yy):
            return "axis", yy
        case Point(xx, yy) if xx == yy:
            return "diagonal"
        case str() as s:
            return "str " + s
        case int(n):
            return n
        case None:
            return "none"
        case _:
            return "other"


assert match(1) == "small"
assert match([1, 2, 3]) == (1, [2, 3])
assert match({"k": 1, "z": 2}) == (1, {"z": 2})
assert match(Point(0, 5)) == ("axis", 5)
assert match(Point(3, 3)) == "diagonal"
assert match(Point(3, 4)) == "other"
assert match("x") == "str x"
assert match(7) == 7
assert match(None) == "none"
try:
    match_error = Point(1, 2)
    match match_error:
        case Point(1, 2, 3):
            pass
except TypeError as e:
    assert str(e) == "Point() accepts 2 positional sub-patterns (3 given)"

# names in class bodies and exec
ns = {}
exec("a = 1\nclass K:\n    a = a + 1\n    b = [a for _ in range(1)]\n", ns)
assert ns["K"].a == 2 and ns["K"].b == [1]
assert eval("x + y", {"x": 1}, {"y": 2}) == 3


class Namespace(dict):
    def __missing__(self, key):
        return key.upper()


assert eval("abc", {}, Namespace()) == "ABC"
assert f"{1:>3}{'a'!r}{2.5}" == "  1'a'2.5"
assert (lambda *, k=1: k)() == 1


class OnlySet:
    """Without __get__: what the instance's dict has is found, also by code that runs often."""

    def __set__(self, instance, value):
        instance.__dict__["kept"] = value


class Keeper:
    kept = OnlySet()


def read_kept(keeper):
    return keeper.kept


keeper = Keeper()
keeper.kept = 5
assert {read_kept(keeper) for _ in range(300)} == {5}
assert type(read_kept(Keeper())) is OnlySet
