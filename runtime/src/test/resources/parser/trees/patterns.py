match x:
    case 1 | -1 | 1.5 | 1+2j | -1 - 2j: pass
    case "a" 'b' | b'c' | f'd': pass
    case None | True | False: pass
    case _: pass
    case a: pass
    case a.b.c: pass
    case (a): pass
    case (a as b): pass
    case (): pass
    case (a,): pass
    case (a, *_, b): pass
    case []: pass
    case [a, *rest]: pass
    case a, b: pass
    case *a, : pass
    case {}: pass
    case {"a": 1, -1: b, c.d: e, None: f, **rest}: pass
    case {1: _, }: pass
    case {**rest,}: pass
    case A(): pass
    case A.B(a, 1, c=2, d=e,): pass
    case A(b=c): pass
    case (1 | 2) as y if y > 1: pass
    case [A(x=0) as p, {"k": [_, *_]}] | (1, 2): pass
match x, *y:
    case match: pass
match (x):
    case case if case: pass
match -x:
    case _: pass
match [a]:
    case [b]: match = 1
match {}:
    case type: type(x)
match(x, y)
match [x]
match * x
match - x
match in x
