package org.jabiru.capi;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jabiru.Home;
import org.jabiru.NativeAccess;
import org.jabiru.PythonContext;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.capi.api.DatetimeApi;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.capi.modules.CtypesObjects;
import org.jabiru.capi.modules.ExtensionModules;
import org.jabiru.capi.modules.ModuleDefinition;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.libc.NativeMemory;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Repr;

/** Loads extension modules through the C-API emulation. */
public final class CapiExtensionLoader implements ExtensionLoader {
    /** Modules with a capsule for C. */
    private static final String[] OFFERING = {"_datetime", "datetime"};

    /** What a single-phase module with global state (m_size -1) was filled with. */
    private record Content(long definition, PyDict values) {}

    private final Map<String, Content> contents = new HashMap<>();

    /** The C-API: that of the main interpreter, for all that share its lock. */
    private CapiContext started;

    /** The C-API, which some extension module has started. */
    public static CapiContext current() {
        return ((CapiExtensionLoader) ImpModule.loaderOrNull()).started;
    }

    private CapiContext capi() {
        if (started == null) {
            PythonContext python = PythonContext.get();
            started = new CapiContext(python.mainInterpreter, NativeLibrary.open(Home.directory()));
            for (String name : OFFERING) {
                if (python.modules.get(name) instanceof PyModule known
                        && DatetimeApi.isOurs(known)) {
                    DatetimeApi.offer(started, known);
                }
            }
        }
        return started;
    }

    @Override
    public void offer(PyModule module) {
        CapiContext capi = started;
        if (capi != null) {
            DatetimeApi.offer(capi, module);
        }
    }

    @Override
    public Object create(Object spec) {
        String name = Str.java(Repr.str(Attributes.get(spec, "name")));
        String file = Str.java(Repr.str(Attributes.get(spec, "origin")));
        PyModule known = ExtensionModules.get().singlePhase.get(key(name, file));
        if (known != null && definitionOf(HandleTable.of(known)) == 0) {
            return known;
        }
        requireNativeAccess(name, file);
        CapiContext capi = capi();
        Content content = contents.get(key(name, file));
        if (content != null) {
            return again(capi, content, name, file);
        }
        if (!file.endsWith(".abi3.so")) {
            capi.slotFunctions.fillBuiltinTypes();
            capi.crossing.fillLists();
        }
        if (LibraryFile.isTruncated(file)) {
            // CPython: the process is killed by SIGBUS; here: an error in the linker's words.
            throw importError(file + ": file too short", name, file);
        }
        long library = NativeLibrary.dlopen(file);
        if (library == 0) {
            String why = NativeLibrary.lastError();
            throw why.contains("undefined symbol") && isOfLibrary(file)
                    ? notFound(why, name, file)
                    : importError(withHint(why, file), name, file);
        }
        String function = initFunctionName(name);
        long init = NativeLibrary.dlsym(library, function);
        if (init == 0) {
            throw importError(
                    "dynamic module does not define module export function (" + function + ")",
                    name,
                    file);
        }
        return initialise(capi, init, spec, name, file);
    }

    /** Of a symbol of Python's, says how to learn what else is missing. */
    private static String withHint(String why, String file) {
        return why.contains("undefined symbol: Py") || why.contains("undefined symbol: _Py")
                ? why + " (jabiru abi-check " + file + " tells which symbols are missing)"
                : why;
    }

    /** What an extension does nobody can limit: only where the embedder allows it. */
    private static void requireNativeAccess(String name, String file) {
        if (!PythonContext.get().env().isNativeAccessAllowed()) {
            throw importError(
                    "cannot load the extension module "
                            + name
                            + ": this context does not allow native access"
                            + " (Context.Builder.allowNativeAccess)",
                    name,
                    file);
        }
        try {
            // The cheapest thing that Java lets only those do who may call native code.
            MemorySegment.NULL.reinterpret(0);
        } catch (IllegalCallerException e) {
            throw importError(
                    "cannot load the extension module "
                            + name
                            + ": "
                            + NativeAccess.hint(CapiExtensionLoader.class),
                    name,
                    file);
        }
    }

    private static String initFunctionName(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean ascii = last.chars().allMatch(c -> c < 128);
        return ascii ? "PyInit_" + last : "PyInitU_" + Punycode.encode(last).replace('-', '_');
    }

