"""__del__ and the callbacks of weak references run after a collection."""

import gc
import sys
import weakref

log = []


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


class Broken:
    def __del__(self):
        1 / 0


def make():
    A("a")
    return weakref.ref(A("b"), lambda r: log.append(r() is None))


r = make()
gc.collect()
assert r() is None
assert sorted(log, key=str) == [True, "a", "b"], log

kept = []


class Revived:
    def __del__(self):
        kept.append(self)


def revive():
    Revived()


revive()
gc.collect()
assert type(kept[0]) is Revived

seen = []
sys.unraisablehook = lambda args: seen.append(args.exc_type)


def broken():
    Broken()


broken()
gc.collect()
assert seen == [ZeroDivisionError], seen

values = weakref.WeakValueDictionary()
keys = weakref.WeakKeyDictionary()


class C:
    pass


def fill():
    values[1] = C()
    keys[C()] = 1


fill()
gc.collect()
assert len(values) == 0 and len(keys) == 0


class Link:
    def __init__(self, number, other):
        self.number = number
        self.other = other

    def __del__(self):
        log.append(self.number)


class DictLink(dict):
    __init__ = Link.__init__
    __del__ = Link.__del__


def chain(cls):
    link = None
    for number in range(100):
        link = cls(number, link)


for cls in Link, DictLink:
    log.clear()
    chain(cls)
    gc.collect()
    assert log == list(reversed(range(100))), log
