"""Raising, handling, context, tracebacks."""

import sys


def chain(e):
    out = []
    while e is not None:
        out.append(type(e).__name__)
        e = e.__context__
    return out


try:
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2)
except KeyError as e:
    assert chain(e) == ["KeyError", "ValueError"]
    assert e.__cause__ is None and not e.__suppress_context__
    saved = e
assert "e" not in globals()
assert sys.exception() is None

try:
    raise KeyError from ValueError("x")
except KeyError as e:
    assert type(e.__cause__) is ValueError and e.__suppress_context__
try:
    raise KeyError from None
except KeyError as e:
    assert e.__cause__ is None and e.__suppress_context__

try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["x"]
except KeyError as e:
    assert chain(e) == ["KeyError", "ZeroDivisionError"]


def lines(tb):
    out = []
    while tb is not None:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        tb = tb.tb_next
    return out


def inner():
    x = 1
    raise ValueError(x)


def middle():
    try:
        inner()
    finally:
        x = 2


def outer():
    try:
        middle()
    except ValueError as e:
        raise


try:
    outer()
except ValueError as e:
    assert lines(e.__traceback__)[1:] == [("outer", 2), ("middle", 2), ("inner", 2)], lines(
        e.__traceback__
    )


def reraise_new():
    try:
        inner()
    except ValueError as e:
        raise e


try:
    reraise_new()
except ValueError as e:
    assert lines(e.__traceback__)[1:] == [
        ("reraise_new", 4),
        ("reraise_new", 2),
        ("inner", 2),
    ], lines(e.__traceback__)


def bare():
    raise


try:
    bare()
except RuntimeError as e:
    assert str(e) == "No active exception to reraise"
try:
    try:
        raise ValueError("kept")
    except ValueError:
        bare()
except ValueError as e:
    assert str(e) == "kept"

# finally and control flow


def order(log):
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            log.append(i)
        finally:
            log.append("f%d" % i)
    else:
        log.append("else")
    try:
        return "returned"
    finally:
        log.append("last")


log = []
assert order(log) == "returned"
assert log == [0, "f0", "f1", "f2", "last"], log


def swallow():
    try:
        raise ValueError
    finally:
        return 1


assert swallow() == 1


def nested_state():
    try:
        raise ValueError("a")
    except ValueError:
        assert str(sys.exception()) == "a"
        try:
            raise KeyError("b")
        except KeyError:
            assert sys.exception().args == ("b",)
        assert str(sys.exception()) == "a"
    assert sys.exception() is None


nested_state()
assert sys.exc_info() == (None, None, None)


def catches(exc, spec):
    try:
        raise exc
    except spec:
        return True
    except BaseException:
        return False


assert catches(ValueError(), ValueError)
assert catches(ValueError(), (KeyError, ValueError))
assert catches(UnicodeError(), ValueError)
assert not catches(KeyError(), (ValueError, OSError))
try:
    catches(KeyError(), 1)
except TypeError as e:
    assert str(e) == "catching classes that do not inherit from BaseException is not allowed"
else:
    raise AssertionError
for bad in (1, int, "x"):
    try:
        raise bad
    except TypeError as e:
        assert str(e) == "exceptions must derive from BaseException"

# names
try:
    undefined
except NameError as e:
    assert str(e) == "name 'undefined' is not defined" and e.name == "undefined"


def unbound():
    print(v)
    v = 1


try:
    unbound()
except UnboundLocalError as e:
    assert str(e) == ("cannot access local variable 'v' where it is not associated with a value")


def free():
    def g():
        return v

    if 0:
        v = 1
    return g()


try:
    free()
except NameError as e:
    assert str(e) == (
        "cannot access free variable 'v' where it is not associated with a value in enclosing scope"
    )


def deleted():
    v = 1
    del v
    del v


try:
    deleted()
except UnboundLocalError as e:
    assert "'v'" in str(e)


# except*
def group():
    log = []
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e:
        log.append([type(x).__name__ for x in e.exceptions])
    except* (TypeError, OSError) as e:
        log.append([type(x).__name__ for x in e.exceptions])
    return log


try:
    group()
except ExceptionGroup as e:
    assert [type(x).__name__ for x in e.exceptions] == ["KeyError"], e.exceptions
    assert e.message == "g"
else:
    raise AssertionError
try:
    raise ValueError("plain")
except* ValueError as e:
    assert type(e) is ExceptionGroup and e.exceptions[0].args == ("plain",)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise OSError("new")
except ExceptionGroup as e:
    assert sorted(type(x).__name__ for x in e.exceptions) == ["ExceptionGroup", "OSError"]
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as e:
    assert str(e) == "catching ExceptionGroup with except* is not allowed. Use except instead."


# with
class Manager:
    def __init__(self, swallow, log):
        self.swallow = swallow
        self.log = log

    def __enter__(self):
        self.log.append("enter")
        return self

    def __exit__(self, kind, value, tb):
        self.log.append(kind.__name__ if kind else None)
        return self.swallow


log = []
with Manager(True, log) as m:
    raise ValueError
assert log == ["enter", "ValueError"]
log = []
with Manager(False, log), Manager(True, log):
    1 / 0
assert log == ["enter", "enter", "ZeroDivisionError", None]


def early(log):
    with Manager(False, log):
        return 5


log = []
assert early(log) == 5 and log == ["enter", None]


def text(source):
    try:
        exec(source)
    except (TypeError, ValueError) as e:
        return str(e)


assert text("with 1: pass") == (
    "'int' object does not support the context manager protocol (missed __exit__ method)"
)
assert text("a, b = 1") == "cannot unpack non-iterable int object"
assert text("a, b = 1, 2, 3") == "too many values to unpack (expected 2, got 3)"
assert text("a, b = [1]") == "not enough values to unpack (expected 2, got 1)"
assert text("a, *b, c = [1]") == "not enough values to unpack (expected at least 2, got 1)"
assert text("a, b = iter([1, 2, 3])") == "too many values to unpack (expected 2)"
assert text("for x in 1: pass") == "'int' object is not iterable"
a, *b, c = range(5)
assert (a, b, c) == (0, [1, 2, 3], 4)
(a, b), c = [1, 2], 3
assert (a, b, c) == (1, 2, 3)
