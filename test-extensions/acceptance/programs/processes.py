"""Worker processes: multiprocessing by spawn and by default, and pools of processes and threads."""

import concurrent.futures
import multiprocessing
import multiprocessing.shared_memory
import os
import queue
import sys
import time


def square(x):
    return x * x


def fail(x):
    raise LookupError(f"no {x}")


def echo(requests, answers):
    for item in iter(requests.get, None):
        answers.put((item, os.getpid() != os.getppid()))
    answers.put("end")


def talk(connection):
    while (item := connection.recv()) != "end":
        connection.send(item[::-1])
    connection.close()


def count(lock, value, times):
    for _ in range(times):
        with lock:
            value.value += 1


def write(name):
    memory = multiprocessing.shared_memory.SharedMemory(name)
    memory.buf[:5] = b"hello"
    memory.close()


def leave(status):
    sys.exit(status)


def main():
    spawn = multiprocessing.get_context("spawn")

    requests, answers = spawn.Queue(), spawn.Queue()
    process = spawn.Process(target=echo, args=(requests, answers), name="echo")
    process.start()
    for item in [1, "two", {"three": [3]}, b"x" * 100_000]:
        requests.put(item)
    requests.put(None)
    while (answer := answers.get(timeout=120)) != "end":
        print("queue", str(answer)[:60])
    process.join(60)
    print("process", process.name, process.exitcode, process.is_alive())

    here, there = spawn.Pipe()
    process = spawn.Process(target=talk, args=(there,))
    process.start()
    for item in "abc", [1, 2, 3]:
        here.send(item)
        print("pipe", here.recv())
    here.send("end")
    process.join(60)

    value, lock = spawn.Value("i", 0, lock=False), spawn.Lock()
    workers = [spawn.Process(target=count, args=(lock, value, 200)) for _ in range(2)]
    for w in workers:
        w.start()
    for w in workers:
        w.join(60)
    print("value", value.value)

    memory = multiprocessing.shared_memory.SharedMemory(create=True, size=16)
    process = spawn.Process(target=write, args=(memory.name,))
    process.start()
    process.join(60)
    print("shared", bytes(memory.buf[:5]))
    memory.close()
    memory.unlink()

    process = spawn.Process(target=leave, args=(7,))
    process.start()
    process.join(60)
    print("exit", process.exitcode)
    process = spawn.Process(target=time.sleep, args=(100,))
    process.start()
    process.terminate()
    process.join(60)
    print("terminated", process.exitcode)

    with spawn.Pool(2) as pool:
        print("pool", pool.map(square, range(10)), pool.apply(square, (12,)))
        print("async", sum(pool.imap_unordered(square, range(50), chunksize=5)))
        try:
            pool.apply(fail, (3,))
        except LookupError as e:
            print("raised", repr(e), type(e.__cause__).__name__)

    # The start method that a program gets which asks for none.
    print("default", multiprocessing.get_start_method())
    with multiprocessing.Pool(2) as pool:
        print("pool", pool.map(square, range(5)))
    process = multiprocessing.Process(target=leave, args=(3,))
    process.start()
    process.join(60)
    print("exit", process.exitcode)
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        print("executor", list(pool.map(square, range(3))))

    with spawn.Manager() as manager:
        shared = manager.dict(a=1)
        process = spawn.Process(target=shared.update, args=({"b": 2},))
        process.start()
        process.join(60)
        print("manager", sorted(shared.items()))

    with concurrent.futures.ProcessPoolExecutor(2, mp_context=spawn) as pool:
        print("executor", list(pool.map(square, range(5))))
        print("failed", repr(pool.submit(fail, 9).exception(60)))
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        done = concurrent.futures.as_completed([pool.submit(square, i) for i in range(100)])
        print("threads", sum(f.result() for f in done))
    try:
        spawn.Queue().get(timeout=0.05)
    except queue.Empty:
        print("empty")


if __name__ == "__main__":
    main()
