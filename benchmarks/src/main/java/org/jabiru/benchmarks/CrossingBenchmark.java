package org.jabiru.benchmarks;

import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Calls from a compiled Python loop into the extension {@code bench_calls}, the time of one call:
 * into C alone, with an int or a str, with an object seen before (a handle looked up) or a new one
 * (a proxy made), and from C back into Python.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
public class CrossingBenchmark {
    private static final int CALLS = 10_000;

    private static final String PROGRAM =
            """
            from bench_calls import noargs, identity, add, length, call_back

            class Thing:
                pass

            def nothing():
                pass

            def downcall(n):
                for _ in range(n):
                    noargs()

            def int_argument(n):
                total = 0
                for i in range(n):
                    total = add(total, i)
                return total

            def str_argument(n):
                for _ in range(n):
                    length("a short text")

            def known_object(n):
                thing = Thing()
                for _ in range(n):
                    thing = identity(thing)

            def new_object(n):
                for _ in range(n):
                    identity(Thing())

            def upcall(n):
                for _ in range(n):
                    call_back(nothing)
            """;

    /** The function of the program that is timed. */
    @Param({"downcall", "int_argument", "str_argument", "known_object", "new_object", "upcall"})
    public String crossing;

    private Context context;
    private Value function;

    /** Loads the extension; {@code PYTHONPATH} names its directory. */
    @Setup
    public void start() {
        context = Context.newBuilder("python").allowAllAccess(true).build();
        context.eval("python", PROGRAM);
        function = context.getBindings("python").getMember(crossing);
    }

    @TearDown
    public void stop() {
        context.close();
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Object call() {
        return function.execute(CALLS);
    }
}
