"""Websocket frames masked by tornado's C speedups, against the same in plain Python."""

import hashlib
import sys

from tornado import speedups


def mask_in_python(mask, data):
    """RFC 6455, section 5.3."""
    return bytes(byte ^ mask[index % 4] for index, byte in enumerate(data))


def frames():
    """Deterministic bytes of the sizes at which the C code takes another path."""
    state = 12345
    for size in (0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 63, 125, 126, 127, 1000, 65535, 65536):
        data = bytearray()
        while len(data) < size:
            state = (state * 1103515245 + 12345) % (1 << 31)
            data += state.to_bytes(4, "little")
        yield bytes(data[:size])


def main():
    print("from", speedups.__name__, speedups.websocket_mask.__name__)
    for mask in (b"\x00\x00\x00\x00", b"abcd", b"\xff\x01\x80\x7f"):
        for data in frames():
            masked = speedups.websocket_mask(mask, data)
            assert masked == mask_in_python(mask, data), (mask, len(data))
            assert speedups.websocket_mask(mask, masked) == data
            if len(data) in (5, 127, 65536):
                print(mask.hex(), len(data), hashlib.sha256(masked).hexdigest()[:32])
    total = 0
    data = b"a message of a chat, not a long one"
    for number in range(20000):
        total += speedups.websocket_mask(number.to_bytes(4, "big"), data)[number % len(data)]
    print("20000 small frames:", total)
    for arguments in ((b"abc", b"data"), ("abcd", b"data"), (b"abcd",), (b"abcd", 5)):
        try:
            print("accepted", speedups.websocket_mask(*arguments))
        except (TypeError, ValueError) as error:
            print("rejected", type(error).__name__, error)
    print("in", sys.modules["tornado.speedups"].__spec__.loader.__class__.__name__)


main()
