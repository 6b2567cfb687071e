package org.jabiru.modules.sys;

import java.io.File;
import java.util.List;
import org.jabiru.Configuration;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.ints.IntText;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.StandardLibrary;
import org.jabiru.modules.BuiltinModules;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** The data attributes of {@code sys}. */
public final class SysAttributes {
    private static final String COPYRIGHT =
            "Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved.\n\n"
                    + "Copyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\n"
                    + "Copyright (c) 1995-2001 Corporation for National Research Initiatives.\n"
                    + "All Rights Reserved.\n\n"
                    + "Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\n"
                    + "All Rights Reserved.";

    private SysAttributes() {}

    /** Fills everything that does not depend on the import system. */
    public static void initialize(PyModule sys) {
        PythonContext context = PythonContext.get();
        Configuration c = context.configuration;
        PyDict d = sys.dict;
        d.put("__package__", Str.EMPTY);
        d.put("modules", context.modules);
        d.put(
                "version",
                Str.of("3.14.3 (Jabiru) [Java " + System.getProperty("java.version") + "]"));
        d.put("hexversion", SysInfo.HEX_VERSION);
        d.put("api_version", 1013L);
        d.put("_git", PyTuple.of(Str.name("Jabiru"), Str.EMPTY, Str.EMPTY));
        d.put("_framework", Str.EMPTY);
        d.put("copyright", Str.name(COPYRIGHT));
        d.put("platform", Str.name("linux"));
        d.put("maxsize", Long.MAX_VALUE);
        d.put("maxunicode", 0x10FFFFL);
        d.put("byteorder", Str.name("little"));
        d.put("abiflags", Str.EMPTY);
        d.put("float_repr_style", Str.name("short"));
        Object version = SysInfo.version();
        d.put("version_info", version);
        d.put("implementation", SysInfo.implementation(version));
        d.put("flags", SysInfo.flags(c));
        d.put("float_info", SysInfo.floatInfo());
        d.put("int_info", SysInfo.intInfo());
        d.put("hash_info", SysInfo.hashInfo());
        d.put("thread_info", SysInfo.threadInfo());
        d.put("builtin_module_names", names(BuiltinModules.names()));
        d.put(
                "stdlib_module_names",
                Call.call(context.builtins.dict.get("frozenset"), names(StdlibModuleNames.all())));
        d.put("meta_path", new PyList());
        d.put("path_hooks", new PyList());
        d.put("path_importer_cache", new PyDict());
        d.put("dont_write_bytecode", c.dontWriteBytecode);
        d.put("pycache_prefix", c.pycachePrefix == null ? Singleton.NONE : Str.of(c.pycachePrefix));
        d.put("warnoptions", strings(c.warnOptions));
        d.put("_xoptions", xOptions(c));
        d.put("_home", Singleton.NONE);
        d.put(
                "platlibdir",
                c.platformLibrary == null ? Str.name("lib") : Str.of(c.platformLibrary));
        d.put("argv", strings(c.arguments));
        IntText.setMaxDigits((int) c.intMaxStrDigits);
        locations(d, c);
        SysHooks.initialize(sys);
        SysMonitoring.initialize(sys);
        SysJit.initialize(sys);
    }

    private static void locations(PyDict d, Configuration c) {
        String base = StandardLibrary.prefix();
        String executable = c.executable != null ? c.executable : executable(base);
        String prefix = base;
        String venv = VirtualEnvironment.prefixOrNull(executable);
        if (venv != null) {
            prefix = venv;
        }
        Object shownBase = Str.of(base);
        d.put("prefix", Str.of(prefix));
        d.put("exec_prefix", Str.of(prefix));
        d.put("base_prefix", shownBase);
        d.put("base_exec_prefix", shownBase);
        d.put("executable", Str.of(executable));
        d.put("_base_executable", Str.of(venv == null ? executable : base + "/bin/jabiru"));
        String library = base + "/lib/python3.14";
        d.put("_stdlib_dir", Str.of(library));
        PyList path = new PyList();
        if (c.pythonPath != null) {
            for (String entry : c.pythonPath.split(":", -1)) {
                path.append(Str.of(entry.isEmpty() ? System.getProperty("user.dir") : entry));
            }
        }
        path.append(Str.of(base + "/lib/python314.zip"));
        path.append(Str.of(library));
        path.append(Str.of(library + "/lib-dynload"));
        d.put("path", path);
        PyList original = strings(c.originalArguments);
        original.insert(0, Str.of(executable));
        d.put("orig_argv", original);
    }

    private static String executable(String base) {
        String given = System.getProperty("jabiru.executable");
        if (given != null) {
            return given;
        }
        String home = System.getProperty("jabiru.home", base);
        for (String known : new String[] {home + "/bin/jabiru", home + "/jabiru"}) {
            if (new File(known).exists()) {
                return known;
            }
        }
        // As where CPython is embedded and does not know: a Java program is no Python.
        return "";
    }

    private static PyTuple names(String[] names) {
        Object[] out = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            out[i] = Str.name(names[i]);
        }
        return PyTuple.of(out);
    }

    private static PyList strings(List<String> strings) {
        PyList out = new PyList();
        for (String s : strings) {
            out.append(Str.of(s));
        }
        return out;
    }

    private static PyDict xOptions(Configuration c) {
        PyDict out = new PyDict();
        for (String option : c.xOptions) {
            int equals = option.indexOf('=');
            if (equals < 0) {
                out.put(Str.of(option), Boolean.TRUE);
            } else {
                out.put(Str.of(option.substring(0, equals)), Str.of(option.substring(equals + 1)));
            }
        }
        return out;
    }
}
