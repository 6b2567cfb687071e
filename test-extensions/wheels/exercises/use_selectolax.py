"""HTML parsed and searched with CSS, changed, and written again."""

from selectolax.lexbor import LexborHTMLParser

PAGE = """<!doctype html><html><head><title>Té st</title></head><body>
<div id=a class="x y"><p>One <b>bold</b> text</p><p class=z>Two</p></div>
<ul><li data-n=1>first<li data-n=2>second<li>third</ul>
<a href="/x?y=1&amp;z=2">link</a><script>var a = "<p>";</script><!-- note --></body></html>"""


def main():
    tree = LexborHTMLParser(PAGE)
    print(tree.css_first("title").text(), len(tree.css("p")), tree.css_matches("p.z"))
    for node in tree.css("div > p, li[data-n]"):
        print(node.tag, node.attributes, repr(node.text()), node.html)
    link = tree.css_first("a")
    print(link.attrs["href"], link.attributes, link.parent.tag, link.next.tag, link.prev is None)
    div = tree.css_first("#a")
    print([n.tag for n in div.iter()], [n.tag for n in div.traverse(include_text=True)][:6])
    print(repr(tree.body.text(separator="|", strip=True)), div.css_first("nothing", default=7))
    div.attrs["title"] = 'qu"ote'
    tree.css_first("b").unwrap()
    tree.css_first("li").decompose()
    tree.css_first("p.z").replace_with("plain <text>")
    tree.css_first("ul").insert_before("before")
    tree.strip_tags(["script"])
    print(tree.html)
    print(tree.css_first("p") == tree.css_first("p"), hash(div) == hash(tree.css_first("#a")))
    fragment = LexborHTMLParser("<li>a<li>b", is_fragment=True)
    print([n.html for n in fragment.root.iter(include_text=True)])
    rows = "".join(f"<tr><td>{i}</td><td>{i * i}</td></tr>" for i in range(2000))
    table = LexborHTMLParser(f"<table>{rows}</table>")
    print(sum(int(n.text()) for n in table.css("td:nth-child(2)")))
    for call in (
        lambda: tree.css("p["),
        lambda: LexborHTMLParser(5),
        lambda: LexborHTMLParser(b"\xff\xfe<p>x").css_first("p").text(),
        lambda: link.attrs["nothing"],
        lambda: tree.css_first("p", strict=True),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, error)


main()
