"""Trees of XML and HTML: parsing, paths, changing, schemas, transformations, events, errors."""

import copy
import io

from lxml import etree, html, objectify
from lxml.builder import E

CATALOG = b"""<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE shop [<!ENTITY firm "M\xfcller">]>
<shop xmlns="urn:shop" xmlns:x="urn:extra" lang="de">
  <!-- two of them -->
  <item id="a" x:rank="2"><name>Apfel</name><price>1.50</price></item>
  <item id="b"><name>&firm; Birne</name><price>2.25</price>tail</item>
  <?target data?>
</shop>"""

SHEET = """<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:functions" exclude-result-prefixes="f">
  <xsl:param name="title">none</xsl:param>
  <xsl:template match="/">
    <list title="{$title}"><xsl:apply-templates select="//v"/></list>
  </xsl:template>
  <xsl:template match="v"><i><xsl:value-of select="f:twice(.)"/></i></xsl:template>
</xsl:stylesheet>"""

NAMES = {"s": "urn:shop", "x": "urn:extra"}


def trees():
    root = etree.fromstring(CATALOG)
    print(root.tag, root.attrib, root.nsmap, len(root), [type(c).__name__ for c in root])
    print(root.xpath("//s:item[@x:rank > 1]/s:name/text()", namespaces=NAMES))
    print(root.xpath("sum(//s:price)", namespaces=NAMES), root.xpath("count(//node())"))
    print(
        root.findtext("s:item[@id='b']/s:name", namespaces=NAMES),
        root[2].tail.strip() or root[2][1].tail,
    )
    print([e.get("id") for e in root.iter("{urn:shop}item")], root.getroottree().docinfo.encoding)
    print(etree.tostring(root[1]), etree.tostring(root, method="text", encoding="unicode").split())
    found = etree.XPath("//s:item[@id=$id]", namespaces=NAMES)(root, id="b")[0]
    print(
        root.getroottree().getpath(found), found.getparent() is root, found.getprevious().get("id")
    )
    item = copy.deepcopy(root[1])
    item.set("id", "c")
    item[0].text = "Kürbis & Co"
    root.append(item)
    root.remove(root[0])
    root.insert(0, E.first("1", E.inner(key="v")))
    print(etree.tostring(root, pretty_print=True, encoding="unicode"))
    print(etree.tostring(etree.fromstring("<a b='1' a='2'><c/></a>"), method="c14n"))
    etree.strip_tags(root, "{urn:shop}name")
    print(root[1].text, [e.tag for e in root[1].iterancestors()], etree.QName(root[1]).localname)


def errors():
    for text in ("<a><b></a>", "<a>&nope;</a>", "", "<a/><b/>"):
        try:
            etree.fromstring(text)
        except etree.XMLSyntaxError as e:
            print(e.code, e.position, e)
    for path in ("//[", "unknown()", "//x:y"):
        try:
            etree.Element("a").xpath(path)
        except etree.XPathError as e:
            print(type(e).__name__, e)
    broken = etree.fromstring("<a><b>1<c></b></a>", etree.XMLParser(recover=True))
    print(etree.tostring(broken))
    for action in (
        lambda: etree.Element("a b"),
        lambda: E.a("\0"),
        lambda: etree.Element("a").append(1),
    ):
        try:
            action()
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)


def schemas():
    schema = etree.XMLSchema(
        etree.fromstring("""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="n" type="xs:integer"/>
        </xs:schema>""")
    )
    print(
        schema.validate(etree.fromstring("<n>5</n>")), schema.validate(etree.fromstring("<n>x</n>"))
    )
    print(schema.error_log.last_error.message)
    relax = etree.RelaxNG(
        etree.fromstring(
            '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><oneOrMore>'
            '<element name="b"><text/></element></oneOrMore></element>'
        )
    )
    print(relax(etree.fromstring("<a><b/></a>")), relax(etree.fromstring("<a/>")))
    dtd = etree.DTD(io.StringIO("<!ELEMENT a (b*)><!ELEMENT b EMPTY>"))
    print(dtd.validate(etree.fromstring("<a><b/><b/></a>")), [e.name for e in dtd.iterelements()])


def transformations():
    functions = etree.FunctionNamespace("urn:functions")
    functions["twice"] = lambda context, nodes: nodes[0].text * 2
    transform = etree.XSLT(etree.fromstring(SHEET))
    print(
        str(
            transform(
                etree.fromstring("<a><v>x</v><v>yz</v></a>"), title=etree.XSLT.strparam("it's")
            )
        )
    )
    try:
        etree.XSLT(etree.fromstring("<nothing/>"))
    except etree.XSLTParseError as e:
        print(e)


class Target:
    def __init__(self):
        self.seen = []

    def start(self, tag, attributes):
        self.seen.append(("start", tag, dict(attributes)))

    def end(self, tag):
        self.seen.append(("end", tag))

    def data(self, data):
        self.seen.append(("data", data))

    def close(self):
        return self.seen


class Resolver(etree.Resolver):
    def resolve(self, url, public, context):
        return self.resolve_string(f"<included>from {url}</included>", context)


class Mine(etree.ElementBase):
    @property
    def double(self):
        return self.text * 2


def events():
    print(
        [
            (e, n.tag)
            for e, n in etree.iterparse(io.BytesIO(b"<a><b>1</b><c/></a>"), events=("start", "end"))
        ]
    )
    print(etree.XML("<a x='1'>t<b/></a>", etree.XMLParser(target=Target())))
    parser = etree.XMLPullParser(events=("end",))
    for part in ("<a><b>", "1</b", "></a>"):
        parser.feed(part)
        print([n.tag for _, n in parser.read_events()])
    parser = etree.XMLParser()
    parser.resolvers.add(Resolver())
    tree = etree.parse(
        io.StringIO(
            '<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="my:file"/></a>'
        ),
        parser,
    )
    tree.xinclude()
    print(etree.tostring(tree))
    lookup = etree.ElementNamespaceClassLookup()
    lookup.get_namespace(None)["m"] = Mine
    parser = etree.XMLParser()
    parser.set_element_class_lookup(lookup)
    print(etree.XML("<a><m>ab</m></a>", parser)[0].double)
    with etree.xmlfile(out := io.BytesIO(), encoding="utf-8") as file:
        with file.element("root", n="1"):
            for i in range(3):
                file.write(E.i(str(i)))
    print(out.getvalue())


def pages():
    page = html.fromstring(
        '<div><p class="a b">One<br>two<p>Three <a href="x?y=1&z">link</a>'
        "<form><input name=q value=v>"
    )
    page.make_links_absolute("http://example.org/dir/")
    print(html.tostring(page), [(a, link) for _, a, link, _ in page.iterlinks()])
    print(page.xpath("//p/@class"), page.forms[0].fields["q"], page.text_content())
    thing = objectify.fromstring("<r><n>5</n><n>2.5</n><s>text</s><b>true</b></r>")
    print(
        thing.n + 1,
        [n.pyval for n in thing.n],
        thing.s,
        thing.b and not None,
        objectify.dump(thing),
    )


if __name__ == "__main__":
    trees()
    errors()
    schemas()
    transformations()
    events()
    pages()
