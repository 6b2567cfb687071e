"""Lists that can be frozen, changed in all ways before that."""

import copy
import pickle

from frozenlist import FrozenList, PyFrozenList


def main():
    print(FrozenList is not PyFrozenList)
    items = FrozenList([3, 1, 2])
    items.append(5)
    items.insert(0, "first")
    items += [7, 8]
    items.extend(range(3))
    print(items, len(items), items[1], items[-1], items[1:4], 7 in items)
    items.reverse()
    print(items.pop(), items.pop(0), items.index(5), items.count(1), list(items))
    items.remove(5)
    del items[0]
    items[0] = "new"
    items[1:3] = ["a", "b", "c", "d"]
    print(items, list(reversed(items)), items == list(items), items < [0] if False else "")
    for number in range(100):
        items.append(number)
    print(len(items), sum(i for i in items if isinstance(i, int)))
    circular = FrozenList([1])
    circular.append(circular)
    print(copy.deepcopy(circular)[1][0], len(copy.deepcopy(circular)))
    items.clear()
    items.append("kept")
    items.freeze()
    print(items.frozen, items, hash(items) == hash(FrozenList(["kept"])) if False else items.frozen)
    for call in (
        lambda: items.append(1),
        lambda: items.__setitem__(0, 1),
        lambda: items.clear(),
        lambda: hash(FrozenList([1])),
        lambda: items[5],
        lambda: FrozenList(5),
        lambda: items.index("absent"),
        lambda: pickle.dumps(items),
    ):
        try:
            print("accepted", call() is not None)
        except Exception as error:
            print("rejected", type(error).__name__, error)


main()
