package org.jabiru;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyBuiltinFunction;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.function.PyMethod;
import org.jabiru.builtins.generator.Unawaited;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.object.FinalizedElsewhere;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.modules.gc.Collection;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** {@code __del__} of the objects that live until the interpreter ends. */
final class LastFinalizers {
    /** With so many collections all has ended that will. */
    private static final int MOST_ROUNDS = 16;

    private LastFinalizers() {}

    /**
     * Lets go of the modules, and of what they hold when they are still in use (as CPython's {@code
     * finalize_modules}); does nothing where no object waits for it, and no function of an
     * extension that looks at what is left.
     */
    static void run(PythonContext context) {
        Unawaited.endAll();
        ExtensionLoader extensions = ImpModule.loaderOrNull();
        boolean whole = extensions != null && extensions.hasExitFunctions();
        if (!whole && !Finalizers.areWaitedFor()) {
            return;
        }
        List<WeakReference<PyDict>> namespaces = forget(context);
        Collection.run();
        // What finalizers call comes last: the functions, classes, modules, and objects of
        // extensions (cffi's ffi) around them.
        if (whole || Finalizers.areWaitedFor()) {
            clear(namespaces, false);
        }
        if (whole || Finalizers.areWaitedFor()) {
            clear(namespaces, true);
        }
        if (whole) {
            extensions.forgetModules();
            endNativeObjects(extensions);
        }
    }

    /** What a type's end gives up, its bases perhaps, ends with the next collection. */
    private static void endNativeObjects(ExtensionLoader extensions) {
        long left = extensions.nativeObjects();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Collection.run();
            long before = left;
            left = extensions.nativeObjects();
            if (left >= before) {
                return;
            }
        }
    }

    private static void clear(List<WeakReference<PyDict>> namespaces, boolean all) {
        for (int i = namespaces.size() - 1; i >= 0; i--) {
            PyDict names = namespaces.get(i).get();
            if (names != null) {
                clear(names, all);
            }
        }
        Collection.run();
    }

    private static List<WeakReference<PyDict>> forget(PythonContext context) {
        // An import fails from now on, and says why.
        context.sys.dict.put("meta_path", Singleton.NONE);
        context.sys.dict.put("path_hooks", Singleton.NONE);
        PyDict modules = context.modules;
        List<WeakReference<PyDict>> out = new ArrayList<>();
        for (int i = modules.first(); i >= 0; i = modules.next(i)) {
            if (modules.valueAt(i) instanceof PyModule m
                    && m != context.sys
                    && m != context.builtins) {
                out.add(new WeakReference<>(m.dict));
            }
        }
        modules.clear();
        modules.put("sys", context.sys);
        modules.put("builtins", context.builtins);
        return out;
    }

    private static void clear(PyDict names, boolean all) {
        Object builtins = names.get("__builtins__");
        for (int i = names.first(); i >= 0; i = names.next(i)) {
            Object value = names.valueAt(i);
            if (value != builtins && (all || !isCode(value))) {
                names.setValueAt(i, Singleton.NONE);
            }
        }
    }

    private static boolean isCode(Object value) {
        return value instanceof PyModule
                || value instanceof PyType
                || value instanceof PyFunction
                || value instanceof PyMethod
                || value instanceof PyBuiltinFunction
                || value instanceof FinalizedElsewhere
                || value instanceof TruffleString;
    }
}
