"""Uses the wheel; runs on CPython and on Jabiru."""

import letters

assert letters.counted("abba, Ż!") == {"a": 2, "b": 2, "Ż": 1}
rot13 = letters.Caesar()
assert (rot13.shift, rot13("Hello, World")) == (13, "Uryyb, Jbeyq")
assert rot13(rot13("Zebra")) == "Zebra"
assert letters.Caesar(shift=1)("xyz") == "yza"
for error, wrong in (
    (ValueError, lambda: letters.Caesar(26)),
    (OverflowError, lambda: letters.Caesar(-1)),
    (TypeError, lambda: letters.counted(b"bytes")),
):
    try:
        wrong()
    except error:
        pass
    else:
        raise AssertionError(error)
