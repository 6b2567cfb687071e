"""A server and a client in one process: routes, streams, web sockets, forms, errors."""

import asyncio
import json
import zlib

import aiohttp
import multidict
import yarl
from aiohttp import web
from aiohttp.http_parser import HttpRequestParser


async def hello(request):
    return web.json_response(
        {
            "path": request.path,
            "query": list(request.query.items()),
            "who": request.match_info.get("who"),
        },
        headers={"X-Answer": "42"},
    )


async def echo(request):
    body = await request.read()
    return web.Response(body=body[::-1], content_type="application/octet-stream")


async def form(request):
    fields = await request.post()
    names = []
    for name, value in fields.items():
        names.append(
            (
                name,
                value if isinstance(value, str) else (value.filename, value.file.read().decode()),
            )
        )
    return web.json_response(names)


async def stream(request):
    answer = web.StreamResponse()
    answer.enable_chunked_encoding()
    await answer.prepare(request)
    for i in range(5):
        await answer.write(f"part {i}\n".encode() * 100)
    await answer.write_eof()
    return answer


async def socket(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    async for message in ws:
        if message.type == aiohttp.WSMsgType.TEXT:
            if message.data == "end":
                await ws.close(code=4000, message=b"bye")
            else:
                await ws.send_str(message.data.upper())
        elif message.type == aiohttp.WSMsgType.BINARY:
            await ws.send_bytes(zlib.compress(message.data))
    return ws


async def fails(request):
    raise web.HTTPForbidden(text="not here")


@web.middleware
async def counting(request, handler):
    request.app["count"][0] += 1
    response = await handler(request)
    response.headers["X-Count"] = "yes"
    return response


async def talk(base, session, app):
    async with session.get(base / "hello/Ada", params={"a": "1", "b": "ü &"}) as answer:
        print(
            answer.status,
            await answer.json(),
            answer.headers["X-Answer"],
            answer.headers["x-count"],
        )
    async with session.post(base / "echo", data=b"abc" * 50_000) as answer:
        data = await answer.read()
        print(len(data), data[:6], answer.content_type)
    fields = aiohttp.FormData()
    fields.add_field("text", "häuser")
    fields.add_field("file", b"content", filename="f.txt", content_type="text/plain")
    async with session.post(base / "form", data=fields) as answer:
        print(await answer.json())
    async with session.get(base / "stream") as answer:
        lines = [line async for line in answer.content]
        print(len(lines), lines[-1], answer.headers["Transfer-Encoding"])
    async with session.ws_connect(base / "socket") as ws:
        await ws.send_str("grüße")
        print((await ws.receive()).data)
        await ws.send_bytes(b"x" * 100_000)
        print(len(zlib.decompress((await ws.receive()).data)))
        await ws.send_str("end")
        last = await ws.receive()
        print(last.type.name, last.data, last.extra)
    for path in ("fails", "nowhere"):
        async with session.get(base / path) as answer:
            print(answer.status, answer.reason, (await answer.text())[:20])
    try:
        async with session.get(base / "fails", raise_for_status=True):
            pass
    except aiohttp.ClientResponseError as e:
        print(e.status, e.message, e.request_info.method)
    try:
        async with session.get(base / "stream", timeout=aiohttp.ClientTimeout(total=1e-9)):
            pass
    except TimeoutError as e:
        print(type(e).__name__)

    async def one(i):
        async with session.get(base / f"hello/{i}") as answer:
            return (await answer.json())["who"]

    print(
        await asyncio.gather(*(one(i) for i in range(40))) == [str(i) for i in range(40)],
        app["count"],
    )


async def serve():
    app = web.Application(middlewares=[counting])
    app["count"] = [0]
    app.add_routes(
        [
            web.get("/hello/{who}", hello),
            web.post("/echo", echo),
            web.post("/form", form),
            web.get("/stream", stream),
            web.get("/socket", socket),
            web.get("/fails", fails),
        ]
    )
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    base = yarl.URL.build(scheme="http", host="127.0.0.1", port=runner.addresses[0][1])
    async with aiohttp.ClientSession(cookies={"c": "1"}) as session:
        await talk(base, session, app)
    await runner.cleanup()


def parts():
    class Protocol:
        transport = None
        _reading_paused = False

        def pause_reading(self):
            pass

        def resume_reading(self, **options):
            pass

    async def parse():
        parser = HttpRequestParser(
            Protocol(),
            asyncio.get_running_loop(),
            2**16,
            max_line_size=8190,
            max_headers=99,
            max_field_size=8190,
        )
        raw = b"POST /a%20b?x=1 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n"
        raw += b"X-A: 1\r\nx-a: 2\r\n\r\nabcGET"
        messages, upgraded, tail = parser.feed_data(raw)
        message, body = messages[0]
        print(
            message.method,
            message.path,
            message.headers.getall("X-A"),
            message.should_close,
            await body.read(),
            upgraded,
        )
        try:
            parser.feed_data(b" bad\r\n\r\n")
        except aiohttp.http_exceptions.HttpProcessingError as e:
            print(type(e).__name__, e.code)

    asyncio.run(parse())
    url = yarl.URL("http://user:p@ex%C3%A4mple.org:8080/a/../b c?q=1&q=2#f")
    print(
        url,
        url.host,
        url.path,
        url.query.getall("q"),
        url.with_query(z=3) / "d",
        url.join(yarl.URL("../x")),
    )
    d = multidict.CIMultiDict([("A", 1), ("a", 2)])
    d.add("B", 3)
    print(d, d.getall("a"), d.popone("A"), multidict.CIMultiDictProxy(d)["b"], json.dumps(dict(d)))


if __name__ == "__main__":
    parts()
    asyncio.run(serve())
