"""JSON with ujson's options, and what it refuses."""

import decimal

import ujson


class Own:
    def __json__(self):
        return '{"own": true}'


class Plain:
    def toDict(self):
        return {"to": ["dict"]}


def main():
    value = {
        "b": [1, -2, 2**70, 1.5, 1e-10],
        "a": {"é": "日本 🎉", "html": "</script>&"},
        "n": None,
    }
    for options in (
        {},
        {"ensure_ascii": False},
        {"sort_keys": True, "indent": 2},
        {"encode_html_chars": True},
        {"escape_forward_slashes": False},
        {"separators": (", ", ": ")},
    ):
        text = ujson.dumps(value, **options)
        print(text, ujson.loads(text) == value)
    print(ujson.dumps([Own(), Plain(), decimal.Decimal("1.25"), (1, 2), {1: True, None: 2}]))
    print(ujson.dumps({3}, default=sorted), ujson.dumps(b"bytes", reject_bytes=False))
    print(ujson.loads('[1, 2.5, -3e5, null, true, "\\ud83d\\ude00", 123456789012345678901]'))
    print(ujson.dumps(float("inf")) if False else ujson.dumps([0.1, 100.0, 1e16, -0.0]))
    lists = {"m": [[1, 2, 3], [4, [5, [6]]]], "d": [{"x": [1]}, {"y": []}]}
    print([ujson.dumps(lists, indent=i) for i in (0, 1, 0)])
    many = [{"id": n, "name": f"user {n}", "scores": list(range(n % 7))} for n in range(2000)]
    print(ujson.loads(ujson.dumps(many)) == many, len(ujson.dumps(many)))
    circular = {}
    circular["me"] = circular
    for call in (
        lambda: ujson.loads("{"),
        lambda: ujson.loads("[1, 2"),
        lambda: ujson.loads("[1 2]"),
        lambda: ujson.loads('{"a" 1}'),
        lambda: ujson.loads("nul"),
        lambda: ujson.loads('"\\ud8"'),
        lambda: ujson.loads(b"\xff"),
        lambda: ujson.loads(5),
        lambda: ujson.dumps(object()),
        lambda: ujson.dumps(circular),
        lambda: ujson.dumps(b"bytes"),
        lambda: ujson.dumps(float("nan"), allow_nan=False),
        lambda: ujson.dumps({(1, 2): 3}),
        lambda: ujson.dumps([object()], default=lambda o: 1 // 0),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, str(error).split(" at 0x")[0])


main()