    private Object initialise(CapiContext capi, long init, Object spec, String name, String file) {
        String outer = capi.moduleBeingInitialised;
        capi.moduleBeingInitialised = name;
        long p;
        capi.boundary.enter();
        try {
            p = capi.state.functions.jabiru_object_call0(init);
        } finally {
            capi.boundary.leave();
            capi.moduleBeingInitialised = outer;
        }
        capi.specTypes.moduleInitialised();
        if (p == 0) {
            PyException e = capi.errors.takeFromModule("initialization of " + shortName(name));
            throw e != null
                    ? e
                    : Errors.systemError(
                            "initialization of %s failed without raising an exception",
                            shortName(name));
        }
        if (ObjectLayout.type(p) == 0) {
            throw Errors.systemError(
                    "init function of %s returned uninitialized object", shortName(name));
        }
        if (ModuleDefinition.isDefinition(capi, p)) {
            return new ModuleDefinition(capi, p).create(spec, name);
        }
        Object made = capi.crossing.stolen(p);
        if (!(made instanceof PyModule module)) {
            throw Errors.systemError(
                    "initialization of %s did not return an extension module", shortName(name));
        }
        if (module.dict.get("__file__") == null) {
            module.dict.put("__file__", Str.of(file));
        }
        ModuleDefinition.requireAllowed(name);
        long definition = definitionOf(HandleTable.of(module));
        remember(module, definition, name, file);
        if (definition != 0 && !new ModuleDefinition(capi, definition).canBeMadeAgain()) {
            PyDict values = new PyDict();
            values.copyFrom(module.dict);
            contents.put(key(name, file), new Content(definition, values));
        }
        return module;
    }

    /** From now on an import, and PyState_FindModule, find a module of this interpreter. */
    private static void remember(PyModule module, long definition, String name, String file) {
        ExtensionModules known = ExtensionModules.get();
        known.singlePhase.put(key(name, file), module);
        if (definition != 0) {
            known.byDefinition.put(definition, module);
        }
    }

    private static String key(String name, String file) {
        return file + "\0" + name;
    }

    /**
     * A module with global state is loaded again, perhaps by another interpreter: the same things,
     * in the module of that name when there is one.
     */
    private static PyModule again(CapiContext capi, Content content, String name, String file) {
        ModuleDefinition.requireAllowed(name);
        PyModule module =
                PythonContext.get().modules.get(name) instanceof PyModule existing
                        ? existing
                        : PyModule.named(Str.of(name));
        for (int i = content.values.first(); i >= 0; i = content.values.next(i)) {
            module.dict.put(content.values.keyAt(i), content.values.valueAt(i));
        }
        new ModuleDefinition(capi, content.definition).bind(module);
        remember(module, content.definition, name, file);
        return module;
    }

    /** The address of the PyModuleDef of a module that C made, else 0. */
    private static long definitionOf(Handle handle) {
        return handle == null ? 0 : Memory.getLong(handle.address + ModuleDefinition.MODULE_DEF);
    }

    private static String shortName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isOfLibrary(String file) {
        Object prefix = PythonContext.get().sys.dict.get("base_exec_prefix");
        return file.startsWith(Str.java(Repr.str(prefix)) + "/lib/python3.14/lib-dynload/");
    }

    /**
     * A module of the library that asks for CPython's insides is one that this Python was built
     * without: what falls back on another way expects that.
     */
    private static PyException notFound(String why, String name, String file) {
        String message = "No module named '" + name + "' (" + why + ")";
        return importError(ExceptionTypes.ModuleNotFoundError, message, name, file);
    }

    private static PyException importError(String message, String name, String file) {
        return importError(ExceptionTypes.ImportError, message, name, file);
    }

    private static PyException importError(PyType type, String message, String name, String file) {
        PyException e = Errors.of(type, Str.of(message));
        Attributes.set(e.exception(), "name", Str.of(name));
        Attributes.set(e.exception(), "path", Str.of(file));
        return e;
    }

    @Override
    public void execute(PyModule module) {
        var handle = HandleTable.of(module);
        long definition = definitionOf(handle);
        if (definition != 0
                && Memory.getLong(handle.address + ModuleDefinition.MODULE_STATE) == 0) {
            new ModuleDefinition(capi(), definition).execute(module, handle.address);
            capi().specTypes.moduleInitialised();
            if (module.dict.get("__name__") instanceof TruffleString name
                    && Str.java(name).equals("_ctypes")) {
                CtypesObjects.replaceIn(module);
            }
        }
    }

    @Override
    public long enterInterpreter(long id) {
        return started == null ? 0 : started.state.functions.jabiru_interpreter_visit(id);
    }

    @Override
    public void leaveInterpreter(long entered) {
        if (started != null) {
            started.state.functions.jabiru_interpreter_back(entered);
        }
    }

