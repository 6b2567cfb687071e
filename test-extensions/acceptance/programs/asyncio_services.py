"""Servers, clients, subprocesses and timeouts of asyncio."""

import asyncio
import contextlib
import os
import signal
import sys
import tempfile

CHILD = "import sys; [print(line.upper(), end='', flush=True) for line in sys.stdin]"


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line[::-1].lstrip(b"\n") + b"\n")
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def ask(port, number):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for i in range(20):
        writer.write(f"{number}-{i}\n".encode())
        answers.append((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()
    return answers == [f"{number}-{i}"[::-1] for i in range(20)]


async def tcp():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        answers = await asyncio.gather(*(ask(port, n) for n in range(50)))
    print("tcp", len(answers), all(answers))


async def unix():
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "socket")
        async with await asyncio.start_unix_server(serve, path):
            reader, writer = await asyncio.open_unix_connection(path)
            writer.write(b"abc\n")
            print("unix", await reader.readline())
            writer.close()
            await writer.wait_closed()


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self, got):
        self.got = got

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        if data.startswith(b"ping"):
            self.transport.sendto(b"pong" + data[4:], address)
        else:
            self.got.set_result(data)


async def udp():
    loop = asyncio.get_running_loop()
    got = loop.create_future()
    server, _ = await loop.create_datagram_endpoint(
        lambda: Datagrams(got), local_addr=("127.0.0.1", 0)
    )
    client, _ = await loop.create_datagram_endpoint(
        lambda: Datagrams(got), remote_addr=server.get_extra_info("sockname")
    )
    client.sendto(b"ping 1")
    print("udp", await asyncio.wait_for(got, 30))
    client.close()
    server.close()


async def subprocesses():
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CHILD, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    child.stdin.write(b"one\n")
    print("child", await child.stdout.readline())
    out, _ = await child.communicate(b"two\nthree\n")
    print("child", out, child.returncode)

    shells = [
        await asyncio.create_subprocess_shell(f"echo {n}; exit {n}", stdout=asyncio.subprocess.PIPE)
        for n in range(8)
    ]
    outs = await asyncio.gather(*(s.communicate() for s in shells))
    print("shells", [o for o, _ in outs], [s.returncode for s in shells])

    sleeper = await asyncio.create_subprocess_exec("sleep", "1000")
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(0.2):
            await sleeper.wait()
    sleeper.terminate()
    print("terminated", await sleeper.wait())


async def tasks():
    async def fails():
        await asyncio.sleep(0.01)
        raise LookupError("task")

    async def waits():
        try:
            await asyncio.sleep(1000)
        except asyncio.CancelledError:
            print("cancelled")
            raise

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            group.create_task(waits())
    except Exception as e:
        print(type(e).__name__, e.exceptions)
    queue = asyncio.Queue(2)

    async def produce():
        for i in range(10):
            await queue.put(i)
        queue.shutdown()

    async with asyncio.TaskGroup() as group:
        group.create_task(produce())
        got = []
        with contextlib.suppress(asyncio.QueueShutDown):
            while True:
                got.append(await queue.get())
    print("queue", got)
    print("thread", await asyncio.to_thread(sum, range(100)))


async def signals():
    loop = asyncio.get_running_loop()
    arrived = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, arrived.set)
    os.kill(os.getpid(), signal.SIGUSR1)
    await asyncio.wait_for(arrived.wait(), 30)
    print("signal", loop.remove_signal_handler(signal.SIGUSR1))


async def main():
    for part in tcp, unix, udp, subprocesses, tasks, signals:
        await part()


asyncio.run(main())
