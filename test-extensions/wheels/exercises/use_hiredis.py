"""Replies of the Redis protocol, whole and in parts, decoded or not, and commands."""

import hiredis

REPLIES = (
    b"+OK\r\n",
    b"-ERR unknown command\r\n",
    b":42\r\n",
    b"$6\r\nfoobar\r\n",
    b"$-1\r\n",
    b"*3\r\n$1\r\na\r\n:7\r\n*2\r\n+x\r\n-ERR inner\r\n",
    b"%2\r\n+a\r\n:1\r\n+b\r\n,2.5\r\n",
    b"~3\r\n:1\r\n:2\r\n:2\r\n",
    b"#t\r\n",
    b"_\r\n",
    b"=7\r\ntxt:abc\r\n",
    b">2\r\n+message\r\n$3\r\n\xe2\x98\x83\r\n",
)


class Refused(Exception):
    pass


def main():
    for options in ({}, {"encoding": "utf-8"}, {"encoding": "latin-1", "errors": "strict"}):
        reader = hiredis.Reader(replyError=Refused, **options)
        for reply in REPLIES:
            reader.feed(reply)
            print(options, repr(reader.gets()))
    reader = hiredis.Reader(notEnoughData="wait")
    for i in range(len(REPLIES[5])):
        reader.feed(REPLIES[5], i, 1)
        reply = reader.gets()
        if reply != "wait":
            print(i, repr(reply))
    print(reader.has_data(), reader.getmaxbuf())
    reader.setmaxbuf(100)
    reader.set_encoding("ascii", "replace")
    reader.feed(b"+caf\xe9\r\n:1\r\n")
    print(reader.gets(), reader.gets(), reader.gets())
    many = b"".join(b"$%d\r\n%s\r\n" % (len(str(i)), str(i).encode()) for i in range(5000))
    reader = hiredis.Reader(encoding="utf-8")
    reader.feed(many)
    print(sum(int(reader.gets()) for _ in range(5000)))
    print(hiredis.pack_command(("SET", "key", b"value", 1, 2.5, "é")))
    for call in (
        lambda: hiredis.Reader(protocolError=5),
        lambda: hiredis.Reader(encoding="no-such"),
        lambda: hiredis.Reader().feed("text"),
        lambda: hiredis.Reader().feed(b"x", 5),
        lambda: hiredis.pack_command(({},)),
        lambda: [r := hiredis.Reader(), r.feed(b"?bad\r\n"), r.gets()],
    ):
        try:
            print("accepted", call())
        except Exception as error:
            print("rejected", type(error).__name__, error)


main()
