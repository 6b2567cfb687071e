"""Weak references, module objects, pickling. Each expression with its repr, or what it raises."""

import re


import collections.abc as ca
import copy
import enum
import pickle
import types
import weakref


class Im:
    def foo(self):
        pass


class S:
    __slots__ = ("a", "_S__b", "__c")


class L(list):
    pass


a = Im()
r = weakref.ref(a)
s = S()
s.a = 1
l = L([1])
l.x = 3
M = types.ModuleType


CASES = [
    (
        "isinstance([],ca.Sequence), isinstance({},ca.Mapping), issubclass(int,ca.Hashable), isinstance(3,ca.Iterable), isinstance('',ca.Sequence)",
        "ok",
        "(True, True, True, False, True)",
    ),
    ("s.__getstate__()", "ok", "(None, {'a': 1})"),
    ("s.__reduce_ex__(2)[1:]", "ok", "((<class '__main__.S'>,), (None, {'a': 1}), None, None)"),
    ("copy.copy(s).a", "ok", "1"),
    ("copy.copy(l), copy.deepcopy(l).x", "ok", "([1], 3)"),
    ("l.__reduce_ex__(2)[1:3]", "ok", "((<class '__main__.L'>,), {'x': 3})"),
    ("pickle.loads(pickle.dumps(ValueError('a',3)))", "ok", "ValueError('a', 3)"),
    ("pickle.loads(pickle.dumps(OSError(2,'x','f')))", "ok", "FileNotFoundError(2, 'x')"),
    ("pickle.dumps(x for x in [])", "TypeError", "cannot pickle 'generator' object"),
    (
        "pickle.loads(pickle.dumps([1,2.5,'a',b'x',None,True,{1:2},(1,),{1},frozenset([2])]))",
        "ok",
        "[1, 2.5, 'a', b'x', None, True, {1: 2}, (1,), {1}, frozenset({2})]",
    ),
    (
        "pickle.loads(pickle.dumps(len)), pickle.loads(pickle.dumps([].append))==3",
        "ok",
        "(<built-in function len>, False)",
    ),
    ("weakref.ref(3)", "TypeError", "cannot create weak reference to 'int' object"),
    ("weakref.ref()", "TypeError", "__new__ expected at least 1 argument, got 0"),
    ("weakref.ref(a)", "ok", "<weakref at 0x; to 'Im' at 0x>"),
    ("weakref.ref(a,1,2)", "TypeError", "__new__ expected at most 2 arguments, got 3"),
    ("weakref.ref(a,3)", "ok", "<weakref at 0x; to 'Im' at 0x>"),
    ("weakref.ref(a,x=3)", "TypeError", "ref() takes no keyword arguments"),
    ("r is weakref.ref(a)", "ok", "True"),
    ("weakref.ref(a,print) is weakref.ref(a,print)", "ok", "False"),
    ("hash(r)==hash(a)", "ok", "True"),
    ("r.__callback__", "ok", "None"),
    ("r(3)", "TypeError", "weakref expected 0 arguments, got 1"),
    ("weakref.ref(int)", "ok", "<weakref at 0x; to 'type' at 0x (int)>"),
    ("weakref.ref(len)", "ok", "<weakref at 0x; to 'builtin_function_or_method' at 0x (len)>"),
    ("type(r)", "ok", "<class 'weakref.ReferenceType'>"),
    ("weakref.ref[int]", "ok", "weakref.ReferenceType[int]"),
    ("weakref.proxy(a)", "ok", "<weakproxy at 0x; to 'Im' at 0x>"),
    ("type(weakref.proxy(a))", "ok", "<class 'weakref.ProxyType'>"),
    ("type(weakref.proxy(Im))", "ok", "<class 'weakref.CallableProxyType'>"),
    ("weakref.proxy(a).x", "AttributeError", "'Im' object has no attribute 'x'"),
    ("weakref.proxy(a)+1", "TypeError", "unsupported operand type(s) for +: 'Im' and 'int'"),
    ("hash(weakref.proxy(a))", "TypeError", "unhashable type: 'weakref.ProxyType'"),
    ("weakref.proxy(a)==a", "ok", "True"),
    ("weakref.proxy(a) is weakref.proxy(a)", "ok", "True"),
    ("next(weakref.proxy(a))", "TypeError", "Weakref proxy referenced a non-iterator 'Im' object"),
    ("iter(weakref.proxy(a))", "TypeError", "'Im' object is not iterable"),
    ("weakref.proxy(a)()", "TypeError", "'weakref.ProxyType' object is not callable"),
    ("bool(weakref.proxy(a))", "ok", "True"),
    ("weakref.proxy(3)", "TypeError", "cannot create weak reference to 'int' object"),
    ("weakref.ProxyType(a)", "TypeError", "cannot create 'weakref.ProxyType' instances"),
    ("weakref.proxy(a).__class__", "ok", "<class '__main__.Im'>"),
    ("isinstance(weakref.proxy(a),Im)", "ok", "True"),
    ("weakref.WeakMethod(a.foo)()", "ok", "<bound method Im.foo of <__main__.Im object at 0x>>"),
    ("len(weakref.WeakSet([a]))", "ok", "1"),
    ("dict(weakref.WeakKeyDictionary({a:1}))", "ok", "{<__main__.Im object at 0x>: 1}"),
    ("list(weakref.WeakValueDictionary({1:a}))", "ok", "[1]"),
    ("M()", "TypeError", "module() missing required argument 'name' (pos 1)"),
    ("M(3)", "TypeError", "module() argument 'name' must be str, not int"),
    ("M('x')", "ok", "<module 'x'>"),
    (
        "M('x').__dict__",
        "ok",
        "{'__name__': 'x', '__doc__': None, '__package__': None, '__loader__': None, '__spec__': None}",
    ),
    (
        "M('x','d').__dict__",
        "ok",
        "{'__name__': 'x', '__doc__': 'd', '__package__': None, '__loader__': None, '__spec__': None}",
    ),
    ("M('x').foo", "AttributeError", "module 'x' has no attribute 'foo'"),
    ("M.__new__(M)", "ok", "<module '?'>"),
    ("M.__new__(M).__dict__", "ok", "{}"),
    ("M.__new__(M).foo", "AttributeError", "module has no attribute 'foo'"),
    ("dir(M('x'))", "ok", "['__doc__', '__loader__', '__name__', '__package__', '__spec__']"),
    ("setattr(M('x'),'__dict__',3)", "AttributeError", "readonly attribute"),
    ("M('x').__annotations__", "ok", "{}"),
    ("M('x').__annotate__", "ok", "None"),
    ("delattr(M('x'),'__annotations__')", "AttributeError", "__annotations__"),
    ("setattr(M('x'),'__annotate__',3)", "TypeError", "__annotate__ must be callable or None"),
    ("M.__dict__['__dict__']", "ok", "<member '__dict__' of 'module' objects>"),
    ("types.SimpleNamespace(a=1)", "ok", "namespace(a=1)"),
    ("types.SimpleNamespace(a=1)==types.SimpleNamespace(a=1)", "ok", "True"),
    ("types.new_class('X',(int,))", "ok", "<class 'types.X'>"),
    ("types.DynamicClassAttribute", "ok", "<class 'types.DynamicClassAttribute'>"),
    ("types.CellType(3).cell_contents", "ok", "3"),
]


def outcome(source):
    try:
        return "ok", re.sub(r"0x[0-9a-f]+", "0x", repr(eval(source)))
    except BaseException as e:
        return type(e).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(e))


failed = 0
for source, *wanted in CASES:
    got = list(outcome(source))
    if got != wanted:
        failed += 1
        print(source, got, wanted, sep="\n    ")
assert not failed, failed
