"""Loading and dumping with libyaml, and as the loader in Python does."""

import datetime
import io

import yaml

DOCUMENT = """
%YAML 1.1
---
name: &name "text \\u00e9"
again: *name
numbers: [1, 0x1F, 0o7, 1_000, -2.5e3, .inf, 12:30:45]
truth: {yes: no, null: ~}
dates: [2026-03-01, 2026-03-01T12:30:15.5Z]
block: |
  two
    lines
folded: >-
  a
  b
base: &base {x: 1, y: 2}
merged: {<<: *base, y: 3}
binary: !!binary aGVsbG8=
set: !!set {a}
omap: !!omap [one: 1, two: 2]
tuple: !!python/tuple [1, 2]
---
second
"""


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


def show_errors(loader):
    for text in (
        "a: b: c",
        "[1, 2",
        "\t- tab",
        "*absent",
        "!!python/object:os.system {}",
        "!unknown 1",
        "a: \x00",
        b"\xff\xfe\x00",
        "{[1]: 2, {}: 3}",
        "&a [*a, *b]",
    ):
        try:
            print("accepted", yaml.load(text, loader))
        except yaml.YAMLError as error:
            print("rejected", type(error).__name__, str(error).replace("\n", " | "))


def main():
    print(yaml.__with_libyaml__, yaml.CSafeLoader is not yaml.SafeLoader)
    loaded = []
    for loader in (yaml.CFullLoader, yaml.FullLoader):
        loaded.append(list(yaml.load_all(DOCUMENT, loader)))
        print(loaded[-1])
    print(loaded[0] == loaded[1])
    for dumper in (yaml.CDumper, yaml.Dumper):
        data = {
            "list": [1, 2.5, None, True, "yes", "multi\nline\n", "é\u2028", b"bytes"],
            "date": datetime.datetime(2026, 3, 1, 12, 30),
            "nested": {"empty": [], "tuple": (1, {2}), 3: "three"},
        }
        data["same"] = data["list"]
        print(yaml.dump(data, Dumper=dumper, sort_keys=False))
        print(yaml.dump(data, Dumper=dumper, allow_unicode=True, default_flow_style=True, width=40))
        print(yaml.dump_all([1, "x"], Dumper=dumper, explicit_start=True, explicit_end=True))
    yaml.add_representer(
        Point, lambda d, p: d.represent_mapping("!point", {"x": p.x, "y": p.y}), yaml.CDumper
    )
    yaml.add_constructor("!point", lambda c, n: Point(**c.construct_mapping(n)), yaml.CSafeLoader)
    text = yaml.dump([Point(1, 2)], Dumper=yaml.CDumper)
    print(text, [vars(p) for p in yaml.load(text, yaml.CSafeLoader)])
    circular = [1]
    circular.append(circular)
    print(yaml.dump(circular, Dumper=yaml.CDumper))
    for event in yaml.parse("a: [b, *c]", yaml.CLoader):
        print(event, event.start_mark.line, event.start_mark.column)
    for token in yaml.scan(io.StringIO("- &x 'q'\n- *x"), yaml.CLoader):
        print(token)
    node = yaml.compose(io.BytesIO("é: [1]".encode("utf-16")), yaml.CLoader)
    print(node.tag, [(k.value, v.tag) for k, v in node.value])
    print(yaml.serialize(node, Dumper=yaml.CDumper, allow_unicode=True))
    print(yaml.emit(yaml.parse("{a: 1}"), Dumper=yaml.CDumper))
    show_errors(yaml.CSafeLoader)
    show_errors(yaml.SafeLoader)


main()
