"""What `regex` has beyond `re`: fuzzy matches, recursion, sets, captures, properties."""

import regex

TEXT = "The quick brown fox, the lazy dog; 12.5 kg, 7 mm and 1,000 m. Ünïcödé straße ΑΒΓ 日本語"


def show(*things):
    print(*things, sep=" | ")


def main():
    show(regex.findall(r"\p{L}+", TEXT))
    show(regex.findall(r"\p{Script=Greek}+|\p{Han}+", TEXT), regex.findall(r"\X", "e\u0301a👍🏽"))
    m = regex.match(r"(?:(\w+)\W*)+", "one two three")
    show(m.captures(1), m.spans(1), m.starts(1), m.capturesdict(), m.group(1))
    m = regex.search(r"(?P<name>\w+)@(?P<host>\w+)(?:\.(?P<host>\w+))*", "to: joe@mail.example.org")
    show(m.capturesdict(), m.groupdict(), m["name"], m.expandf("{host[0]} {host[-1]}"))
    m = regex.search(r"(?:colour){e<=2}", "the kolor of it")
    show(m, m.fuzzy_counts, m.fuzzy_changes)
    show(regex.findall(r"(?b)(?:brown fox){i<=1,d<=1,s<=2,e<=3}", TEXT))
    show(regex.match(r"\((?:[^()]++|(?R))*\)", "(a(b)(c(d)))x"))
    show(
        regex.findall(r"[[a-z]--[aeiou]]+", "consonants only"), regex.findall(r"[\w--\d]+", "a1b2")
    )
    show(regex.sub(r"(?<=\d),(?=\d)", "", TEXT), regex.subf(r"(\w+) (\w+)", "{2} {1}", "a b c d"))
    show(regex.findall(r"\L<words>", TEXT, words=["fox", "dog", "cat"]))
    show(regex.findall(r"aba", "ababa", overlapped=True), regex.split(r"(?V1)(?=b)", "abab"))
    show(regex.findall(r"(?r)\d", "1 2 3"), regex.search(r"\bdog\b(?=;)", TEXT).span())
    show(regex.findall(r"(?i)STRASSE", TEXT, flags=regex.FULLCASE), regex.escape("a.b c", True))
    show(regex.fullmatch(r"\d{4}", "12", partial=True).partial, regex.match(r"(a)|b", "b").groups())
    show(regex.findall(r"(?|(a)|(b))c", "acbc"), regex.findall(rb"\w+", b"by tes"))
    show(regex.search(r"(?P<q>['\"]).*?(?P=q)", "say 'it' now").detach_string())
    scanner = regex.compile(r"\d+").scanner("1 22 333")
    show([m.group() for m in iter(scanner.search, None)], regex.compile("a(b)?").groups)
    show([m.span() for m in regex.finditer(r"\m\w", "word by word")])
    show(regex.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 22 333"), regex.subn("b", "", "abcb"))
    big = "ab" * 20000 + "c"
    show(len(regex.findall(r"(?:ab)+?c?", big)), regex.search(r"(?:ab)*+c", big).end())
    for pattern in (r"(", r"[z-a]", r"\p{Nothing}", r"(?P<a>x)(?P=b)", r"*", r"(?<n", "a{e<"):
        try:
            show("accepted", pattern, regex.compile(pattern).pattern)
        except regex.error as error:
            show("rejected", pattern, error.msg, error.pos)


main()
