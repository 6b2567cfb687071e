/** The interpreter. What is exported is for the C-API layer; embedders use the polyglot API. */
module org.jabiru.runtime {
    requires org.graalvm.polyglot;
    requires transitive org.graalvm.truffle;
    requires jdk.unsupported;

    uses org.jabiru.imports.ExtensionLoader;
    uses org.jabiru.launcher.LauncherCommand;

    provides com.oracle.truffle.api.provider.TruffleLanguageProvider with
            org.jabiru.PythonLanguageProvider;

    exports org.jabiru to
            org.jabiru.capi;
    exports org.jabiru.ast to
            org.jabiru.capi;
    exports org.jabiru.builtins.bool to
            org.jabiru.capi;
    exports org.jabiru.builtins.bytes to
            org.jabiru.capi;
    exports org.jabiru.builtins.capsule to
            org.jabiru.capi;
    exports org.jabiru.builtins.code to
            org.jabiru.capi;
    exports org.jabiru.builtins.codecs to
            org.jabiru.capi;
    exports org.jabiru.builtins.complex to
            org.jabiru.capi;
    exports org.jabiru.builtins.dict to
            org.jabiru.capi;
    exports org.jabiru.builtins.exceptions to
            org.jabiru.capi;
    exports org.jabiru.builtins.floats to
            org.jabiru.capi;
    exports org.jabiru.builtins.format to
            org.jabiru.capi;
    exports org.jabiru.builtins.frame to
            org.jabiru.capi;
    exports org.jabiru.builtins.function to
            org.jabiru.capi;
    exports org.jabiru.builtins.generator to
            org.jabiru.capi;
    exports org.jabiru.builtins.genericalias to
            org.jabiru.capi;
    exports org.jabiru.builtins.ints to
            org.jabiru.capi;
    exports org.jabiru.builtins.iterator to
            org.jabiru.capi;
    exports org.jabiru.builtins.list to
            org.jabiru.capi;
    exports org.jabiru.builtins.mappingproxy to
            org.jabiru.capi;
    exports org.jabiru.builtins.memoryview to
            org.jabiru.capi;
    exports org.jabiru.builtins.module to
            org.jabiru.capi;
    exports org.jabiru.builtins.namespace to
            org.jabiru.capi;
    exports org.jabiru.builtins.none to
            org.jabiru.capi;
    exports org.jabiru.builtins.object to
            org.jabiru.capi;
    exports org.jabiru.builtins.property to
            org.jabiru.capi;
    exports org.jabiru.builtins.range to
            org.jabiru.capi;
    exports org.jabiru.builtins.set to
            org.jabiru.capi;
    exports org.jabiru.builtins.slice to
            org.jabiru.capi;
    exports org.jabiru.builtins.str to
            org.jabiru.capi;
    exports org.jabiru.builtins.structseq to
            org.jabiru.capi;
    exports org.jabiru.builtins.supertype to
            org.jabiru.capi;
    exports org.jabiru.builtins.traceback to
            org.jabiru.capi;
    exports org.jabiru.builtins.tuple to
            org.jabiru.capi;
    exports org.jabiru.builtins.type to
            org.jabiru.capi;
    exports org.jabiru.builtins.union to
            org.jabiru.capi;
    exports org.jabiru.builtins.weakref to
            org.jabiru.capi;
    exports org.jabiru.bytecode to
            org.jabiru.capi;
    exports org.jabiru.compiler to
            org.jabiru.capi;
    exports org.jabiru.imports to
            org.jabiru.capi;
    exports org.jabiru.launcher to
            org.jabiru.capi;
    exports org.jabiru.libc to
            org.jabiru.capi;
    exports org.jabiru.modules to
            org.jabiru.capi;
    exports org.jabiru.modules.abc to
            org.jabiru.capi;
    exports org.jabiru.modules.array to
            org.jabiru.capi;
    exports org.jabiru.modules.ast to
            org.jabiru.capi;
    exports org.jabiru.modules.atexit to
            org.jabiru.capi;
    exports org.jabiru.modules.binascii to
            org.jabiru.capi;
    exports org.jabiru.modules.bisect to
            org.jabiru.capi;
    exports org.jabiru.modules.builtins to
            org.jabiru.capi;
    exports org.jabiru.modules.collections to
            org.jabiru.capi;
    exports org.jabiru.modules.contextvars to
            org.jabiru.capi;
    exports org.jabiru.modules.datetime to
            org.jabiru.capi;
    exports org.jabiru.modules.errno to
            org.jabiru.capi;
    exports org.jabiru.modules.functools to
            org.jabiru.capi;
    exports org.jabiru.modules.gc to
            org.jabiru.capi;
    exports org.jabiru.modules.heapq to
            org.jabiru.capi;
    exports org.jabiru.modules.imp to
            org.jabiru.capi;
    exports org.jabiru.modules.interpreters to
            org.jabiru.capi;
    exports org.jabiru.modules.io to
            org.jabiru.capi;
    exports org.jabiru.modules.itertools to
            org.jabiru.capi;
    exports org.jabiru.modules.json to
            org.jabiru.capi;
    exports org.jabiru.modules.marshal to
            org.jabiru.capi;
    exports org.jabiru.modules.math to
            org.jabiru.capi;
    exports org.jabiru.modules.opcode to
            org.jabiru.capi;
    exports org.jabiru.modules.operator to
            org.jabiru.capi;
    exports org.jabiru.modules.posix to
            org.jabiru.capi;
    exports org.jabiru.modules.random to
            org.jabiru.capi;
    exports org.jabiru.modules.signal to
            org.jabiru.capi;
    exports org.jabiru.modules.sre to
            org.jabiru.capi;
    exports org.jabiru.modules.stat to
            org.jabiru.capi;
    exports org.jabiru.modules.string to
            org.jabiru.capi;
    exports org.jabiru.modules.struct to
            org.jabiru.capi;
    exports org.jabiru.modules.sys to
            org.jabiru.capi;
    exports org.jabiru.modules.thread to
            org.jabiru.capi;
    exports org.jabiru.modules.time to
            org.jabiru.capi;
    exports org.jabiru.modules.typing to
            org.jabiru.capi;
    exports org.jabiru.modules.warnings to
            org.jabiru.capi;
    exports org.jabiru.modules.weakref to
            org.jabiru.capi;
    exports org.jabiru.object to
            org.jabiru.capi;
    exports org.jabiru.parser to
            org.jabiru.capi;
    exports org.jabiru.protocol to
            org.jabiru.capi;
}
