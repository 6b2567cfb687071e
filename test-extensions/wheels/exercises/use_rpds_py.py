"""Collections that never change: every operation makes a new one and leaves the old one."""

import pickle

from rpds import HashTrieMap, HashTrieSet, List, Queue, Stack


def main():
    empty = HashTrieMap()
    one = empty.insert("a", 1)
    two = one.update({"b": 2, "c": [3]}, d=4)
    print(len(empty), len(one), len(two), sorted(two), two["c"], two.get("x", "none"))
    print(sorted(two.remove("a").items()), "a" in two, two.discard("nothing") == two)
    print(HashTrieMap({"a": 1}) == one, hash(one) == hash(HashTrieMap([("a", 1)])), repr(one))
    print(HashTrieMap.convert(one) is one, sorted(HashTrieMap.fromkeys("xyz", 0).items()))
    many = HashTrieMap((n, n * n) for n in range(2000))
    print(sum(many.values()), sum(many.keys()), len(many.items()), many[1999])
    for n in range(0, 2000, 2):
        many = many.remove(n)
    print(len(many), sum(many))

    numbers = HashTrieSet({1, 2, 3})
    other = HashTrieSet([3, 4])
    print(sorted(numbers | other), sorted(numbers & other), sorted(numbers ^ other))
    print(sorted(numbers - other), sorted(numbers.update([7, 8])), sorted(numbers))
    print(numbers < HashTrieSet([1, 2, 3, 4]), numbers <= other, repr(HashTrieSet([5])))

    items = List([1, 2, 3])
    print(items, items.first, items.rest, items.push_front(0), list(reversed(items)), len(items))
    stack = Stack([1, 2]).push(3)
    print(stack, stack.peek(), stack.pop(), list(stack))
    queue = Queue([1, 2]).enqueue(3)
    print(queue, queue.peek(), queue.dequeue(), queue.is_empty(), Queue().is_empty())
    for thing in (one, numbers, items):
        assert pickle.loads(pickle.dumps(thing)) == thing, thing
    key = type("Key", (), {"__hash__": lambda self: 1 // 0})()
    for call in (
        lambda: empty["missing"],
        lambda: empty.remove("missing"),
        lambda: HashTrieSet().remove(5),
        lambda: List().first,
        lambda: List().rest,
        lambda: Queue().dequeue(),
        lambda: Stack().pop(),
        lambda: pickle.dumps(queue),
        lambda: HashTrieMap({[]: 1}),
        lambda: HashTrieSet([[]]),
        lambda: empty.insert(key, 1),
        lambda: hash(HashTrieMap({"a": []})),
    ):
        try:
            print("accepted", call())
        except (KeyError, TypeError, IndexError, ZeroDivisionError) as error:
            print("rejected", type(error).__name__, error)


main()
