"""What the machine and its processes are doing; the figures differ, so their forms are shown."""

import os
import subprocess
import sys
import time

import psutil


def main():
    me = psutil.Process()
    print(me.pid == os.getpid(), me.ppid() == os.getppid(), me.is_running())
    print(me.cwd() == os.getcwd(), os.path.basename(sys.argv[0]) in " ".join(me.cmdline()))
    with me.oneshot():
        times, memory = me.cpu_times(), me.memory_info()
    print(type(times).__name__, times._fields, times.user > 0)
    print(type(memory).__name__, memory._fields, memory.rss > 1 << 20)
    print(0 < me.memory_percent() < 100, me.num_threads() >= 1, me.nice(), me.ionice())
    print(me.uids()._fields, me.uids().real == os.getuid(), me.gids().effective == os.getegid())
    print(sorted(me.as_dict(["pid", "nice", "status"])), me == psutil.Process(me.pid))
    with open(__file__) as file:
        print(file.name in [f.path for f in me.open_files()], me.num_fds() > 2)
    print(me.rlimit(psutil.RLIMIT_NOFILE) == psutil.Process().rlimit(psutil.RLIMIT_NOFILE))
    print(me.cpu_affinity() == sorted(os.sched_getaffinity(0)))

    child = subprocess.Popen(["sleep", "60"])
    it = psutil.Process(child.pid)
    while not it.cmdline():  # not yet what it will be
        time.sleep(0.01)
    print(it.name(), it.cmdline(), it in me.children(), it.parent() == me, it.exe() != "")
    it.suspend()
    it.resume()
    it.terminate()
    gone, alive = psutil.wait_procs([it], timeout=10)
    print(len(gone), len(alive), it.is_running(), child.wait())

    print(psutil.cpu_count() == os.cpu_count(), psutil.cpu_count(logical=False) >= 1)
    print(psutil.cpu_times()._fields[:4], len(psutil.cpu_times(percpu=True)) == psutil.cpu_count())
    print(0 <= psutil.cpu_percent(interval=0.05) <= 100, len(psutil.getloadavg()))
    memory = psutil.virtual_memory()
    print(memory._fields, memory.total == os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    print(psutil.swap_memory()._fields, psutil.boot_time() > 1e9)
    usage, stat = psutil.disk_usage("/"), os.statvfs("/")
    print(usage._fields, usage.total == stat.f_blocks * stat.f_frsize)
    print(all(p.mountpoint for p in psutil.disk_partitions(all=True)))
    print("lo" in psutil.net_if_addrs(), psutil.net_if_stats()["lo"].isup)
    print([a.address for a in psutil.net_if_addrs()["lo"]][0], psutil.net_io_counters()._fields[:2])
    print(me.pid in psutil.pids(), psutil.pid_exists(me.pid), psutil.pid_exists(2**22 + 5))
    for call in (
        lambda: psutil.Process(2**22 + 5),
        lambda: psutil.Process(-1),
        lambda: psutil.Process("text"),
        lambda: psutil.disk_usage("/no such directory"),
        lambda: me.rlimit(psutil.RLIMIT_NOFILE, (5,)),
        lambda: me.cpu_affinity([9999]),
    ):
        try:
            print("accepted", call())
        except (psutil.Error, TypeError, ValueError, OSError) as error:
            print("rejected", type(error).__name__, getattr(error, "errno", None), error)


main()
