"""A web application under load: http.server, sqlite3 on disk, ssl and threads.

web_application.py [REQUESTS [CLIENTS]] starts itself as the server and asks it. What it prints says
whether each answer was right, and whether the server's memory stayed as it was after a third.
"""

import concurrent.futures
import http.client
import http.server
import json
import os
import pathlib
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
CERTIFICATE = HERE / "localhost.pem"
REQUESTS_PER_CONNECTION = 25
# What a heap that is not full yet may still grow, on either side.
ROOM_KB = 150_000
INSERT = "insert into notes (client, number, text) values (?, ?, ?)"


def resident():
    lines = pathlib.Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    database = None
    connections = threading.local()

    def notes(self):
        if not hasattr(self.connections, "it"):
            self.connections.it = sqlite3.connect(self.database, timeout=60)
        return self.connections.it

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        note = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.notes() as c:
            row = c.execute(INSERT, (note["client"], note["number"], note["text"])).lastrowid
        self.answer(201, {"id": row})

    def do_GET(self):
        if self.path == "/memory":
            self.answer(200, {"resident": resident(), "threads": threading.active_count()})
            return
        number = int(self.path.rpartition("/")[2])
        query = "select client, number, text from notes where id = ?"
        row = self.notes().execute(query, (number,)).fetchone()
        if row is None:
            self.answer(404, {"missing": number})
        else:
            self.answer(200, dict(zip(("client", "number", "text"), row, strict=True)))

    def finish(self):
        super().finish()
        if hasattr(self.connections, "it"):
            self.connections.it.close()
            del self.connections.it

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128


def serve(directory):
    Handler.database = os.path.join(directory, "notes.db")
    with sqlite3.connect(Handler.database) as c:
        c.execute("pragma journal_mode = wal")
        c.execute("create table notes (id integer primary key, client, number, text)")
    server = Server(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    # The handshake belongs to the request's own thread.
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    print(server.server_address[1], flush=True)
    server.serve_forever()


def connect(port):
    context = ssl.create_default_context(cafile=CERTIFICATE)
    return http.client.HTTPSConnection("localhost", port, timeout=300, context=context)


def ask(connection, method, path, value=None):
    body = None if value is None else json.dumps(value)
    connection.request(method, path, body)
    response = connection.getresponse()
    return response.status, json.loads(response.read())


def client(port, name, requests):
    """The answers that were wrong."""
    wrong = 0
    for start in range(0, requests, REQUESTS_PER_CONNECTION):
        c = connect(port)
        for i in range(start, min(start + REQUESTS_PER_CONNECTION, requests), 2):
            note = {"client": name, "number": i, "text": f"{name} says {i}" * 5}
            status, made = ask(c, "POST", "/notes", note)
            wrong += status != 201
            wrong += ask(c, "GET", f"/notes/{made['id']}") != (200, note)
        c.close()
    return wrong


def load(port, requests, clients):
    with concurrent.futures.ThreadPoolExecutor(clients) as pool:
        parts = [
            pool.submit(client, port, f"client {n}", requests // clients) for n in range(clients)
        ]
        return sum(p.result() for p in parts)


def main():
    requests = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    clients = int(sys.argv[2]) if len(sys.argv) > 2 else 16
    with tempfile.TemporaryDirectory() as directory:
        command = [sys.executable, __file__, "--serve", directory]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            port = int(server.stdout.readline())
            start = time.monotonic()
            wrong, sizes = 0, []
            for _ in range(3):
                wrong += load(port, requests // 3, clients)
                sizes.append(ask(connect(port), "GET", "/memory")[1])
            seconds = time.monotonic() - start
            print("wrong answers:", wrong)
            print("missing:", ask(connect(port), "GET", "/notes/99999999"))
            print("threads left:", sizes[-1]["threads"] < 8)
            grown = sizes[-1]["resident"] - sizes[0]["resident"]
            print("memory is flat:", grown < ROOM_KB)
            memory = ", ".join(f"{s['resident'] // 1024} MB" for s in sizes)
            print(f"{requests} requests in {seconds:.1f} s; {memory}", file=sys.stderr)
        finally:
            server.terminate()
            server.wait(60)
            server.stdout.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        serve(sys.argv[2])
    else:
        main()
