package org.jabiru.modules.testinternalcapi;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyMethodDescriptor;
import org.jabiru.builtins.function.SpecialMethodDocs;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.compiler.Docstrings;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.modules.contextvars.PersistentMap;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.modules.interpreters.Interpreters;
import org.jabiru.modules.thread.Blocking;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/**
 * {@code _testinternalcapi}: CPython's own is about its insides, and some of its test files import
 * it whatever they test. Here are the questions that have an answer for any Python.
 */
@BuiltinModule("_testinternalcapi")
public final class TestInternalCapiModule {
    /** More calls than it takes until code has specialised itself for what it was called with. */
    private static final long SPECIALIZATION_THRESHOLD = 100;

    /** Turns of a loop after which CPython's JIT, where it has one, compiles it. */
    private static final long TIER2_THRESHOLD = 4096;

    private TestInternalCapiModule() {}

    /** As many calls as an interpreter has places for. */
    private static final int MOST_PENDING = 300;

    /** Adds the constant. */
    public static void initialize(PyModule module) {
        module.dict.put("SPECIALIZATION_THRESHOLD", SPECIALIZATION_THRESHOLD);
        module.dict.put("TIER2_THRESHOLD", TIER2_THRESHOLD);
        // What sys.getsizeof adds for the collector, and the sizes of C's types.
        module.dict.put("SIZEOF_PYGC_HEAD", 16L);
        module.dict.put("SIZEOF_MANAGED_PRE_HEADER", 16L);
        module.dict.put("SIZEOF_PYOBJECT", 16L);
        module.dict.put("SIZEOF_TIME_T", 8L);
    }

    /** Whether the attributes of an instance are kept in the way that CPython calls inline. */
    @Builtin("has_inline_values(object, /)")
    static boolean hasInlineValues(Object object) {
        return object instanceof PyObject o
                && TypeLayout.hasInlineValues(o.type())
                && (o.getShape().getFlags() & PyObject.HAS_DICT) == 0;
    }

    @Builtin("hamt()")
    static Object hamt() {
        return new HamtType.Hamt(PersistentMap.EMPTY);
    }

    @Builtin("pymem_getallocatorsname()")
    static Object allocatorsName() {
        return Str.name("malloc");
    }

    /** The value for a key whose hash is given. */
    @Builtin("dict_getitem_knownhash(mp, key, hash, /)")
    static Object dictGetItemKnownHash(Object dict, Object key, long hash) {
        if (!(dict instanceof PyDict d)) {
            throw Errors.systemError("bad internal call: a dict is expected");
        }
        int position = d.find(key, hash);
        if (position < 0) {
            throw Errors.keyError(key);
        }
        return d.valueAt(position);
    }

    /** How the compiler removes the indentation of docstrings. */
    @Builtin("compiler_cleandoc(doc, /)")
    static String compilerCleandoc(TruffleString doc) {
        return Docstrings.clean(Str.java(doc));
    }

    /** Has a thread of the interpreter make calls soon; gives back how many it will make. */
    @Builtin(
            "pending_threadfunc(callback, num=1, interpid=None, *, blocking=False,"
                    + " ensure_added=False)")
    static long pendingThreadFunction(
            Object callback, long num, Object interpid, Object blocking, Object ensureAdded) {
        long count = Math.min(num, MOST_PENDING);
        PendingCalls calls = PendingCalls.of(PythonContext.get());
        for (long i = 0; i < count; i++) {
            calls.add(() -> Call.call(callback));
        }
        return count;
    }

    /** Has an interpreter make a call; gives back the id of the one that made it. */
    @Builtin("pending_identify(interpid, /)")
    static long pendingIdentify(Object id) {
        AtomicLong answer = new AtomicLong();
        CountDownLatch made = new CountDownLatch(1);
        PendingCalls.of(Interpreters.get().find(id).context())
                .add(() -> {
                    answer.set(Interpreters.current().id);
                    made.countDown();
                });
        Blocking.run(() -> {
            made.await();
            return true;
        });
        return answer.get();
    }

    /** Has the next import of an extension module be the first again. */
    @Builtin("clear_extension(name, filename, /)")
    static void clearExtension(TruffleString name, TruffleString fileName) {
        ExtensionLoader loader = ImpModule.loaderOrNull();
        if (loader != null) {
            loader.forgetModule(Str.java(name), Str.java(fileName));
        }
    }

    /** The types that CPython has in its own memory: those that no code makes at run time. */
    @Builtin("get_static_builtin_types()")
    static Object getStaticBuiltinTypes() {
        PyList out = new PyList();
        addStaticTypes(ObjectType.TYPE, out, new HashSet<>());
        return out;
    }

    private static void addStaticTypes(PyType type, PyList out, Set<PyType> seen) {
        if (TypeLayout.isAllocated(type) || !seen.add(type)) {
            return;
        }
        out.append(type);
        for (Object subclass : type.subclasses()) {
            addStaticTypes((PyType) subclass, out, seen);
        }
    }

    /** The special methods that stand for places in a type of C's. */
    @Builtin("identify_type_slot_wrappers()")
    static Object identifyTypeSlotWrappers() {
        PyList out = new PyList();
        for (String name : SpecialMethodDocs.names()) {
            if (PyMethodDescriptor.isSpecial(name)) {
                out.append(Str.name(name));
            }
        }
        return out;
    }

    @Builtin("get_recursion_depth()")
    static long getRecursionDepth() {
        return PythonContext.get().threadState().depth;
    }
}
