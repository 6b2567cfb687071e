"""JSON with decimals, named tuples, hooks and notes on errors."""

import collections
import decimal
import io

import simplejson as json

Point = collections.namedtuple("Point", "x y")


class Own:
    def for_json(self):
        return {"own": [1]}


def main():
    print(json.__version__, json.encoder.c_make_encoder is not None, json.scanner.c_make_scanner)
    value = {
        "b": [1, 2.5, decimal.Decimal("1.10"), 2**70],
        "a": Point(1, "é"),
        "n": None,
        "t": True,
    }
    print(json.dumps(value), json.dumps(value, ensure_ascii=False, sort_keys=True))
    print(
        json.dumps(value, indent="  ", separators=(",", ": ")), json.dumps(value, tuple_as_array=1)
    )
    print(json.dumps(value, namedtuple_as_object=False, use_decimal=True, item_sort_key=None))
    print(json.loads("[1.10, 1e3, 5]", use_decimal=True), json.loads('{"a":1}', object_hook=list))
    print(
        json.loads('{"b":1,"a":{"c":2}}', object_pairs_hook=tuple), json.loads("[NaN]", allow_nan=1)
    )
    print(json.dumps(Own(), for_json=True), json.dumps([2**60], bigint_as_string=True))
    print(json.dumps(iter([1, 2]), iterable_as_array=True), json.dumps({1: 2, None: 3, 2.5: 4}))
    print(
        json.dumps("</script>\u2028&", cls=json.JSONEncoderForHTML), json.dumps({3}, default=list)
    )
    print(
        "".join(json.JSONEncoder(indent=1).iterencode([1, {"a": []}])),
        json.dumps({(1,): 2, "k": 3}, skipkeys=True),
    )
    out = io.StringIO()
    json.dump(value, out)
    print(len(out.getvalue()), json.load(io.StringIO(out.getvalue()))["b"])
    many = [{"id": n, "list": list(range(n % 9)), "s": "é" * (n % 5)} for n in range(1500)]
    print(json.loads(json.dumps(many)) == many, len(json.dumps(many, indent=2)))
    circular = []
    circular.append(circular)
    for call in (
        lambda: json.loads("{"),
        lambda: json.loads("[1, 2\n 3]"),
        lambda: json.loads('{"a": 1,}'),
        lambda: json.loads('"\\x"'),
        lambda: json.loads(""),
        lambda: json.loads("[1] 2"),
        lambda: json.dumps(object),
        lambda: json.dumps({"a": [object]}),
        lambda: json.dumps(circular),
        lambda: json.dumps(float("nan")),
        lambda: json.dumps({(1,): 2}),
        lambda: json.dumps(b"\xff"),
    ):
        try:
            print("accepted", call())
        except (ValueError, TypeError) as error:
            print("rejected", type(error).__name__, error, getattr(error, "__notes__", ""))


main()
