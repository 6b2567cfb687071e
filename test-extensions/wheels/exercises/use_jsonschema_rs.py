"""Validation: errors with paths, formats and keywords of one's own, references, other drafts."""

import jsonschema_rs as js

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 2},
        "age": {"type": "integer", "minimum": 0},
        "tags": {"type": "array", "items": {"enum": ["a", "b"]}, "uniqueItems": True},
        "inner": {"$ref": "#/$defs/inner"},
    },
    "required": ["name"],
    "additionalProperties": False,
    "$defs": {"inner": {"oneOf": [{"type": "null"}, {"const": 5}]}},
}
GOOD = {"name": "Ada", "age": 36, "tags": ["a", "b"], "inner": None}
BAD = {"name": "A", "age": -1, "tags": ["a", "a", "z"], "inner": 6, "more": 1}


class Even:
    """A keyword written in Python."""

    def __init__(self, parent, value, path):
        self.value = value

    def validate(self, instance):
        if self.value and isinstance(instance, int) and instance % 2:
            raise ValueError(f"{instance} is odd")


def main():
    print(js.is_valid(SCHEMA, GOOD), js.is_valid(SCHEMA, BAD), js.is_valid(True, 5))
    validator = js.validator_for(SCHEMA)
    print(type(validator).__name__, validator.is_valid(GOOD), validator.validate(GOOD))
    for error in sorted(validator.iter_errors(BAD), key=str):
        print(error.message, error.instance_path, error.schema_path)
    try:
        validator.validate(BAD)
    except js.ValidationError as error:
        print(str(error).splitlines()[0])
    date = {"type": "string", "format": "date"}
    print(js.is_valid(date, "no date"), js.is_valid(date, "no date", validate_formats=True))
    own = js.Draft202012Validator(
        {"format": "word"}, formats={"word": str.isalpha}, validate_formats=True
    )
    print(own.is_valid("word"), own.is_valid("two words"))
    even = js.Draft7Validator({"even": True}, keywords={"even": Even})
    print(even.is_valid(4), even.is_valid(5), [e.message for e in even.iter_errors(7)])
    remote = {"$ref": "https://example.org/number"}

    def fetch(uri):
        if uri.endswith("number"):
            return {"type": "number"}
        raise KeyError(uri)

    print(js.is_valid(remote, 5, retriever=fetch), js.is_valid(remote, "5", retriever=fetch))
    masked = js.validator_for({"type": "integer"}, mask="[secret]")
    print([e.message for e in masked.iter_errors("text")])
    print(js.is_valid({"maximum": 1e308}, 10**400), js.is_valid({"multipleOf": 0.1}, 0.3))
    many = [{"name": f"user {n}", "age": n} for n in range(3000)]
    print(sum(map(validator.is_valid, many)), js.meta.is_valid(SCHEMA))
    for call in (
        lambda: js.validator_for({"type": "no type"}),
        lambda: js.validator_for("{"),
        lambda: js.is_valid({"$ref": "#/nothing"}, 1),
        lambda: js.is_valid(remote, 5, retriever=lambda uri: 1 // 0),
        lambda: js.is_valid({"type": "object"}, {1: 2}),
        lambda: js.is_valid({"type": "object"}, object()),
        lambda: js.Draft7Validator({"format": "x"}, formats={"x": 5}),
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, str(error).splitlines()[0].split(" at 0x")[0])


main()
