"""Strings built, formatted, split, searched and joined."""


def main():
    parts = []
    for number in range(30000):
        parts.append(f"item {number:05d}: {number * 7 % 1000} of {number / 4:.2f}")
    text = "\n".join(parts)
    words = 0
    longest = ""
    for line in text.split("\n"):
        name, _, rest = line.partition(": ")
        if name.endswith("7") and "of" in rest:
            words += len(rest.split())
        upper = name.upper().replace("ITEM", "entry")
        if len(upper) > len(longest):
            longest = upper
    grown = ""
    for character in text[:20000]:
        grown += character
    return words, longest, len(grown), text.count("1 of 2")
