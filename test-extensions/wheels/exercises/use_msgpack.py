"""MessagePack: values, streams, types of one's own, limits."""

import datetime
import io

import msgpack


def pack_more(thing):
    if isinstance(thing, complex):
        return msgpack.ExtType(7, f"{thing.real},{thing.imag}".encode())
    if isinstance(thing, set):
        return sorted(thing)
    raise TypeError(f"no idea of {type(thing).__name__}")


def unpack_more(code, data):
    if code == 7:
        return complex(*map(float, data.decode().split(",")))
    return msgpack.ExtType(code, data)


def main():
    print(msgpack.Packer.__module__, msgpack.version)
    values = [None, True, -1, 127, 128, -33, 2**32, 2**63, -(2**63), 1.5, "é" * 20, b"\0" * 300]
    values += [[1, [2, [3]]], {"a": {"b": b"c"}}, (1, 2), "", [], {}]
    for value in values:
        packed = msgpack.packb(value)
        print(packed[:20].hex(), len(packed), msgpack.unpackb(packed) == value)
    print(msgpack.unpackb(msgpack.packb((1, (2,))), use_list=False))
    print(msgpack.packb(1.5, use_single_float=True), msgpack.packb("raw", use_bin_type=False))
    packed = msgpack.packb([3 + 4j, {2, 1}], default=pack_more)
    print(packed, msgpack.unpackb(packed, ext_hook=unpack_more))
    moment = datetime.datetime(2024, 2, 29, 1, 2, 3, 4000, datetime.timezone.utc)
    packed = msgpack.packb(moment, datetime=True)
    print(packed.hex(), msgpack.unpackb(packed, timestamp=3), msgpack.unpackb(packed))
    print(msgpack.unpackb(msgpack.packb({"x": 1, "y": 2}), object_hook=lambda d: sorted(d.items())))
    print(msgpack.unpackb(msgpack.packb({"x": 1}), object_pairs_hook=list, strict_map_key=False))
    buffer = io.BytesIO()
    for number in range(1000):
        buffer.write(msgpack.packb({"n": number, "text": "t" * (number % 50)}))
    buffer.seek(0)
    print(sum(m["n"] + len(m["text"]) for m in msgpack.Unpacker(buffer)))
    unpacker = msgpack.Unpacker(max_buffer_size=1 << 16)
    for byte in msgpack.packb([1, "two", 3.0]) * 2:
        unpacker.feed(bytes([byte]))
        for message in unpacker:
            print("message", message, unpacker.tell())
    unpacker.feed(msgpack.packb([1, 2, 3]))
    print(unpacker.read_array_header(), unpacker.unpack(), unpacker.skip(), unpacker.unpack())
    packer = msgpack.Packer(autoreset=False)
    packer.pack_map_header(1)
    packer.pack("k")
    packer.pack_array_header(2)
    packer.pack(1)
    packer.pack_ext_type(9, b"xy")
    print(packer.bytes(), msgpack.unpackb(packer.bytes()))
    deep = []
    for _ in range(2000):
        deep = [deep]
    for call in (
        lambda: msgpack.packb(object()),
        lambda: msgpack.packb(2**64),
        lambda: msgpack.packb(deep),
        lambda: msgpack.packb("\ud800"),
        lambda: msgpack.packb({2}, default=lambda o: 1 // 0),
        lambda: msgpack.unpackb(b"\x92\x01"),
        lambda: msgpack.unpackb(b"\x01\x02"),
        lambda: msgpack.unpackb(b"\xc1"),
        lambda: msgpack.unpackb(b"\xa1\xff"),
        lambda: msgpack.unpackb(b"\x81\x01\x02"),
        lambda: msgpack.unpackb(msgpack.packb([1, 2]), max_array_len=1),
        lambda: msgpack.unpackb("text"),
        lambda: msgpack.ExtType("7", b""),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, error)


main()
