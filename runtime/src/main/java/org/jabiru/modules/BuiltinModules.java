package org.jabiru.modules;

import org.jabiru.PythonContext;
import org.jabiru.builtins.codecs.CodecsModuleTable;
import org.jabiru.modules.abc.AbcModuleTable;
import org.jabiru.modules.array.ArrayModule;
import org.jabiru.modules.array.ArrayModuleTable;
import org.jabiru.modules.ast.AstModule;
import org.jabiru.modules.atexit.AtexitModuleTable;
import org.jabiru.modules.binascii.BinasciiModule;
import org.jabiru.modules.binascii.BinasciiModuleTable;
import org.jabiru.modules.bisect.BisectModuleTable;
import org.jabiru.modules.builtins.BuiltinsModule;
import org.jabiru.modules.cmath.CmathModule;
import org.jabiru.modules.cmath.CmathModuleTable;
import org.jabiru.modules.collections.CollectionsModule;
import org.jabiru.modules.collections.CollectionsModuleTable;
import org.jabiru.modules.contextvars.ContextVarsModule;
import org.jabiru.modules.contextvars.ContextVarsModuleTable;
import org.jabiru.modules.datetime.DatetimeModule;
import org.jabiru.modules.errno.ErrnoModule;
import org.jabiru.modules.faulthandler.FaultHandlerModuleTable;
import org.jabiru.modules.functools.FunctoolsModule;
import org.jabiru.modules.functools.FunctoolsModuleTable;
import org.jabiru.modules.gc.GcModule;
import org.jabiru.modules.gc.GcModuleTable;
import org.jabiru.modules.heapq.HeapqModuleTable;
import org.jabiru.modules.host.HostModules;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.modules.imp.ImpModuleTable;
import org.jabiru.modules.interpreters.ChannelsModule;
import org.jabiru.modules.interpreters.ChannelsModuleTable;
import org.jabiru.modules.interpreters.InterpreterTestFunctionsTable;
import org.jabiru.modules.interpreters.InterpretersModule;
import org.jabiru.modules.interpreters.InterpretersModuleTable;
import org.jabiru.modules.interpreters.QueuesModule;
import org.jabiru.modules.interpreters.QueuesModuleTable;
import org.jabiru.modules.io.IoModule;
import org.jabiru.modules.io.IoModuleTable;
import org.jabiru.modules.itertools.ItertoolsModule;
import org.jabiru.modules.itertools.ItertoolsModuleTable;
import org.jabiru.modules.jabiru.JabiruModuleTable;
import org.jabiru.modules.json.JsonModule;
import org.jabiru.modules.json.JsonModuleTable;
import org.jabiru.modules.locale.LocaleModule;
import org.jabiru.modules.locale.LocaleModuleTable;
import org.jabiru.modules.locale.MessageCatalogsTable;
import org.jabiru.modules.marshal.MarshalModule;
import org.jabiru.modules.marshal.MarshalModuleTable;
import org.jabiru.modules.math.IntegerMathTable;
import org.jabiru.modules.math.MathModule;
import org.jabiru.modules.math.MathModuleTable;
import org.jabiru.modules.math.SumsTable;
import org.jabiru.modules.opcode.OpcodeModule;
import org.jabiru.modules.opcode.OpcodeModuleTable;
import org.jabiru.modules.operator.OperatorModule;
import org.jabiru.modules.operator.OperatorModuleTable;
import org.jabiru.modules.pickle.PickleModule;
import org.jabiru.modules.pickle.PickleModuleTable;
import org.jabiru.modules.posix.PosixDescriptorsTable;
import org.jabiru.modules.posix.PosixFilesTable;
import org.jabiru.modules.posix.PosixModule;
import org.jabiru.modules.posix.PosixPathsTable;
import org.jabiru.modules.posix.PosixProcessTable;
import org.jabiru.modules.posix.PosixSchedulingTable;
import org.jabiru.modules.posix.PosixSpawningTable;
import org.jabiru.modules.posix.PosixSubprocessModuleTable;
import org.jabiru.modules.posix.PosixSystemTable;
import org.jabiru.modules.posix.PosixUsersTable;
import org.jabiru.modules.posix.PosixWaitingTable;
import org.jabiru.modules.pwd.PwdModule;
import org.jabiru.modules.pwd.PwdModuleTable;
import org.jabiru.modules.queue.QueueModule;
import org.jabiru.modules.random.RandomModule;
import org.jabiru.modules.select.SelectModule;
import org.jabiru.modules.select.SelectModuleTable;
import org.jabiru.modules.sha2.Sha2Module;
import org.jabiru.modules.sha2.Sha2ModuleTable;
import org.jabiru.modules.signal.SignalModule;
import org.jabiru.modules.signal.SignalModuleTable;
import org.jabiru.modules.sre.SreModule;
import org.jabiru.modules.sre.SreModuleTable;
import org.jabiru.modules.stat.StatModule;
import org.jabiru.modules.stat.StatModuleTable;
import org.jabiru.modules.string.StringModuleTable;
import org.jabiru.modules.struct.StructModule;
import org.jabiru.modules.struct.StructModuleTable;
import org.jabiru.modules.suggestions.SuggestionsModuleTable;
import org.jabiru.modules.symtable.SymtableModule;
import org.jabiru.modules.symtable.SymtableModuleTable;
import org.jabiru.modules.sys.SysAttributes;
import org.jabiru.modules.sys.SysFramesTable;
import org.jabiru.modules.sys.SysHooksTable;
import org.jabiru.modules.sys.SysModuleTable;
import org.jabiru.modules.sysconfig.SysconfigModuleTable;
import org.jabiru.modules.testinternalcapi.CodeVariablesTable;
import org.jabiru.modules.testinternalcapi.LocaleFunctionsTable;
import org.jabiru.modules.testinternalcapi.TestInternalCapiModule;
import org.jabiru.modules.testinternalcapi.TestInternalCapiModuleTable;
import org.jabiru.modules.testinternalcapi.TimeFunctionsTable;
import org.jabiru.modules.thread.ThreadModule;
import org.jabiru.modules.thread.ThreadModuleTable;
import org.jabiru.modules.time.TimeModule;
import org.jabiru.modules.time.TimeModuleTable;
import org.jabiru.modules.tokenize.TokenizeModule;
import org.jabiru.modules.tokenize.TokenizeModuleTable;
import org.jabiru.modules.tracemalloc.TracemallocModuleTable;
import org.jabiru.modules.types.TypesModule;
import org.jabiru.modules.typing.TypingModule;
import org.jabiru.modules.typing.TypingModuleTable;
import org.jabiru.modules.warnings.WarningsModule;
import org.jabiru.modules.warnings.WarningsModuleTable;
import org.jabiru.modules.weakref.WeakrefModule;
import org.jabiru.modules.weakref.WeakrefModuleTable;

