"""Bits: making, changing, searching, codes, buffers of others, files."""

import io
import pickle
import sys

from bitarray import bitarray, decodetree, frozenbitarray, get_default_endian
from bitarray.util import (
    ba2hex,
    ba2int,
    canonical_huffman,
    count_and,
    deserialize,
    hex2ba,
    huffman_code,
    int2ba,
    parity,
    pprint,
    sc_decode,
    sc_encode,
    serialize,
    subset,
    urandom,
    vl_decode,
    vl_encode,
    xor_indices,
    zeros,
)


def show_bits():
    bits = bitarray("0110 1001", endian="little")
    bits.append(1)
    bits.extend([True, 0, 1])
    bits += "01"
    print(bits, len(bits), bits.count(), bits.endian, get_default_endian(), bits.tobytes())
    bits[2:5] = bitarray("111")
    bits[::3] = 0
    del bits[1]
    bits.insert(0, 1)
    print(bits, bits[-1], bits[1:8:2], bits[[0, 2, 4]], bits.pop(), bits.index(1, 3))
    print(
        bits.find(bitarray("11")),
        bits.find(0, 1, right=True),
        list(bits.search(bitarray("01"))),
        bits.all(),
    )
    print(bits & ~bits, bits | bits, bits ^ bits[::-1], bits << 3, bits >> 2, bits * 2)
    print(bits < bitarray("111"), bits == bits.copy(), bits.tolist(), bits.to01(group=4))
    bits.sort(reverse=True)
    bits.reverse()
    bits.invert(0)
    bits.bytereverse()
    print(bits, bits.buffer_info()[1:4], bits.unpack(b".", b"#"), bits.fill(), bits)
    print(hash(frozenbitarray("101")) == hash(frozenbitarray("101")), {frozenbitarray("1"): 2})
    print(pickle.loads(pickle.dumps(bits)) == bits, repr(bitarray()), sys.getsizeof(bits) > 0)


def show_codes():
    code = {"a": bitarray("0"), "b": bitarray("10"), "c": bitarray("11")}
    text = bitarray()
    text.encode(code, "abacab")
    print(text, list(text.decode(code)), "".join(text.decode(decodetree(code))))
    print(sorted(len(c) for c in huffman_code({"x": 5, "y": 2, "z": 1}).values()))
    chars, counts, symbols = canonical_huffman({"x": 5, "y": 2, "z": 1})
    print(sorted(chars.items()), counts, symbols)
    bits = int2ba(123456, length=40)
    print(ba2int(bits), ba2hex(bits), hex2ba("ff0"), parity(bits), xor_indices(bits))
    print(serialize(bits), deserialize(serialize(bits)) == bits, vl_encode(bits))
    print(vl_decode(iter(vl_encode(bits))), sc_decode(iter(sc_encode(bits))) == bits)
    print(count_and(bits, bits), subset(bits, bits), len(urandom(9)), zeros(5))
    pprint(bits)


def show_buffers():
    memory = bytearray(b"\x0f\xf0")
    view = bitarray(buffer=memory, endian="big")
    view[0] = 1
    print(memory, view, memoryview(view).tolist())
    file = io.BytesIO()
    view.tofile(file)
    file.seek(0)
    other = bitarray(endian="big")
    other.fromfile(file, 1)
    other.frombytes(b"\x80")
    print(other, bytes(other), bytearray(other))


def show_errors():
    bits = bitarray("0101")
    for call in (
        lambda: bitarray("012"),
        lambda: bitarray(-1),
        lambda: bitarray(endian="middle"),
        lambda: bits[9],
        lambda: bits.index(bitarray("1" * 20)),
        lambda: bits.append(2),
        lambda: bits & bitarray("1"),
        lambda: bits.extend([1, "x"]),
        lambda: bits.encode({"a": 1}, "a"),
        lambda: list(bits.decode({"a": bitarray("00")})),
        lambda: bitarray(buffer=b"ro").append(1),
        lambda: frozenbitarray("1").append(1),
        lambda: deserialize(b"\xff"),
        lambda: int2ba(-1),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, error)


def main():
    show_bits()
    show_codes()
    show_buffers()
    show_errors()


main()
