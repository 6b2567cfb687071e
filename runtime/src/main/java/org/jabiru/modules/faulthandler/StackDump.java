package org.jabiru.modules.faulthandler;

import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.frame.ThreadSurvey;
import org.jabiru.libc.FsEncoding;
import org.jabiru.modules.gc.Collection;
import org.jabiru.modules.posix.FileDescriptor;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Repr;

/** The stacks of threads as text, in the form in which {@code faulthandler} writes them. */
final class StackDump {
    static final String HEADING = "Stack (most recent call first):\n";

    static final String NO_C_STACK =
            "Current thread's C stack trace (most recent call first):\n"
                    + "  <cannot get C stack on this system>\n";

    private static final int LONGEST = 100;
    private static final int LONGEST_NAME = 500;

    private StackDump() {}

    /** The Python frames of this thread, a line each, the innermost first. */
    static String ofThisThread() {
        StringBuilder out = new StringBuilder();
        if (Collection.isOfThisThread()) {
            out.append("  Garbage-collecting\n");
        }
        PyFrame frame = Frames.current(0);
        if (frame == null) {
            out.append("  <no Python frame>\n");
        }
        for (int depth = 0; frame != null; depth++) {
            if (depth == LONGEST) {
                out.append("  ...\n");
                break;
            }
            Object code = Attributes.get(frame, "f_code");
            out.append("  File \"").append(text(Attributes.get(code, "co_filename")));
            out.append("\", line ").append(text(Attributes.get(frame, "f_lineno")));
            out.append(" in ").append(text(Attributes.get(code, "co_name"))).append('\n');
            frame = Frames.current(depth + 1);
        }
        return out.toString();
    }

    private static String text(Object o) {
        String all = Str.java(Repr.str(o));
        return all.length() <= LONGEST_NAME ? all : all.substring(0, LONGEST_NAME) + "...";
    }

    /**
     * The stacks of all threads of the context. May be called from any thread.
     *
     * @param current the thread that is named so and comes last, or null
     */
    static String ofAllThreads(PythonContext context, Thread current) {
        Map<Thread, String> stacks = ThreadSurvey.ask(context, StackDump::ofThisThread);
        if (current == Thread.currentThread()) {
            stacks.put(current, ofThisThread());
        }
        stacks.computeIfAbsent(context.mainThread, StackDump::javaStack);
        StringBuilder out = new StringBuilder();
        stacks.forEach((thread, stack) -> {
            if (thread != current) {
                out.append(out.isEmpty() ? "" : "\n");
                out.append(heading("Thread", thread)).append(stack);
            }
        });
        if (current != null && stacks.containsKey(current)) {
            out.append(out.isEmpty() ? "" : "\n");
            out.append(heading("Current thread", current)).append(stacks.get(current));
        }
        return out.toString();
    }

    /** The stack of the thread that gets the signals. */
    static String ofMainThread(PythonContext context) {
        Map<Thread, String> stacks = ThreadSurvey.ask(context, StackDump::ofThisThread);
        return stacks.computeIfAbsent(context.mainThread, StackDump::javaStack);
    }

    /** Where a thread is that does not answer. */
    private static String javaStack(Thread thread) {
        StringBuilder out = new StringBuilder("  <busy outside of Python code>\n");
        StackTraceElement[] elements = thread.getStackTrace();
        for (int i = 0; i < Math.min(elements.length, LONGEST); i++) {
            out.append("  at ").append(elements[i]).append('\n');
        }
        return out.toString();
    }

    static String heading(String what, Thread thread) {
        return String.format(
                "%s 0x%016x [%s] (most recent call first):%n",
                what, thread.threadId(), thread.getName());
    }

    static void write(int fd, String text) {
        byte[] bytes = FsEncoding.encode(Str.of(text));
        FileDescriptor.write(fd, bytes, 0, bytes.length);
    }
}
