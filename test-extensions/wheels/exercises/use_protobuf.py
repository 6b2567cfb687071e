"""Messages of types that are made at run time: wire format, JSON, text, maps, extensions."""

import copy
import pickle

from google.protobuf import (
    any_pb2,
    descriptor_pb2,
    descriptor_pool,
    duration_pb2,
    field_mask_pb2,
    json_format,
    message_factory,
    struct_pb2,
    text_format,
    timestamp_pb2,
    unknown_fields,
    wrappers_pb2,
)
from google.protobuf.internal import api_implementation
from google.protobuf.message import DecodeError, EncodeError

FILE = """
name: "shop.proto" package: "shop" syntax: "proto2"
message_type {
  name: "Item"
  field { name: "id" number: 1 label: LABEL_REQUIRED type: TYPE_INT64 }
  field { name: "name" number: 2 label: LABEL_OPTIONAL type: TYPE_STRING }
  field { name: "price" number: 3 label: LABEL_OPTIONAL type: TYPE_DOUBLE default_value: "1.5" }
  field { name: "kind" number: 4 label: LABEL_OPTIONAL type: TYPE_ENUM type_name: ".shop.Kind" }
  extension_range { start: 100 end: 200 }
}
message_type {
  name: "Order"
  field { name: "items" number: 1 label: LABEL_REPEATED type: TYPE_MESSAGE type_name: ".shop.Item" }
  field { name: "codes" number: 2 label: LABEL_REPEATED type: TYPE_SINT32 options { packed: true } }
  field { name: "stock" number: 3 label: LABEL_REPEATED type: TYPE_MESSAGE
          type_name: ".shop.Order.StockEntry" }
  field { name: "card" number: 4 label: LABEL_OPTIONAL type: TYPE_BYTES oneof_index: 0 }
  field { name: "cash" number: 5 label: LABEL_OPTIONAL type: TYPE_FLOAT oneof_index: 0 }
  field { name: "nested" number: 6 label: LABEL_OPTIONAL type: TYPE_MESSAGE
          type_name: ".shop.Order" }
  nested_type {
    name: "StockEntry"
    field { name: "key" number: 1 label: LABEL_OPTIONAL type: TYPE_STRING }
    field { name: "value" number: 2 label: LABEL_OPTIONAL type: TYPE_UINT32 }
    options { map_entry: true }
  }
  oneof_decl { name: "payment" }
}
enum_type {
  name: "Kind" value { name: "PLAIN" number: 0 } value { name: "FANCY" number: 7 }
}
extension {
  name: "note" number: 100 label: LABEL_OPTIONAL type: TYPE_STRING extendee: ".shop.Item"
}
"""


def show_error(call):
    try:
        print("accepted", call())
    except Exception as error:
        print("rejected", type(error).__name__, error)


def make_types():
    pool = descriptor_pool.DescriptorPool()
    file = text_format.Parse(FILE, descriptor_pb2.FileDescriptorProto())
    pool.Add(file) if hasattr(pool, "Add") else pool.AddSerializedFile(file.SerializeToString())
    classes = message_factory.GetMessageClassesForFiles(["shop.proto"], pool)
    return pool, classes["shop.Item"], classes["shop.Order"]


def show_descriptors(pool, order):
    descriptor = order.DESCRIPTOR
    print(descriptor.full_name, [f.name for f in descriptor.fields], descriptor.file.name)
    print([(f.number, f.type, f.is_repeated) for f in descriptor.fields])
    print(descriptor.oneofs_by_name["payment"].fields[1].name, descriptor.nested_types[0].name)
    kind = pool.FindEnumTypeByName("shop.Kind")
    print({v.name: v.number for v in kind.values}, kind.values_by_number[7].name)
    show_error(lambda: pool.FindMessageTypeByName("shop.Absent"))


