"""Every kind of statement and expression: train.py compiles them, nobody runs them."""

import functools
import sys


def everything(parameter, /, *rest: int, default=None, **named) -> None:
    global somewhere

    @functools.cache
    def generator[T](values: list[T], *, key=lambda value: value):
        nonlocal default
        for first, *others in values:
            if not first or default is None:
                continue
            default = yield first
        else:
            yield from others
        del default

    class Thing(dict, metaclass=type):
        """A docstring."""

        number: int = 3
        name = f"{number!r:>{10}} and {number=}"

        def __init__(self, *arguments, **named):
            super().__init__(*arguments, **{"a": 1, **named})
            self.arguments, self.named = arguments, named
            self[0], self.first.second = self["x":-1, ...], {*arguments}

    async def coroutine(source):
        async with source as opened, opened.other() as (one, two):
            async for each in opened:
                await each.ready()
        return [item async for item in source if await item], one, two

    while parameter:
        try:
            with open(parameter) as file, file:
                parameter -= file.read(~1 << 2) @ 3 // 4 % 5 | 6 & 7 ^ 8
        except (OSError, ValueError) as error:
            raise RuntimeError("chained", b"bytes", 1.5, 2j) from error
        else:
            break
        finally:
            assert parameter is not None, "message"
    try:
        generator(Thing)
    except* TypeError:
        pass
    type Alias[K] = dict[K, list]
    match parameter:
        case {"key": [1, 2.5, *others], **remains} if others:
            print(others, remains, sep="", end="\n", file=sys.stderr)
        case Thing(number=None) | str() as text:
            print(text < "a" <= "b" != "c", text in rest, text is not None, not text)
        case _:
            import email as mail
            from os import path as first

            return mail, first
    if (length := len(rest)) > 3 and default or named:
        return [x for x in rest for y in {x: 1 for x in rest} if y], {x for x in rest}
    elif length:
        return (x**2 for x in rest), -length if length else +length, t"{length}"
