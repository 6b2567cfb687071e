"""Functions on sequences, dicts and functions; currying and its pickles."""

import operator
import pickle

import cytoolz
import cytoolz.curried as curried
from cytoolz import functoolz


def add(x, y, z=0):
    return x + y + z


def main():
    words = "the quick brown fox jumps over the lazy dog".split()
    print(cytoolz.groupby(len, words), cytoolz.frequencies("mississippi"))
    print(cytoolz.countby(len, words), cytoolz.reduceby(len, lambda a, w: a + w, words, str))
    print(list(cytoolz.sliding_window(3, range(6))), list(cytoolz.partition(2, range(5))))
    print(list(cytoolz.partition_all(2, range(5))), list(cytoolz.unique(words, key=len)))
    print(list(cytoolz.interleave(["abc", "de"])), list(cytoolz.merge_sorted([1, 4], [2, 3])))
    print(list(cytoolz.join(len, ["a", "bb"], lambda n: n, [1, 2, 3], right_default=None)))
    nested = {"a": {"b": {"c": 1}}}
    print(cytoolz.get_in(["a", "b", "c"], nested), cytoolz.assoc_in(nested, ["a", "x"], 2))
    print(cytoolz.update_in(nested, ["a", "b", "c"], lambda c: c + 1), nested)
    print(cytoolz.merge_with(sum, {"a": 1, "b": 2}, {"a": 10}), cytoolz.valmap(str, {1: 2}))
    print(cytoolz.itemfilter(lambda i: i[0] > 1, {1: 2, 3: 4}), cytoolz.dissoc({1: 2, 3: 4}, 1))
    print(cytoolz.pipe(range(10), curried.filter(lambda n: n % 2), curried.map(str), list))
    print(cytoolz.thread_last([3, 1, 2], sorted, list), cytoolz.compose(str, abs)(-3))
    print(cytoolz.juxt(min, max, sum)(range(5)), cytoolz.memoize(add)(1, 2))
    curry = cytoolz.curry(add)
    print(curry(1)(2), curry(1, z=5)(2), curry.__name__, curry.__doc__, curry.func is add)
    print(functoolz.curry.__module__, functoolz.curry.__doc__.split()[0])
    merge = pickle.loads(pickle.dumps(curried.merge))
    print(pickle.loads(pickle.dumps(curry(4)))(5), merge is curried.merge)
    print(cytoolz.accumulate(operator.add, range(5)).__next__(), cytoolz.topk(2, [5, 1, 9, 7]))
    for call in (
        lambda: cytoolz.first([]),
        lambda: cytoolz.nth(5, [1]),
        lambda: cytoolz.get("z", {"a": 1}),
        lambda: cytoolz.curry(5),
        lambda: cytoolz.get_in(["a", "z"], nested, no_default=True),
        lambda: cytoolz.assoc_in(5, ["a"], 1),
        lambda: curry(1, 2, 3, 4),
        lambda: list(cytoolz.partition(0, [1])),
        lambda: cytoolz.pipe(1, 2),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            frames = []
            trace = error.__traceback__
            while trace is not None:
                frames.append((trace.tb_frame.f_code.co_name, len(trace.tb_frame.f_locals) > 9))
                trace = trace.tb_next
            print("rejected", type(error).__name__, error, frames[1:])


main()
