"""Binding of arguments, and the messages of calls that do not fit."""


def message(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except TypeError as e:
        return str(e)
    raise AssertionError("no TypeError")


def f0():
    return "f0"


def f2(a, b):
    return a, b


def defaults(a, b=2, *rest, c=3, d, **others):
    return a, b, rest, c, d, others


def only(a, b, /, c, *, d):
    return a, b, c, d


assert f0() == "f0"
assert f2(1, 2) == (1, 2)
assert f2(b=1, a=2) == (2, 1)
assert f2(*[1], **{"b": 3}) == (1, 3)
assert defaults(1, d=4) == (1, 2, (), 3, 4, {})
assert defaults(1, 5, 6, 7, d=4, x=8) == (1, 5, (6, 7), 3, 4, {"x": 8})
assert only(1, 2, 3, d=4) == (1, 2, 3, 4)
assert only(1, 2, c=3, d=4) == (1, 2, 3, 4)

assert message(f0, 1) == "f0() takes 0 positional arguments but 1 was given"
assert message(f2) == "f2() missing 2 required positional arguments: 'a' and 'b'"
assert message(f2, 1) == "f2() missing 1 required positional argument: 'b'"
assert message(f2, 1, 2, 3) == "f2() takes 2 positional arguments but 3 were given"
assert message(f2, 1, a=2) == "f2() got multiple values for argument 'a'"
assert message(f2, 1, c=2) == "f2() got an unexpected keyword argument 'c'"
assert (
    message(only, 1, b=2, c=3, d=4)
    == "only() got some positional-only arguments passed as keyword arguments: 'b'"
)
assert message(only, 1, 2, 3) == "only() missing 1 required keyword-only argument: 'd'"
assert message(only, 1, 2, 3, 4) == ("only() takes 3 positional arguments but 4 were given")
assert message(only, 1, 2, 3, 4, d=1) == (
    "only() takes 3 positional arguments but 4 positional arguments"
    " (and 1 keyword-only argument) were given"
)
assert message(lambda abc: 0, abd=2) == (
    "<lambda>() got an unexpected keyword argument 'abd'. Did you mean 'abc'?"
)
assert message(1) == "'int' object is not callable"


def kw(**kwargs):
    return kwargs


def star(*args):
    return args


def expect(text, source, **names):
    try:
        exec(source, globals(), names)
    except TypeError as e:
        assert str(e) == text, str(e)
    else:
        raise AssertionError(source)


expect("Value after * must be an iterable, not int", "[*1]")
expect("'int' object is not a mapping", "{**1}")
assert star(*range(3), 4, *"ab") == (0, 1, 2, 4, "a", "b")
assert kw(**{"a": 1}, b=2, **{"c": 3}) == {"a": 1, "b": 2, "c": 3}
try:
    kw(**{"a": 1}, **{"a": 2})
except TypeError as e:
    assert "got multiple values for keyword argument 'a'" in str(e)
else:
    raise AssertionError
try:
    kw(**{1: 2})
except TypeError as e:
    assert str(e) == "keywords must be strings"
else:
    raise AssertionError


class A:
    def __init__(self, x, y=2):
        self.x = x
        self.y = y

    def m(self, z):
        return self.x + self.y + z

    @classmethod
    def c(cls, v):
        return cls, v

    @staticmethod
    def s(v):
        return v

    def __call__(self, *args, **kwargs):
        return args, kwargs


a = A(1)
for _ in range(40):
    assert a.m(3) == 6
    assert A.m(a, 3) == 6
    bound = a.m
    assert bound(4) == 7
    assert A.c(1) == (A, 1)
    assert a.c(1) == (A, 1)
    assert A.s(1) == a.s(1) == 1
    assert A(1, y=5).m(0) == 6
    assert A(y=1, x=2).m(0) == 3
    assert a(1, k=2) == ((1,), {"k": 2})
    assert defaults(1, d=4) == (1, 2, (), 3, 4, {})
    assert f2(b=1, a=2) == (2, 1)
assert message(A) == "A.__init__() missing 1 required positional argument: 'x'"
assert message(a.m) == "A.m() missing 1 required positional argument: 'z'"

# the same call site, different callees
seen = []
for callee in [f0, lambda: 1, A(1), dict, list, int, str, tuple, object().__repr__] * 3:
    seen.append(type(callee()).__name__)
assert seen[:8] == ["str", "int", "tuple", "dict", "list", "int", "str", "tuple"]


# the code of a function may be replaced
def g():
    return 1


def h():
    return 2


def call_g():
    return g()


for _ in range(30):
    assert call_g() == 1
g.__code__ = h.__code__
assert call_g() == 2

# defaults too


def p(a, b=1):
    return a + b


def call_p():
    return p(1)


for _ in range(30):
    assert call_p() == 2
p.__defaults__ = (10,)
assert call_p() == 11
p.__defaults__ = None
assert message(call_p) == "p() missing 1 required positional argument: 'b'"


# recursion


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


assert deep(500) == 500


def endless():
    return endless()


try:
    endless()
except RecursionError as e:
    assert str(e).startswith("maximum recursion depth exceeded")
else:
    raise AssertionError
assert deep(500) == 500
