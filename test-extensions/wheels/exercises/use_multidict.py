"""Headers and queries: several values for a key, with and without case."""

import pickle

from multidict import CIMultiDict, CIMultiDictProxy, MultiDict, MultiDictProxy, getversion, istr


def main():
    print(MultiDict.__module__, istr("Content-Type") == "Content-Type", repr(istr("aB")))
    query = MultiDict([("a", "1"), ("b", "2"), ("a", "3")])
    print(query, query["a"], query.getall("a"), query.getone("b"), query.get("z", 5), len(query))
    query.add("c", [4])
    query.extend({"a": "5"}, d="6")
    query.update(b="7")
    print(list(query.items()), list(query.keys()), list(query.values()))
    print(
        query.pop("c"),
        query.popone("a"),
        query.popall("a"),
        query.popitem(),
        query.setdefault("n", 1),
    )
    headers = CIMultiDict({"Content-Type": "text/html", "X-Many": "1"})
    headers.add("x-many", "2")
    headers["CONTENT-LENGTH"] = "5"
    print(headers, headers["content-type"], headers.getall("X-MANY"), "x-MANY" in headers)
    proxy, same = MultiDictProxy(query), CIMultiDictProxy(headers)
    version = getversion(headers)
    headers["new"] = "value"
    print(getversion(headers) > version, same["NEW"], proxy == query, same.copy() == headers)
    print(pickle.loads(pickle.dumps(headers)) == headers, MultiDict(query) == query)
    print(query.keys() & {"b", "q"}, sorted(headers.keys() | {"q"}), headers == dict(headers))
    big = MultiDict()
    for number in range(3000):
        big.add(f"k{number % 100}", number)
    print(len(big), sum(big.getall("k7")), len(set(big)))
    for number in range(0, 100, 2):
        del big[f"k{number}"]
    print(len(big), big.getone("k1"))
    for call in (
        lambda: query["absent"],
        lambda: query.getall("absent"),
        lambda: query.popone("absent"),
        lambda: query.__delitem__("absent"),
        lambda: query.add(5, 1),
        lambda: MultiDict([(1, 2, 3)]),
        lambda: MultiDict(5),
        lambda: proxy.add("x", 1),
        lambda: MultiDict().popitem(),
        lambda: [big.add("x", 1) for _ in big],
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, error)


main()
