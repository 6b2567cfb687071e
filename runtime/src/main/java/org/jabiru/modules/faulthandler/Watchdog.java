package org.jabiru.modules.faulthandler;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jabiru.PythonContext;

/** The thread behind {@code faulthandler.dump_traceback_later}. */
final class Watchdog {
    private final CountDownLatch cancelled = new CountDownLatch(1);

    Watchdog(PythonContext context, double seconds, boolean repeat, int fd, boolean exit) {
        long micros = Math.max(1, (long) (seconds * 1e6));
        Thread thread =
                new Thread(() -> run(context, micros, repeat, fd, exit), "faulthandler watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    void cancel() {
        cancelled.countDown();
    }

    private void run(PythonContext context, long micros, boolean repeat, int fd, boolean exit) {
        try {
            do {
                if (cancelled.await(micros, TimeUnit.MICROSECONDS)) {
                    return;
                }
                String text = "Timeout (" + clock(micros) + ")!\n";
                StackDump.write(fd, text + StackDump.ofAllThreads(context, null));
                if (exit) {
                    Runtime.getRuntime().halt(1);
                }
            } while (repeat);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String clock(long micros) {
        Duration d = Duration.ofNanos(micros * 1000);
        String text =
                String.format("%d:%02d:%02d", d.toHours(), d.toMinutesPart(), d.toSecondsPart());
        long rest = micros % 1_000_000;
        return rest == 0 ? text : text + String.format(".%06d", rest);
    }
}
