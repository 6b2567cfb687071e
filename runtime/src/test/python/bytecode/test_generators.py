"""Generators, coroutines, asynchronous generators."""

import gc
import sys
import weakref


def expect(kind, f, *args):
    try:
        f(*args)
    except kind as e:
        return e
    raise AssertionError("no " + kind.__name__)


def count(n):
    for i in range(n):
        got = yield i
        if got:
            yield ("got", got)
    return "done"


g = count(3)
assert g.gi_frame is not None and not g.gi_running and not g.gi_suspended
assert next(g) == 0
assert g.gi_suspended
assert g.send("x") == ("got", "x")
assert next(g) == 1 and next(g) == 2
assert expect(StopIteration, next, g).value == "done"
assert expect(StopIteration, next, g).value is None
assert g.gi_frame is None
assert list(count(4)) == [0, 1, 2, 3]
assert str(expect(TypeError, count(1).send, 1)) == (
    "can't send non-None value to a just-started generator"
)


def thrower():
    try:
        yield 1
    except ValueError as e:
        yield ("caught", e.args)
    finally:
        log.append("finally")


log = []
g = thrower()
next(g)
assert g.throw(ValueError(7)) == ("caught", (7,))
g.close()
assert log == ["finally"]
g = thrower()
next(g)
expect(KeyError, g.throw, KeyError)
assert log == ["finally"] * 2
g = thrower()
expect(ValueError, g.throw, ValueError)
expect(StopIteration, next, g)


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield


g = stubborn()
next(g)
assert str(expect(RuntimeError, g.close)) == "generator ignored GeneratorExit"


def closing():
    try:
        yield 1
    except GeneratorExit:
        return "value"


g = closing()
next(g)
assert g.close() == "value"


def stops():
    yield 1
    raise StopIteration("x")


g = stops()
next(g)
e = expect(RuntimeError, next, g)
assert str(e) == "generator raised StopIteration" and type(e.__cause__) is StopIteration


def delegate():
    r = yield from count(2)
    yield r
    r = yield from [5, 6]
    yield r


assert list(delegate()) == [0, 1, "done", 5, 6, None]
g = delegate()
next(g)
assert g.gi_yieldfrom is not None
assert g.send("a") == ("got", "a")


def outer():
    try:
        yield from thrower()
    except KeyError:
        yield "outer"


log = []
g = outer()
next(g)
assert g.throw(KeyError) == "outer" and log == ["finally"]
g = outer()
next(g)
g.close()
assert log == ["finally"] * 2


def myself():
    yield next(me)


me = myself()
assert str(expect(ValueError, next, me)) == "generator already executing"


# the exception that is handled belongs to the generator
def handling():
    try:
        raise ValueError
    except ValueError:
        yield type(sys.exception())
        yield type(sys.exception())
    yield sys.exception()


g = handling()
assert next(g) is ValueError
assert sys.exception() is None
try:
    raise KeyError
except KeyError:
    assert next(g) is ValueError
    assert type(sys.exception()) is KeyError
    assert type(next(g)) is KeyError
assert sys.exception() is None

assert [*(x * 2 for x in range(3))] == [0, 2, 4]
assert [y for x in range(3) for y in range(x) if y != 1] == [0, 0]
assert {x: -x for x in range(2)} == {0: 0, 1: -1}
assert {x % 2 for x in range(5)} == {0, 1}
assert sum(x for x in range(100)) == 4950


# many values from the same place
def squares(n):
    for i in range(n):
        yield i * i


for _ in range(50):
    assert sum(squares(20)) == 2470


def repr_of(o):
    return repr(o).split(" at ")[0]


assert repr_of(squares(1)) == "<generator object squares"
assert squares(1).__name__ == "squares"


# coroutines
def run(c):
    try:
        while True:
            c.send(None)
    except StopIteration as e:
        return e.value


class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield
        return self.value


async def add(a, b):
    return await Later(a) + await Later(b)


async def main():
    return await add(1, 2) + await add(3, 4)


assert run(main()) == 10
c = main()
assert repr_of(c) == "<coroutine object main"
assert c.cr_await is None
c.send(None)
assert c.cr_await is not None
c.close()
assert str(expect(RuntimeError, c.send, None)) == "cannot reuse already awaited coroutine"


async def bad():
    await 1


assert str(expect(TypeError, run, bad())) == "'int' object can't be awaited"


class Context:
    def __init__(self, log):
        self.log = log

    async def __aenter__(self):
        await Later(0)
        self.log.append("enter")
        return self

    async def __aexit__(self, kind, value, tb):
        await Later(0)
        self.log.append(kind)
        return kind is ValueError


async def use(log):
    async with Context(log):
        log.append("body")
    async with Context(log):
        raise ValueError
    try:
        async with Context(log):
            raise KeyError
    except KeyError:
        log.append("caught")


log = []
run(use(log))
assert log == [
    "enter",
    "body",
    None,
    "enter",
    ValueError,
    "enter",
    KeyError,
    "caught",
], log


# asynchronous generators
async def agen(n):
    try:
        for i in range(n):
            await Later(0)
            got = yield i
            if got:
                yield got
    finally:
        log.append("closed")


async def collect():
    return [x async for x in agen(4) if x != 1]


log = []
assert run(collect()) == [0, 2, 3]
assert log == ["closed"]


async def protocol():
    a = agen(3)
    out = [await a.__anext__(), await a.asend("s")]
    await a.aclose()
    try:
        await a.__anext__()
    except StopAsyncIteration:
        out.append("end")
    a = agen(3)
    await a.__anext__()
    try:
        await a.athrow(KeyError)
    except KeyError:
        out.append("key")
    async for x in agen(2):
        pass
    else:
        out.append("else")
    return out


assert run(protocol()) == [0, "s", "end", "key", "else"]


async def for_int():
    async for x in 1:
        pass


assert str(expect(TypeError, run, for_int())) == (
    "'async for' requires an object with __aiter__ method, got int"
)


async def genexp():
    g = (await Later(x) for x in range(3))
    return [x async for x in g], [await Later(x) for x in range(2)]


assert run(genexp()) == ([0, 1, 2], [0, 1])


class Steps:
    """What __anext__ gives need not be awaitable a second time, as futures' iterators are not."""

    left = 3

    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        self.left -= 1
        return iter(()) if self.left else self.end()

    def end(self):
        raise StopAsyncIteration
        yield


async def steps():
    return [x async for x in Steps()]


assert run(steps()) == [None, None]


def constants():
    return b"same" is b"same", (1, b"x") is (1, b"x"), (1, 2.0) is (1, 2), b"1" is b"2"


assert constants() == (True, True, False, False)


class Thing:
    pass


def things(references):
    for reference in references:
        yield reference()


def forgotten(taken):
    """Which of three things, yielded and dropped, are still there after so many were taken."""
    kept = [Thing() for _ in range(3)]
    references = [weakref.ref(thing) for thing in kept]
    g = things(references)
    for _ in range(taken):
        next(g)
    del kept[:taken]
    gc.collect()
    return [reference() is not None for reference in references]


# What was yielded belongs to who got it, and neither to the suspended generator nor its frame.
assert forgotten(1) == [False, True, True]
assert forgotten(2) == [False, False, True]
