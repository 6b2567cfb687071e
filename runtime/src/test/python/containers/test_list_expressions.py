import warnings

warnings.simplefilter("ignore")  # of the expressions, on the compiler's side

# Each expression, and what it gives: compared with the output of CPython.


def show(source):
    try:
        shown = repr(eval(source, globals()))
    except Exception as e:
        print(source, "!!", type(e).__name__, e)
        return
    # Addresses differ from run to run.
    parts = shown.split(" at 0x")
    print(source, "->", parts[0] + "".join(" at ADDRESS" + p[p.index(">"):] for p in parts[1:]))


for line in r"""
[].index(1)
[].remove(1)
[].pop()
[1].pop(5)
[1]['a']
[1][2]
[1].__setitem__(3,1)
[1].__setitem__('a',1)
[1].__delitem__(3)
[1].__setitem__(slice(0,1),1)
[1,2,3].__setitem__(slice(0,3,2),1)
[1,2,3].__setitem__(slice(0,3,2),[1])
[1].__add__(1)
[1]+(1,)
[1].__iadd__(1)
[1]*'a'
[1].__mul__(1<<70)
[1]*(1<<62)
[1]*2.0
[1,2]['':]
list(1,2)
list(a=1)
list(1)
list(zip([1],[1,2],strict=True))
list(zip([1,2],[1],strict=True))
list(zip([1,2],[1,2],[1],strict=True))
list(zip([1,2],[1,2],[1,2,3],strict=True))
list(map(lambda a,b:1,[1],[1,2],strict=True))
list(map(lambda a,b:1,[1,2],[1],strict=True))
[1]<(1,)
[1]<1
[1,'a']<[1,2]
[3,1,'a'].sort()
[1].sort(1)
[1].sort(key=1)
[1].sort(foo=1)
[1].insert('a',1)
[1].insert(1)
[1].insert(1<<70,1)
[1].pop('a')
[1].pop(1<<70)
[].append()
[].append(1,2)
[].extend(1)
[].extend()
list.__new__(int)
list.__new__(1)
[].__class_getitem__(int)
iter([]).__reduce__()
iter([1,2]).__reduce__()
reversed([1,2]).__reduce__()
iter([]),reversed([]),iter(()),iter(set())
[1,2,3].index(3,0,2)
[].index(1,'a')
list.__init__.__class__
[].__sizeof__()
""".strip().splitlines():
    show(line)
