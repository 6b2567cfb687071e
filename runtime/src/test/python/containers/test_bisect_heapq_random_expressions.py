# Each expression, and what it gives: compared with the output of CPython.
import _bisect as bisect
import _heapq as heapq
import _random


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
bisect.bisect_left([1,2],1,-1)
bisect.bisect_left([1,2],1,hi=10)
bisect.bisect_right(1,2)
bisect.bisect_right([1,2],'a')
bisect.insort_right(1,2)
bisect.bisect_left([1,2],1,'a')
heapq.heappop([])
heapq.heappop(1)
heapq.heappush(1,2)
heapq.heapreplace([],1)
heapq.heappushpop([],1)
_random.Random(1).random()
_random.Random('a')
_random.Random(1,2)
_random.Random(1).getrandbits(0)
_random.Random(1).getrandbits(-1)
_random.Random(1).getrandbits(100)
_random.Random(1).getstate()[:3]
len(_random.Random(1).getstate())
_random.Random(1).setstate(1)
_random.Random(1).setstate((1,))
_random.Random(1).setstate((1,)*625)
_random.Random(1).setstate((1,)*624+(625,))
_random.Random(-1).random()
_random.Random(1<<70).random()
_random.Random(1.5).random()
_random.Random(1).seed()
_random.Random(a=1)
""".strip().splitlines():
    show(line)