def show_messages(item_class, order_class, pool):
    order = order_class(codes=[1, -1, 300], cash=2.5)
    first = order.items.add(id=5, name="pen", kind=7)
    first.Extensions[pool.FindExtensionByName("shop.note")] = "blue"
    order.items.append(item_class(id=-1))
    order.items.extend([item_class(id=n, name="é" * n) for n in (3, 4)])
    order.stock["pen"] = 4
    order.stock.update({"ink": 9})
    order.nested.codes[:] = range(4)
    print(order)
    print(order.WhichOneof("payment"), order.HasField("card"), order.items[1].price)
    order.card = b"\x00\xff"
    print(order.WhichOneof("payment"), order.cash, order.HasField("cash"))
    data = order.SerializeToString(deterministic=True)
    print(data.hex(), order.ByteSize() == len(data))
    again = order_class.FromString(data)
    print(again == order, again is order, len(again.items), [i.id for i in again.items[1:]])
    print(again.items[0].Extensions[pool.FindExtensionByName("shop.note")], sorted(again.stock))
    print([f.name for f, _ in order.ListFields()], order.IsInitialized())
    print(copy.deepcopy(order) == order, order_class.DESCRIPTOR is again.DESCRIPTOR)
    again.MergeFrom(order)
    print(len(again.items), again.codes[-1], again.codes.pop(), again.codes)
    del again.items[1:]
    again.items.sort(key=lambda i: i.id)
    again.ClearField("stock")
    print(text_format.MessageToString(again, as_one_line=True))
    again.Clear()
    print(repr(again), again.ByteSize())
    return order


def show_formats(order, order_class, item_class):
    text = json_format.MessageToJson(order, sort_keys=True, indent=None)
    print(text)
    print(json_format.Parse('{"codes": [1, 2], "stock": {"a": 1}}', order_class()))
    print(text_format.Parse('codes: [3, 4] items { id: 1 name: "\\303\\244" }', order_class()))
    for call in (
        lambda: json_format.Parse('{"absent": 1}', order_class()),
        lambda: json_format.Parse('{"codes": ["x"]}', order_class()),
        lambda: text_format.Parse("codes: x", order_class()),
        lambda: order_class(absent=1),
        lambda: order_class.FromString(b"\x0a\xff"),
        lambda: item_class().SerializeToString(),
        lambda: setattr(item_class(), "id", "five"),
        lambda: setattr(item_class(), "id", 2**70),
        lambda: setattr(item_class(), "absent", 2),
        lambda: order_class(codes=["a"]),
        lambda: order.items.append(order),
        lambda: order.items[10],
        lambda: hash(order),
        lambda: item_class(kind=5),
    ):
        show_error(call)
    print(issubclass(DecodeError, Exception), EncodeError.__mro__[1].__name__)


def show_known_types(item_class):
    moment = timestamp_pb2.Timestamp()
    moment.FromJsonString("2026-03-01T12:30:15.25Z")
    print(moment.seconds, moment.nanos, moment.ToDatetime(), moment.ToJsonString())
    length = duration_pb2.Duration()
    length.FromJsonString("3.5s")
    print(length.ToTimedelta(), length.ToMilliseconds())
    tree = struct_pb2.Struct()
    tree.update({"a": 1, "b": [True, None, "x"], "c": {"d": 2.5}})
    print(sorted(json_format.MessageToDict(tree).items()), tree["c"]["d"], "b" in tree)
    box = any_pb2.Any()
    box.Pack(wrappers_pb2.StringValue(value="inside"))
    out = wrappers_pb2.StringValue()
    print(box.type_url, box.Unpack(out), out.value, box.Is(moment.DESCRIPTOR))
    mask = field_mask_pb2.FieldMask(paths=["a.b", "c"])
    print(mask.ToJsonString(), pickle.loads(pickle.dumps(moment)) == moment)
    strange = item_class.FromString(b"\x08\x05\xd2\x0f\x03abc")
    fields = unknown_fields.UnknownFieldSet(strange)
    print([(f.field_number, f.wire_type, f.data) for f in fields])
    strange.DiscardUnknownFields()
    print(strange.SerializeToString())


def main():
    print(api_implementation.Type())
    pool, item_class, order_class = make_types()
    show_descriptors(pool, order_class)
    order = show_messages(item_class, order_class, pool)
    show_formats(order, order_class, item_class)
    show_known_types(item_class)


main()
