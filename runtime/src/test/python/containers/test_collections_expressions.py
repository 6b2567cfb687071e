# Each expression, and what it gives: compared with the output of CPython.
from _collections import _count_elements, _tuplegetter, OrderedDict, defaultdict, deque


def show(source):
    try:
        shown = repr(eval(source, globals()))
    except Exception as e:
        print(source, "!!", type(e).__name__, e)
        return
    # Addresses differ from run to run.
    parts = shown.split(" at 0x")
    print(source, "->", parts[0] + "".join(" at ADDRESS" + p[p.index(">"):] for p in parts[1:]))


class WrongHash:
    def __hash__(self):
        return "x"


for line in r"""
deque([],-1)
deque([],'a')
deque(1)
deque(iterable=[1],maxlen=1)
deque(1,2,3)
deque([1])[1.0]
deque([1]).__getitem__(1.0)
deque([1]).__setitem__('x',1)
deque([1]).__delitem__('x')
OrderedDict(a=1).__setitem__(WrongHash(),1)
OrderedDict(a=1).pop(WrongHash())
OrderedDict(a=1).move_to_end([])
OrderedDict(a=1).get(WrongHash())
deque([1,2],1)
deque([1])+[1]
deque([1])+1
deque([1])*'a'
deque([1]).__iadd__(1)
deque()['a']
deque()[0]
deque().__setitem__(0,1)
deque().__delitem__(0)
deque()[0:1]
deque().pop()
deque().popleft()
deque().remove(1)
deque().index(1)
deque([1,2,3]).index(3,0,1)
deque([1],1).insert(0,1)
deque([1,2,3]).rotate('a')
deque([1,2,3]).rotate(1<<70)
deque([1,2]).__reduce__()
deque([1,2],5).__reduce__()
iter(deque([1])).__reduce__()
reversed(deque([1])).__reduce__()
deque([1])<[1]
deque([1,2])<deque([1,3])
deque().maxlen
deque([1]).__sizeof__()
hash(deque())
defaultdict(1)
defaultdict(None)
defaultdict(list,{1:2})
defaultdict(list).__reduce__()
defaultdict(list)|{1:2}
{1:2}|defaultdict(list)
defaultdict()[1]
defaultdict(list).__missing__(3)
OrderedDict(1)
OrderedDict([(1,2)]).popitem(last=False)
OrderedDict().popitem()
OrderedDict().move_to_end(1)
OrderedDict().pop(1)
OrderedDict({1:2}).__reduce__()
OrderedDict({1:2})|{3:4}
{1:2}|OrderedDict({3:4})
OrderedDict({1:2})|[1]
iter(OrderedDict({1:2}))
OrderedDict({1:2}).keys(), OrderedDict({1:2}).items(),OrderedDict({1:2}).values()
type(OrderedDict({1:2}).keys()).__mro__
reversed(OrderedDict())
iter(OrderedDict({1:2})).__reduce__()
iter(OrderedDict({1:2}).items()).__reduce__()
OrderedDict(a=1)
OrderedDict()
OrderedDict(1,2)
OrderedDict.fromkeys([1,2],3)
OrderedDict({1:2}) == {1:2}
OrderedDict({1:2,2:3}) == OrderedDict({2:3,1:2})
_tuplegetter(0,'x')
_tuplegetter(0,'x').__get__(None)
_tuplegetter(0,'x').__get__(1)
_tuplegetter(2,'x').__get__((1,))
_tuplegetter(0,'x').__set__((1,),2)
_tuplegetter(0,'x').__delete__((1,))
_tuplegetter(0,'x').__reduce__()
_count_elements({},1)
""".strip().splitlines():
    show(line)
