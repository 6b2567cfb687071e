"""JSON as bytes: every type, the options, a function for the others, and errors with a place."""

import dataclasses
import datetime
import enum
import uuid
import zoneinfo

import orjson


class Colour(enum.Enum):
    RED = "red"
    DEEP = 5


@dataclasses.dataclass
class Point:
    x: int
    y: float
    _hidden: str = "h"
    tags: list = dataclasses.field(default_factory=list)


class Money:
    def __init__(self, cents):
        self.cents = cents


def main():
    value = {
        "text": 'quotes " and \\ and \u2028 日本 🎉 \x00\x1f',
        "numbers": [0, -1, 2**53, 2**63 - 1, -(2**63), 1.5, 1e300, -0.0, 1e-7, float("nan")],
        "nested": [[], {}, [[[]]], None, True, False, (1, 2)],
    }
    data = orjson.dumps(value)
    print(data)
    print(orjson.loads(data) == orjson.loads(data.decode()), type(orjson.loads(b"1.0")).__name__)
    print(orjson.dumps({"b": 1, "a": [1, {"c": 2}]}, option=orjson.OPT_INDENT_2 | 2**5).decode())
    moment = datetime.datetime(2024, 2, 29, 12, 30, 5, 250, zoneinfo.ZoneInfo("Europe/Vienna"))
    print(orjson.dumps([moment, moment.date(), datetime.time(1, 2, 3), uuid.UUID(int=5)]))
    naive = datetime.datetime(2024, 1, 1)
    print(orjson.dumps(naive, option=orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z), orjson.dumps(naive))
    print(orjson.dumps([Point(1, 2.5, tags=["a"]), Colour.RED, Colour.DEEP]))
    print(orjson.dumps({1: "a", 2.5: "b", None: "c", naive: "d"}, option=orjson.OPT_NON_STR_KEYS))
    print(orjson.dumps({"z": 1, "a": 2}, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE))
    print(orjson.dumps([Money(5), {6}], default=lambda o: o.cents if type(o) is Money else list(o)))
    print(orjson.dumps({"raw": orjson.Fragment(b'{"as":"is"}')}), orjson.dumps("x" * 70))
    for source in (
        b"[1, 2.50, -3e2]",
        '{"a":{"b":[null,true]}}',
        bytearray(b'"\\u00e9\\ud83c\\udf89"'),
    ):
        print(orjson.loads(source))
    print(orjson.loads("12345678901234567890"), orjson.loads("1e500") if False else "", len(data))
    many = [{"id": n, "name": f"user {n}", "on": n % 2 == 0} for n in range(2000)]
    print(len(orjson.dumps(many)), orjson.loads(orjson.dumps(many)) == many)
    circular = []
    circular.append(circular)
    for call in (
        lambda: orjson.loads("{"),
        lambda: orjson.loads('{"a": 1,}'),
        lambda: orjson.loads(b"\xff"),
        lambda: orjson.loads(""),
        lambda: orjson.loads("[1, 2\n, x]"),
        lambda: orjson.loads(5),
        lambda: orjson.dumps({1: 2}),
        lambda: orjson.dumps(Money(1)),
        lambda: orjson.dumps(2**64),
        lambda: orjson.dumps("\ud800"),
        lambda: orjson.dumps(circular),
        lambda: orjson.dumps(Money(1), default=lambda o: 1 // 0),
        lambda: orjson.dumps(1, option=1 << 20),
        lambda: orjson.dumps(),
    ):
        try:
            print("accepted", call())
        except (ValueError, TypeError) as error:
            cause = type(error.__cause__).__name__
            print("rejected", type(error).__name__, error, getattr(error, "pos", ""), cause)


main()
