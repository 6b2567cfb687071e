@a.b
@c(1)[0]
@(lambda f: f)
def f(a, b: int = 1, /, c=2, *args: *Ts, d, e: str = "x", **kw: dict) -> None:
    global g, h
    def inner(): nonlocal a; return
    return a, *b

async def g(*, a, b=1):
    async with a as b, c: pass
    async for x in y: pass
    else: pass
    await x; return await f(await y) ** 2
    yield
    yield x, *y
    z = yield from w
    [x async for x in y if await z]

def h(a, /): pass
def i(a=1, /, b=2, *, c): ...
def j(*a, **k,): ...
def k(a, b, ): ...
class A: x = 1
class B(): pass
class C(A, *bases, metaclass=M, **kw):
    """Doc."""
    class D[T](Generic[T]): pass
def l[T, *Ts, **P](a: T) -> P: ...
class E[T: int = str, U: (int, str), *Ts = *tuple[int], **P = [int]]: ...
type X = int
type Y[T, *Ts, **P] = dict[T, *Ts]
lambda: 0
lambda a, /, b=1, *c, d, e=2, **f: a
lambda *, a: lambda **b: b
