"""CBOR both ways: all kinds of values, tags, shared and cyclic references, streams, errors."""

import datetime
import decimal
import fractions
import io
import ipaddress
import uuid

import cbor2


def main():
    utc = datetime.timezone.utc
    values = (
        0, -1, 23, 24, 2**64, -(2**70), 1.5, 1e300, float("inf"), True, None,
        "text", "é☃🎉", b"bytes", [1, [2, [3]]], {"a": 1, 2: [3]}, (1, 2),
        datetime.datetime(2026, 11, 23, 4, 5, 6, 789, utc), decimal.Decimal("1.25"),
        fractions.Fraction(2, 3), uuid.UUID(int=5), ipaddress.ip_address("10.0.0.1"),
        cbor2.CBORTag(6000, "x"), cbor2.undefined, cbor2.CBORSimpleValue(99),
    )  # fmt: skip
    for value in values:
        data = cbor2.dumps(value)
        print(repr(value), data.hex(), repr(cbor2.loads(data)))
    print(cbor2.dumps({"b": 1, "a": 2}, canonical=True).hex())
    shared = [1, 2]
    both = cbor2.loads(cbor2.dumps([shared, shared], value_sharing=True))
    print(both, both[0] is both[1])
    cyclic = cbor2.loads(bytes.fromhex("d81c81d81d00"))
    print(len(cyclic), cyclic[0] is cyclic)
    text = cbor2.loads(bytes.fromhex("82d81c6568656c6c6fd81d00"))
    print(text, text[0] is text[1])
    out = io.BytesIO()
    encoder = cbor2.CBOREncoder(out)
    for i in range(5):
        encoder.encode({"i": i})
    decoder = cbor2.CBORDecoder(io.BytesIO(out.getvalue()))
    print([decoder.decode() for _ in range(5)])

    def default(encoder, value):
        encoder.encode(["complex", value.real, value.imag])

    print(cbor2.loads(cbor2.dumps([1 + 2j], default=default)))
    print(cbor2.loads(cbor2.dumps({"x": 5}), object_hook=lambda value, *rest: sorted(value)))
    many = [{"id": n, "name": f"user {n}", "scores": [n / 4] * (n % 5)} for n in range(1000)]
    print(cbor2.loads(cbor2.dumps(many)) == many)
    for call in (
        lambda: cbor2.loads(b""),
        lambda: cbor2.loads(b"\x62a"),
        lambda: cbor2.loads(b"\x61\xff"),
        lambda: cbor2.loads(b"\x1c"),
        lambda: cbor2.loads("text"),
        lambda: cbor2.dumps(object()),
        lambda: cbor2.dumps(datetime.datetime(2026, 1, 1)),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, str(error).split(" at 0x")[0])


main()
