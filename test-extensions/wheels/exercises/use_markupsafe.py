"""Text made safe for HTML: escape, Markup's operators and formats, objects with __html__."""

import pickle
from string import Template

from markupsafe import EscapeFormatter, Markup, escape, escape_silent, soft_str


class Link:
    def __init__(self, to):
        self.to = to

    def __html__(self):
        return f'<a href="{escape(self.to)}">{escape(self.to)}</a>'

    def __html_format__(self, spec):
        return Markup("<b>{}</b>").format(self.to) if spec == "bold" else self.__html__()


def main():
    for text in (
        "plain",
        "<b>&\"'</b>",
        "",
        "日本 < καλημέρα",
        "x" * 70 + ">",
        "🎉&🎉",
        5,
        2.5,
        None,
    ):
        print(type(escape(text)).__name__, escape(text))
    print(repr(escape_silent(None)), escape(Link("a&b")), escape(Markup("<kept>")))
    m = Markup("<em>%s</em> %d %r")
    print(m % ("<x>", 7, "&"), Markup("%(a)s|%(b).2f") % {"a": "<", "b": 1 / 3})
    print(Markup("<p>") + "<i>" + Markup("</p>"), "<i>" + Markup("<b>"), Markup("<x>") * 2)
    print(Markup("{0} {name} {1:bold}").format("<", Link("q>"), name=Markup("<hr>")))
    print(Markup(", ").join(["<a>", Markup("<b>"), "c"]))
    print(Markup("a<br>b").split("<br>"), Markup("<A>").lower(), Markup("x,y").partition(","))
    print(Markup("Main &raquo;\n <em>About</em><!-- no --> &#39;q&#39;").striptags())
    print(Markup("&lt;a&gt; &amp;amp;").unescape(), Markup("<x>")[1:], Markup("a")[0].__class__)
    print(soft_str(Markup("<s>")), type(soft_str(7)).__name__)
    print(pickle.loads(pickle.dumps(Markup("<p>"))), hash(Markup("k")) == hash("k"))
    print(EscapeFormatter(escape).format("{0}", "<"), Template("$x").substitute(x=escape("<")))
    print(sum(len(escape("<" * (n % 40) + "x" * n)) for n in range(3000)))
    for call in (
        lambda: escape(),
        lambda: escape("a", "b"),
        lambda: Markup("{:bad}").format(Markup("x")),
        lambda: Markup("%s") % (),
        lambda: escape(type("Bad", (), {"__html__": lambda self: 1 / 0})()),
    ):
        try:
            print("accepted", call())
        except (TypeError, ValueError, ZeroDivisionError) as error:
            print("rejected", type(error).__name__, error)


main()
