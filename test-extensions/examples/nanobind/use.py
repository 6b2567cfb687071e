"""Uses the wheel; runs on CPython and on Jabiru."""

import text

assert text.repeat("ab") == "abab"
assert text.repeat(times=3, s="x") == "xxx"
assert text.counted(["a", "b", "a"]) == {"a": 2, "b": 1}
assert text.apply(lambda x: x * 2, 21) == 42
buffer = text.Buffer("one")
buffer.append(" two")
assert (len(buffer), buffer.content) == (7, "one two")
buffer.content = ""
assert len(buffer) == 0


class Child(text.Buffer):
    def twice(self):
        return self.content * 2


assert Child("z").twice() == "zz"
for error, wrong in (
    (ValueError, lambda: text.repeat("a", -1)),
    (TypeError, lambda: text.repeat(1)),
    (ZeroDivisionError, lambda: text.apply(lambda x: 1 // 0, 1)),
):
    try:
        wrong()
    except error:
        pass
    else:
        raise AssertionError(error)
assert text.__file__.endswith(".abi3.so"), text.__file__
