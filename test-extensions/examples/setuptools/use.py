"""Uses the wheel; runs on CPython and on Jabiru."""

import inspect

import wordcount

assert wordcount.count("") == 0
assert wordcount.count("the cat  sat\non the mat ") == 6
assert wordcount.count("żółw ☃") == 2
assert str(inspect.signature(wordcount.count)) == "(text, /)"
assert wordcount.__file__.endswith(".abi3.so")
try:
    wordcount.count(b"bytes")
except TypeError:
    pass
else:
    raise AssertionError("bytes are no text")