    @Override
    public void interpreterEnds(long id) {
        ExtensionModules.get().clear();
        if (started != null) {
            started.boundary.enter();
            try {
                started.state.functions.jabiru_interpreter_clear(id);
            } finally {
                started.boundary.leave();
            }
        }
    }

    @Override
    public void interpreterEnded(long id) {
        if (started != null) {
            started.state.functions.jabiru_interpreter_free(id);
        }
    }

    @Override
    public void finalizing() {
        CapiContext capi = started;
        if (capi != null && PythonContext.get().isMainInterpreter()) {
            capi.state.functions.jabiru_set_finalizing();
        }
    }

    @Override
    public boolean hasExitFunctions() {
        CapiContext capi = started;
        return capi != null
                && PythonContext.get().isMainInterpreter()
                && capi.state.functions.jabiru_exit_functions() > 0;
    }

    @Override
    public void forgetModules() {
        ExtensionModules.get().clear();
    }

    @Override
    public void forgetModule(String name, String file) {
        ExtensionModules known = ExtensionModules.get();
        Content content = contents.remove(key(name, file));
        PyModule module = known.singlePhase.remove(key(name, file));
        if (content != null) {
            known.byDefinition.remove(content.definition);
        } else if (module != null) {
            known.byDefinition.remove(definitionOf(HandleTable.of(module)));
        }
    }

    @Override
    public boolean hadThreadsOfC() {
        CapiContext capi = started;
        return capi != null && capi.hadThreadsOfC();
    }

    @Override
    public long nativeObjects() {
        CapiContext capi = started;
        if (capi == null) {
            return 0;
        }
        capi.boundary.drainIfIdle();
        return capi.handles.liveCount();
    }

    @Override
    public void suspectCycles() {
        CapiContext capi = started;
        if (capi != null) {
            capi.cycles.suspect();
        }
    }

    @Override
    public void recogniseCycles() {
        CapiContext capi = started;
        if (capi != null) {
            capi.cycles.recognise();
        }
    }

    @Override
    public int endCycles(boolean finalized) {
        CapiContext capi = started;
        return capi == null ? 0 : capi.cycles.end(finalized);
    }

    @Override
    public int collectNativeCycles() {
        CapiContext capi = started;
        return capi == null ? 0 : capi.cycles.collectForC();
    }

    @Override
    public List<Object> nativeReferents(PyObject o) {
        CapiContext capi = started;
        return capi == null ? List.of() : capi.cycles.referents(o);
    }

    @Override
    public boolean editsLines() {
        CapiContext capi = started;
        return capi != null && capi.state.functions.jabiru_edits_lines() != 0;
    }

    @Override
    public PyBytes editedLine(byte[] prompt) {
        CapiContext capi = started;
        long line;
        capi.boundary.enter();
        try (NativeMemory memory = new NativeMemory()) {
            line = capi.state.functions.jabiru_edited_line(memory.string(prompt));
        } finally {
            capi.boundary.leave();
        }
        return (PyBytes) capi.calls.result(line, Str.of("input"));
    }

    @Override
    public long nativeReferences(PyObject o) {
        Handle h = HandleTable.of(o);
        if (h == null) {
            return 0;
        }
        // An instance's wrapper has one of its references.
        long count = ObjectLayout.refcount(h.address);
        return h.kind == Handle.Kind.INSTANCE ? count - 1 : count;
    }

    @Override
    public boolean isInstanceOfC(PyObject o) {
        Handle h = HandleTable.of(o);
        return h != null && h.kind == Handle.Kind.INSTANCE;
    }

    @Override
    public boolean isTracked(PyObject o) {
        return hasFlag(o, ObjectLayout.FLAG_TRACKED);
    }

    @Override
    public boolean isFinalized(PyObject o) {
        return hasFlag(o, ObjectLayout.FLAG_FINALIZED);
    }

    private static boolean hasFlag(PyObject o, int flag) {
        Handle h = HandleTable.of(o);
        return h != null && h.isOurs() && (ObjectLayout.flags(h.address) & flag) != 0;
    }

    @Override
    public void afterCollection() {
        CapiContext capi = started;
        if (capi != null) {
            capi.boundary.drainIfIdle();
        }
    }

    @Override
    public Map<String, Long> upcalls() {
        CapiContext capi = started;
        return capi == null || capi.upcallCounts == null ? null : capi.upcallCounts.byName();
    }

    @Override
    public long nativeBytes() {
        CapiContext capi = started;
        if (capi == null) {
            return 0;
        }
        capi.crossing.clearCaches();
        capi.boundary.drainIfIdle();
        return capi.state.functions.jabiru_live_bytes();
    }
}
