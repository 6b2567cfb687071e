"""User-written HTML made safe to show: tags, attributes, links, and a callback in Python."""

import nh3

COMMENT = """<h1 onclick="steal()">Hi</h1><script>alert('x')</script>
<p style="color:red" class="note big">Text with <b>bold</b>, <i>italic</i> &amp; an
<a href="https://example.org/page?a=1&amp;b=2" title="there">link</a>, a
<a href="javascript:alert(1)">bad one</a> and <img src="a.png" onerror="x()" alt="pic">.</p>
<!-- a comment --><table><tr><td>cell<td>next</table>"""


def show(title, html):
    print(f"--- {title}")
    print(html)


def only_https(tag, attribute, value):
    """The callback: None drops the attribute, a string replaces its value."""
    seen.append((tag, attribute, value))
    if attribute == "href" and not value.startswith("https://"):
        return None
    return value.upper() if attribute == "title" else value


seen = []


def main():
    print("nh3", nh3.__version__ if hasattr(nh3, "__version__") else "")
    print("allowed tags:", len(nh3.ALLOWED_TAGS), *sorted(nh3.ALLOWED_TAGS)[:8])
    print("schemes:", *sorted(nh3.ALLOWED_URL_SCHEMES)[:5])
    show("defaults", nh3.clean(COMMENT))
    show("three tags", nh3.clean(COMMENT, tags={"b", "i", "a"}))
    show("attributes", nh3.clean(COMMENT, attributes={"p": {"class"}, "a": {"href"}}))
    show(
        "script's text too",
        nh3.clean(COMMENT, clean_content_tags={"script", "h1"}, tags=nh3.ALLOWED_TAGS - {"h1"}),
    )
    show("link_rel", nh3.clean(COMMENT, link_rel="nofollow"))
    show("no link_rel", nh3.clean(COMMENT, link_rel=None))
    show("comments stay", nh3.clean("a<!-- b -->c", strip_comments=False))
    show(
        "data-*", nh3.clean('<p data-id="7" other="8">x</p>', generic_attribute_prefixes={"data-"})
    )
    show("filter", nh3.clean(COMMENT, attribute_filter=only_https))
    print("the filter saw:", *sorted(seen), sep="\n  ")
    show("schemes", nh3.clean('<a href="ftp://x/">f</a><a href="tel:1">t</a>', url_schemes={"tel"}))
    show(
        "set attribute",
        nh3.clean(
            "<a>x</a>",
            set_tag_attribute_values={"a": {"target": "_blank"}},
            attributes={"a": {"target"}},
        ),
    )
    show("unicode", nh3.clean("<b>καλημέρα 👋 <u>日本</u></b>"))
    show("text", nh3.clean_text('<a href="x">&</a>'))
    print("is_html:", [nh3.is_html(text) for text in ("plain", "a < b", "<b>x</b>", "")])
    cleaner = nh3.Cleaner(tags={"em"}, attributes={}, link_rel=None)
    print([cleaner.clean(f"<em>{n}</em><u>{n}</u>") for n in range(3)])

    def failing(tag, attribute, value):
        raise LookupError(attribute)

    for call in (
        lambda: nh3.clean(b"bytes"),
        lambda: nh3.clean(),
        lambda: nh3.clean("x", tags=["list"]),
        lambda: nh3.clean("x", attribute_filter="not callable"),
        lambda: nh3.clean("x", attributes={"a": {"rel"}}, link_rel="noopener"),
    ):
        try:
            print("accepted:", call())
        except (TypeError, ValueError) as error:
            print("rejected:", type(error).__name__, error)


main()
