"""Makes a program that differs shorter, as long as it differs in the same way."""

import difflib
import re

MOST_TRIES = 400


def kind_of(answers):
    """What makes two differences the same: the first lines that differ, without their details."""
    if answers[0] == answers[1]:
        return None
    for line in difflib.ndiff(answers[0].split("\n"), answers[1].split("\n")):
        if line[0] in "+-":
            return re.sub(r"[^a-zA-Z]+", " ", line)[:24]
    return None


def reduced(asked, kind):
    """A request with fewer lines; `kind` tells the kind of difference of a request, or None."""
    wanted = kind(asked)
    if wanted is None:
        return asked
    lines = asked["source"].split("\n")
    size, tries = max(1, len(lines) // 2), 0
    while True:
        start, smaller = 0, False
        while start < len(lines) and tries < MOST_TRIES:
            left = lines[:start] + lines[start + size :]
            tries += 1
            if kind({**asked, "source": "\n".join(left)}) == wanted:
                lines, smaller = left, True
            else:
                start += size
        if tries >= MOST_TRIES or (size == 1 and not smaller):
            return {**asked, "source": "\n".join(lines)}
        size = max(1, size // 2) if size > 1 else 1
