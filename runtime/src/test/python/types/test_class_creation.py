"""Class statements, slots, metaclasses, attributes of classes. Each statement with what it raises, or with the repr of r at its end."""

import re

CASES = [
    (
        "class A(int): __slots__=('__dict__',)",
        "TypeError",
        "nonempty __slots__ not supported for subtype of 'int'",
    ),
    (
        "class A(int): __slots__=('a',)",
        "TypeError",
        "nonempty __slots__ not supported for subtype of 'int'",
    ),
    (
        "class A(type): __slots__=('a',)",
        "TypeError",
        "nonempty __slots__ not supported for subtype of 'type'",
    ),
    ("class A(bool): pass", "TypeError", "type 'bool' is not an acceptable base type"),
    ("class A(type(None)): pass", "TypeError", "type 'NoneType' is not an acceptable base type"),
    ("class A(int,str): pass", "TypeError", "multiple bases have instance lay-out conflict"),
    ("class A: __slots__=('a b',)", "TypeError", "__slots__ must be identifiers"),
    ("class A: __slots__=(1,)", "TypeError", "__slots__ items must be strings, not 'int'"),
    (
        "class A: __slots__=('__dict__','__dict__')",
        "TypeError",
        "__dict__ slot disallowed: we already got one",
    ),
    (
        "class A: pass\nclass B(A): __slots__=('__dict__',)",
        "TypeError",
        "__dict__ slot disallowed: we already got one",
    ),
    (
        "class A: pass\nclass B(A): __slots__=('__weakref__',)",
        "TypeError",
        "__weakref__ slot disallowed: we already got one",
    ),
    (
        "class A: __slots__=('x',); x=1",
        "ValueError",
        "'x' in __slots__ conflicts with class variable",
    ),
    ("class A: __slots__=('x','x')\nr=A.__slots__", "ok", "('x', 'x')"),
    (
        "class A: __slots__={'x':'doc'}\nr=A.__slots__,A.x.__doc__, A.x, sorted(A.__dict__)",
        "ok",
        "({'x': 'doc'}, None, <member 'x' of 'A' objects>, ['__doc__', '__firstlineno__', '__module__', '__slots__', '__static_attributes__', 'x'])",
    ),
    (
        "class A: __slots__=['b','__a']\nr=A.__slots__,sorted(A.__dict__)",
        "ok",
        "(['b', '__a'], ['_A__a', '__doc__', '__firstlineno__', '__module__', '__slots__', '__static_attributes__', 'b'])",
    ),
    (
        "type('a',(3,),{})",
        "TypeError",
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
    ),
    ("type('a',(),3)", "TypeError", "type.__new__() argument 3 must be dict, not int"),
    ("type(3,(),{})", "TypeError", "type.__new__() argument 1 must be str, not int"),
    ("type('a',3,{})", "TypeError", "type.__new__() argument 2 must be tuple, not int"),
    ("type('a',(),{},3)", "TypeError", "type() takes 1 or 3 arguments"),
    ("type.__new__(type,3)", "TypeError", "type.__new__() takes exactly 3 arguments (1 given)"),
    ("type()", "TypeError", "type() takes 1 or 3 arguments"),
    ("type.__new__(3)", "TypeError", "type.__new__(X): X is not a type object (int)"),
    ("type.__new__(int,'a',(),{})", "TypeError", "type.__new__(int): int is not a subtype of type"),
    ("type('a\\0b',(),{})", "ValueError", "type name must not contain null characters"),
    ("type('a',(),{'__qualname__':3})", "TypeError", "type __qualname__ must be a str, not int"),
    (
        "type('a',(),{'__classcell__':3})",
        "TypeError",
        "__classcell__ must be a nonlocal cell, not <class 'int'>",
    ),
    (
        "class M(type): pass\nclass N(type): pass\nclass A(metaclass=M): pass\nclass B(metaclass=N): pass\nclass C(A,B): pass",
        "TypeError",
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
    ),
    (
        "class C:\n def __init_subclass__(cls,x): pass\nclass D(C): pass",
        "TypeError",
        "C.__init_subclass__() missing 1 required positional argument: 'x'",
    ),
    ("class C:\n def __init_subclass__(cls,x): cls.x=x\nclass D(C,x=3): pass\nr=D.x", "ok", "3"),
    ("class D(x=1): pass", "TypeError", "D.__init_subclass__() takes no keyword arguments"),
    (
        "class M(type):\n def mro(cls): return [cls,3]\nclass D(metaclass=M): pass",
        "TypeError",
        "mro() returned a non-class ('int')",
    ),
    (
        "class M(type):\n def mro(cls): return [cls,int]\nclass D(metaclass=M): pass",
        "TypeError",
        "mro() returned base with unsuitable layout ('int')",
    ),
    (
        "class M(type):\n def mro(cls): return [cls, object]\nclass D(metaclass=M): pass\nr=D.__mro__",
        "ok",
        "(<class 'm.D'>, <class 'object'>)",
    ),
    (
        "class A:pass\nclass B(A):pass\nclass C(A,B): pass",
        "TypeError",
        "Cannot create a consistent method resolution order (MRO) for bases A, B",
    ),
    (
        "class A: __slots__='a'\nclass B: __slots__='b'\nclass C(A,B):pass",
        "TypeError",
        "multiple bases have instance lay-out conflict",
    ),
    ("class A:pass\nA.__name__=3", "TypeError", "can only assign string to A.__name__, not 'int'"),
    (
        "class A:pass\ndel A.__name__",
        "TypeError",
        "cannot delete '__name__' attribute of immutable type 'A'",
    ),
    ("int.__name__='x'", "TypeError", "cannot set '__name__' attribute of immutable type 'int'"),
    ("class A:pass\nA.__bases__=3", "TypeError", "can only assign tuple to A.__bases__, not int"),
    (
        "class A:pass\nA.__bases__=()",
        "TypeError",
        "can only assign non-empty tuple to A.__bases__, not ()",
    ),
    (
        "class A:pass\nA.__bases__=(3,)",
        "TypeError",
        "A.__bases__ must be tuple of classes, not 'int'",
    ),
    (
        "class A:pass\nA.__bases__=(int,)",
        "TypeError",
        "__bases__ assignment: 'int' object layout differs from 'object'",
    ),
    (
        "class A:pass\nclass B(A):pass\nA.__bases__=(B,)",
        "TypeError",
        "a __bases__ item causes an inheritance cycle",
    ),
    (
        "class A:pass\nclass X:pass\nclass B(A):pass\nB.__bases__=(X,)\nr=B.__mro__, A.__subclasses__(), X.__subclasses__()",
        "ok",
        "((<class 'm.B'>, <class 'm.X'>, <class 'object'>), [], [<class 'm.B'>])",
    ),
    (
        "class A:pass\nA.__qualname__=3",
        "TypeError",
        "can only assign string to A.__qualname__, not 'int'",
    ),
    (
        "class A:pass\nA.__dict__=3",
        "AttributeError",
        "attribute '__dict__' of 'type' objects is not writable",
    ),
    (
        "class A:pass\ndel A.__module__",
        "TypeError",
        "cannot delete '__module__' attribute of immutable type 'A'",
    ),
    ("int.x=3", "TypeError", "cannot set 'x' attribute of immutable type 'int'"),
    ("del int.x", "TypeError", "cannot set 'x' attribute of immutable type 'int'"),
    (
        "int.__annotations__",
        "AttributeError",
        "type object 'int' has no attribute '__annotations__'",
    ),
    ("class A:pass\nA.__abstractmethods__", "AttributeError", "__abstractmethods__"),
    (
        "class A:pass\nr=A.__annotations__,A.__annotate__, sorted(vars(A))",
        "ok",
        "({}, None, ['__annotate_func__', '__annotations_cache__', '__dict__', '__doc__', '__firstlineno__', '__module__', '__static_attributes__', '__weakref__'])",
    ),
    ("class A:pass\nA.__annotate__=3", "TypeError", "__annotate__ must be callable or None"),
    (
        "class A:\n x:int\nA.__annotations__={'q':1};r=A.__annotations__, sorted(vars(A))",
        "ok",
        "({'q': 1}, ['__annotations_cache__', '__dict__', '__doc__', '__firstlineno__', '__module__', '__static_attributes__', '__weakref__'])",
    ),
    (
        "class A:pass\nr=A()\nr.__dict__=3",
        "TypeError",
        "__dict__ must be set to a dictionary, not a 'int'",
    ),
    ("class A:pass\nr=A()\ndel r.__dict__\nr=r.__dict__", "ok", "{}"),
    (
        "class A:pass\nr=A()\nr.__weakref__=3",
        "AttributeError",
        "attribute '__weakref__' of 'A' objects is not writable",
    ),
    ("class A: __slots__='q'\nr=A()\nr.q", "AttributeError", "'m.A' object has no attribute 'q'"),
    ("class A: __slots__='q'\nr=A()\nr.q=3;r=r.q", "ok", "3"),
    ("class A: __slots__='q'\nr=A()\ndel r.q", "AttributeError", "q"),
    (
        "class A: __slots__='q'\nA.q.__get__(3)",
        "TypeError",
        "descriptor 'q' for 'A' objects doesn't apply to a 'int' object",
    ),
    ("class A: __slots__='q'\nA.q.__get__(None)", "TypeError", "__get__(None, None) is invalid"),
    (
        "class A: __slots__='q'\nr=A.q.__get__(None,A), A.q.__reduce__()",
        "ok",
        "(<member 'q' of 'A' objects>, (<built-in function getattr>, (<class 'm.A'>, 'q')))",
    ),
    (
        "class A: __slots__='q'\nA().z=3",
        "AttributeError",
        "'A' object has no attribute 'z' and no __dict__ for setting new attributes",
    ),
    ("class A:\n def __init__(self,x): self.x=x\nr=A(3).x", "ok", "3"),
    (
        "class A:\n def __init__(self): return 3\nr=A()",
        "TypeError",
        "__init__() should return None, not 'int'",
    ),
    ("class A:\n def __new__(cls,x): o=object.__new__(cls); o.y=x; return o\nr=A(3).y", "ok", "3"),
    (
        "class A:\n def __eq__(self,o): return 1\nr=A.__hash__; hash(A())",
        "TypeError",
        "unhashable type: 'A'",
    ),
    (
        "class M(type):\n def __call__(cls,*a): return a\nclass A(metaclass=M): pass\nr=A(1,2)",
        "ok",
        "(1, 2)",
    ),
    (
        "class M(type):\n @classmethod\n def __prepare__(cls,n,b,**k): return {'z':n}\n def __new__(m,n,b,d,**k): return super().__new__(m,n,b,d)\n def __init__(c,*a,**k): c.k=k\nclass A(metaclass=M,q=3): pass\nr=A.z,A.k",
        "ok",
        "('A', {'q': 3})",
    ),
    (
        "class A:\n @property\n def x(self): 'doc'; return 5\n @x.setter\n def x(self,v): self.v=v\na=A();a.x=7\nr=a.x,a.v,A.x.__doc__,A.x.__name__, A.x.fget",
        "ok",
        "(5, 7, 'doc', 'x', <function A.x at 0x>)",
    ),
    (
        "class A:\n @property\n def x(self): return 5\nA().x=3",
        "AttributeError",
        "property 'x' of 'A' object has no setter",
    ),
    (
        "class A:\n @property\n def x(self): return 5\ndel A().x",
        "AttributeError",
        "property 'x' of 'A' object has no deleter",
    ),
    (
        "class A:\n x=property()\nA().x",
        "AttributeError",
        "property 'x' of 'A' object has no getter",
    ),
    (
        "class P(property):\n def __get__(self,o,t=None): return 'mine'\nclass A:\n x=P(lambda s: 1)\nr=A().x",
        "ok",
        "'mine'",
    ),
    (
        "class A:\n @classmethod\n def c(cls,*a): return cls.__name__,a\n @staticmethod\n def s(*a): return a\nr=A.c(1),A().c(2),A.s(3),A().s(4), A.__dict__['c'], A.__dict__['s'](5)",
        "ok",
        "(('A', (1,)), ('A', (2,)), (3,), (4,), <classmethod(<function A.c at 0x>)>, (5,))",
    ),
    (
        "class A:\n def f(self): return 'A'\nclass B(A):\n def f(self): return 'B'+super().f()\nr=B().f(), super(B,B()).f, super(B,B), super(B)",
        "ok",
        "('BA', <bound method A.f of <m.B object at 0x>>, <super: <class 'B'>, <B object>>, <super: <class 'B'>, NULL>)",
    ),
    (
        "class A: pass\nclass B: pass\na=A();a.x=1;a.__class__=B\nr=type(a).__name__,a.x",
        "ok",
        "('B', 1)",
    ),
    (
        "class A: pass\nclass B: __slots__=()\na=A();a.__class__=B",
        "TypeError",
        "__class__ assignment: 'B' object layout differs from 'A'",
    ),
    ("class A: __slots__='x'\nclass B: __slots__='x'\na=A();a.x=4;a.__class__=B\nr=a.x", "ok", "4"),
    ("class A:\n def __getattr__(self,n): return n\nr=A().foo", "ok", "'foo'"),
    (
        "class A:\n def __getattribute__(self,n): raise AttributeError('q')\n def __getattr__(self,n): return n\nr=A().foo",
        "ok",
        "'foo'",
    ),
    (
        "class A:\n def __setattr__(self,n,v): object.__setattr__(self,n,v+1)\na=A();a.x=1;r=a.x",
        "ok",
        "2",
    ),
    (
        "class A: x=1\nr=[n for n in dir(A()) if not n.startswith('__')], 'x' in dir(A), '__class__' in dir(A)",
        "ok",
        "(['x'], True, True)",
    ),
    (
        "r=sorted(dir(object))",
        "ok",
        "['__class__', '__delattr__', '__dir__', '__doc__', '__eq__', '__format__', '__ge__', '__getattribute__', '__getstate__', '__gt__', '__hash__', '__init__', '__init_subclass__', '__le__', '__lt__', '__ne__', '__new__', '__reduce__', '__reduce_ex__', '__repr__', '__setattr__', '__sizeof__', '__str__', '__subclasshook__']",
    ),
    (
        "class D:\n def __set_name__(self,o,n): 1/0\ntry:\n class C: d=D()\nexcept ZeroDivisionError as e: r=e.__notes__",
        "ok",
        "[\"Error calling __set_name__ on 'D' instance 'd' in 'C'\"]",
    ),
]


def outcome(source):
    namespace = {"__name__": "m"}
    try:
        exec(source, namespace)
        return "ok", re.sub(r"0x[0-9a-f]+", "0x", repr(namespace.get("r")))
    except BaseException as e:
        return type(e).__name__, re.sub(r"0x[0-9a-f]+", "0x", str(e))


failed = 0
for source, *wanted in CASES:
    got = list(outcome(source))
    if got != wanted:
        failed += 1
        print(source, got, wanted, sep="\n    ")
assert not failed, failed