/**
 * The modules that are written in Java. To add one, add its name to {@link #NAMES} and a line to
 * {@link #find}.
 *
 * <p>One switch, so that a start links only the initialisers of the modules that it imports.
 */
public final class BuiltinModules {
    /** {@code sys.builtin_module_names}, sorted. */
    private static final String[] NAMES = {
        "_abc",
        "_ast",
        "_bisect",
        "_codecs",
        "_collections",
        "_contextvars",
        "_datetime",
        "_functools",
        "_heapq",
        "_imp",
        "_interpchannels",
        "_interpqueues",
        "_interpreters",
        "_io",
        "_jabiru",
        "_json",
        "_locale",
        "_opcode",
        "_operator",
        "_pickle",
        "_posixsubprocess",
        "_queue",
        "_random",
        "_signal",
        "_sre",
        "_stat",
        "_string",
        "_struct",
        "_suggestions",
        "_symtable",
        "_sysconfig",
        "_tracemalloc",
        "_testinternalcapi",
        "_thread",
        "_tokenize",
        "_types",
        "_typing",
        "_warnings",
        "_weakref",
        "array",
        "atexit",
        "binascii",
        "builtins",
        "cmath",
        "errno",
        "faulthandler",
        "gc",
        "itertools",
        "marshal",
        "math",
        "posix",
        "pwd",
        "sys",
        "time",
    };

