package org.jabiru.imports;

import java.util.List;
import java.util.Map;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.PyObject;

/**
 * Loads extension modules that are shared libraries; found with {@link java.util.ServiceLoader}.
 */
public interface ExtensionLoader {
    /**
     * {@code _imp.create_dynamic}: loads the library that the module spec names and runs its PyInit
     * function. For multi-phase initialisation (PEP 489) the module's slots run later, in {@link
     * #execute}.
     *
     * @return the module, or any object that a Py_mod_create slot made
     */
    Object create(Object spec);

    /** {@code _imp.exec_dynamic}: runs the Py_mod_exec slots; nothing for other modules. */
    void execute(PyModule module);

    /**
     * A builtin module that has a capsule for C was initialised ({@code _datetime}): it gets the
     * capsule now if there are extensions, and with the first one otherwise.
     */
    void offer(PyModule module);

    /** Whether an extension edits lines that are read from a terminal (readline). */
    boolean editsLines();

    /** A line from the terminal, with its end; empty at the end of the input. */
    PyBytes editedLine(byte[] prompt);

    /** How many objects C code can point to now. */
    long nativeObjects();

    /** The interpreter ends, and then perhaps the process: C may ask whether it does. */
    void finalizing();

    /**
     * Whether functions of C run at the end ({@code Py_AtExit}) that may look at what is left:
     * modules, and what they hold, end before.
     */
    boolean hasExitFunctions();

    /** The modules are over: forgets those that C would find again. */
    void forgetModules();

    /**
     * Forgets a module of single-phase initialisation: the next import of it is the first again.
     */
    void forgetModule(String name, String file);

    /**
     * The current thread has come to another interpreter of the main one's lock: C sees its state
     * there.
     *
     * @return what {@link #leaveInterpreter} wants, for C to see the former one
     */
    long enterInterpreter(long id);

    /** The current thread is about to leave an interpreter. */
    void leaveInterpreter(long entered);

    /** A subinterpreter ends, which the current thread is in: calls C's functions for that. */
    void interpreterEnds(long id);

    /** A subinterpreter is over: C forgets it. */
    void interpreterEnded(long id);

    /** Whether threads that C made have run Python code. */
    boolean hadThreadsOfC();

    /** The JVM is about to collect: until {@link #recogniseCycles} no Python code runs. */
    void suspectCycles();

    /** The JVM has collected: finds the cycles through C that nothing keeps. */
    void recogniseCycles();

    /**
     * Ends the cycles that were recognised.
     *
     * @param finalized whether finalizers ran since
     * @return how many objects that were, or -1 when the JVM is to collect once more, because a
     *     finalizer may have kept something
     */
    int endCycles(boolean finalized);

    /** Collects the cycles that are C's alone; returns how many objects that were. */
    int collectNativeCycles();

    /** {@code gc.collect}: lets go of the native memory of what was just collected. */
    void afterCollection();

    /** What an object refers to by native memory alone. */
    List<Object> nativeReferents(PyObject o);

    /** How many references to an object C has; 0 for one that C does not know. */
    long nativeReferences(PyObject o);

    /** Whether an object is memory of C's. */
    boolean isInstanceOfC(PyObject o);

    /** Whether an extension's object takes part in cyclic garbage collection. */
    boolean isTracked(PyObject o);

    /** Whether the finalizer of an extension's object was called. */
    boolean isFinalized(PyObject o);

    /** How often C called which function of Java's, or null when that is not counted. */
    Map<String, Long> upcalls();

    /** The bytes of native memory that objects take now. */
    long nativeBytes();
}
