"""JSON with rapidjson's modes, hooks, schemas and errors."""

import datetime
import decimal
import io
import uuid

import rapidjson as rj


class Point:
    def __init__(self, x):
        self.x = x


def main():
    value = {"b": [1, -2, 2**70, 1.5], "a": {"é": "日本 🎉"}, "n": None, "t": True}
    for options in (
        {},
        {"ensure_ascii": False, "sort_keys": True},
        {"indent": 2},
        {"indent": "\t", "write_mode": rj.WM_SINGLE_LINE_ARRAY},
        {"skipkeys": True},
    ):
        text = rj.dumps(value, **options)
        print(text, rj.loads(text) == value)
    when = datetime.datetime(2026, 11, 23, 4, 5, 6, tzinfo=datetime.timezone.utc)
    text = rj.dumps([when, when.date(), uuid.UUID(int=7)], datetime_mode=rj.DM_ISO8601,
                    uuid_mode=rj.UM_CANONICAL)  # fmt: skip
    print(text, rj.loads(text, datetime_mode=rj.DM_ISO8601, uuid_mode=rj.UM_CANONICAL))
    print(rj.loads("[1.10, 2]", number_mode=rj.NM_DECIMAL), rj.dumps(decimal.Decimal("1.10"),
          number_mode=rj.NM_DECIMAL))  # fmt: skip
    print(rj.loads("[1, /* c */ 2,]", parse_mode=rj.PM_COMMENTS | rj.PM_TRAILING_COMMAS))
    print(rj.dumps(Point(3), default=lambda o: {"x": o.x}), rj.dumps((1, 2)))
    print(rj.loads('{"a": {"x": 1}}', object_hook=lambda d: sorted(d)))
    out = io.BytesIO()
    rj.dump(value, out, chunk_size=8)
    print(rj.load(io.BytesIO(out.getvalue())) == value)

    class Upper(rj.Decoder):
        def string(self, s):
            return s.upper()

        def end_array(self, a):
            return tuple(a)

    print(Upper()('["a", ["b", {"c": "d"}]]'), rj.Encoder(sort_keys=True)(value))
    schema = rj.Validator('{"type": "object", "required": ["a"]}')
    print(schema('{"a": 1}'))
    many = [{"id": n, "name": f"user {n}", "s": [n / 4] * (n % 5)} for n in range(1000)]
    print(rj.loads(rj.dumps(many)) == many)
    for call in (
        lambda: rj.loads("[1, 2"),
        lambda: rj.loads('{"a" 1}'),
        lambda: rj.loads(b"\xff"),
        lambda: rj.loads(5),
        lambda: rj.dumps(object()),
        lambda: rj.dumps(float("nan"), allow_nan=False),
        lambda: rj.dumps({1: 2}),
        lambda: schema('{"b": 1}'),
        lambda: rj.Validator("{"),
        lambda: rj.dumps([object()], default=lambda o: 1 // 0),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, str(error).split(" at 0x")[0])


main()