    private BuiltinModules() {}

    /** The names of all builtin modules, sorted. */
    public static String[] names() {
        return NAMES.clone();
    }

    /** Whether {@link #find} knows the name. */
    public static boolean contains(String name) {
        for (String known : NAMES) {
            if (known.equals(name)) {
                return true;
            }
        }
        return findInSubinterpreter(name) != null || HostModules.find(name) != null;
    }

    /**
     * One of those that subinterpreters have in the place of extension modules, which they cannot
     * load; null for others.
     */
    private static ModuleDefinition findInSubinterpreter(String name) {
        if (!name.equals("select") && !name.equals("_sha2") || PythonContext.get().hasMainGil()) {
            return null;
        }
        return name.equals("select")
                ? ModuleDefinition.of(SelectModule::initialize, new SelectModuleTable())
                : ModuleDefinition.of(Sha2Module::initialize, new Sha2ModuleTable());
    }

    /** The definition of a builtin module, or null. */
    public static ModuleDefinition find(String name) {
        return switch (name) {
            case "_codecs" -> ModuleDefinition.of(new CodecsModuleTable());
            case "_abc" -> ModuleDefinition.of(new AbcModuleTable());
            case "_pickle" ->
                    ModuleDefinition.of(PickleModule::initialize, new PickleModuleTable());
            case "_types" -> ModuleDefinition.of(TypesModule::initialize);
            case "_datetime" -> ModuleDefinition.of(DatetimeModule::initialize);
            case "_testinternalcapi" ->
                    ModuleDefinition.of(
                            TestInternalCapiModule::initialize,
                            new TestInternalCapiModuleTable(),
                            new InterpreterTestFunctionsTable(),
                            new CodeVariablesTable(),
                            new LocaleFunctionsTable(),
                            new TimeFunctionsTable());
            case "_weakref" ->
                    ModuleDefinition.of(WeakrefModule::initialize, new WeakrefModuleTable());
            case "_struct" ->
                    ModuleDefinition.of(StructModule::initialize, new StructModuleTable());
            case "_symtable" ->
                    ModuleDefinition.of(SymtableModule::initialize, new SymtableModuleTable());
            case "_tracemalloc" -> ModuleDefinition.of(new TracemallocModuleTable());
            case "binascii" ->
                    ModuleDefinition.of(BinasciiModule::initialize, new BinasciiModuleTable());
            case "_string" -> ModuleDefinition.of(new StringModuleTable());
            case "cmath" -> ModuleDefinition.of(CmathModule::initialize, new CmathModuleTable());
            case "math" ->
                    ModuleDefinition.of(
                            MathModule::initialize,
                            new MathModuleTable(),
                            new IntegerMathTable(),
                            new SumsTable());
            case "_imp" -> ModuleDefinition.of(ImpModule::initialize, new ImpModuleTable());
            case "_interpchannels" ->
                    ModuleDefinition.of(ChannelsModule::initialize, new ChannelsModuleTable());
            case "_interpqueues" ->
                    ModuleDefinition.of(QueuesModule::initialize, new QueuesModuleTable());
            case "_interpreters" ->
                    ModuleDefinition.of(
                            InterpretersModule::initialize, new InterpretersModuleTable());
            case "_io" -> ModuleDefinition.of(IoModule::initialize, new IoModuleTable());
            case "_jabiru" -> ModuleDefinition.of(new JabiruModuleTable());
            case "_contextvars" ->
                    ModuleDefinition.of(
                            ContextVarsModule::initialize, new ContextVarsModuleTable());
            case "_thread" ->
                    ModuleDefinition.of(ThreadModule::initialize, new ThreadModuleTable());
            case "_warnings" ->
                    ModuleDefinition.of(WarningsModule::initialize, new WarningsModuleTable());
            case "_ast" -> ModuleDefinition.of(AstModule::initialize);
            case "_suggestions" -> ModuleDefinition.of(new SuggestionsModuleTable());
            case "_typing" ->
                    ModuleDefinition.of(TypingModule::initialize, new TypingModuleTable());
            case "time" -> ModuleDefinition.of(TimeModule::initialize, new TimeModuleTable());
            case "_locale" ->
                    ModuleDefinition.of(
                            LocaleModule::initialize,
                            new LocaleModuleTable(),
                            new MessageCatalogsTable());
            case "_signal" ->
                    ModuleDefinition.of(SignalModule::initialize, new SignalModuleTable());
            case "faulthandler" -> ModuleDefinition.of(new FaultHandlerModuleTable());
            case "gc" -> ModuleDefinition.of(GcModule::initialize, new GcModuleTable());
            case "pwd" -> ModuleDefinition.of(PwdModule::initialize, new PwdModuleTable());
            case "_tokenize" ->
                    ModuleDefinition.of(TokenizeModule::initialize, new TokenizeModuleTable());
            case "atexit" -> ModuleDefinition.of(new AtexitModuleTable());
            case "builtins" -> BuiltinsModule.definition();
            case "errno" -> ModuleDefinition.of(ErrnoModule::initialize);
            case "marshal" ->
                    ModuleDefinition.of(MarshalModule::initialize, new MarshalModuleTable());
            case "posix" ->
                    ModuleDefinition.of(
                            PosixModule::initialize,
                            new PosixDescriptorsTable(),
                            new PosixFilesTable(),
                            new PosixPathsTable(),
                            new PosixProcessTable(),
                            new PosixSchedulingTable(),
                            new PosixSpawningTable(),
                            new PosixSystemTable(),
                            new PosixUsersTable(),
                            new PosixWaitingTable());
            case "_posixsubprocess" -> ModuleDefinition.of(new PosixSubprocessModuleTable());
            case "sys" ->
                    ModuleDefinition.of(
                            SysAttributes::initialize,
                            new SysModuleTable(),
                            new SysHooksTable(),
                            new SysFramesTable());
            case "_collections" ->
                    ModuleDefinition.of(
                            CollectionsModule::initialize, new CollectionsModuleTable());
            case "_functools" ->
                    ModuleDefinition.of(FunctoolsModule::initialize, new FunctoolsModuleTable());
            case "_operator" ->
                    ModuleDefinition.of(OperatorModule::initialize, new OperatorModuleTable());
            case "itertools" ->
                    ModuleDefinition.of(ItertoolsModule::initialize, new ItertoolsModuleTable());
            case "_sre" -> ModuleDefinition.of(SreModule::initialize, new SreModuleTable());
            case "_bisect" -> ModuleDefinition.of(new BisectModuleTable());
            case "_heapq" -> ModuleDefinition.of(new HeapqModuleTable());
            case "_queue" -> ModuleDefinition.of(QueueModule::initialize);
            case "_random" -> ModuleDefinition.of(RandomModule::initialize);
            case "_sysconfig" -> ModuleDefinition.of(new SysconfigModuleTable());
            case "_stat" -> ModuleDefinition.of(StatModule::initialize, new StatModuleTable());
            case "_opcode" ->
                    ModuleDefinition.of(OpcodeModule::initialize, new OpcodeModuleTable());
            case "array" -> ModuleDefinition.of(ArrayModule::initialize, new ArrayModuleTable());
            case "_json" -> ModuleDefinition.of(JsonModule::initialize, new JsonModuleTable());
            case "select", "_sha2" -> findInSubinterpreter(name);
            default -> HostModules.find(name);
        };
    }
}
