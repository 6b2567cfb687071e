package org.jabiru;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.generator.Unawaited;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.modules.gc.Collection;
import org.jabiru.object.Singleton;

/** {@code __del__} of the objects that live until the interpreter ends. */
final class LastFinalizers {
    private LastFinalizers() {}

    /**
     * Lets go of the modules, and of what they hold when they are still in use (as CPython's {@code
     * finalize_modules}); does nothing where no object waits for it.
     */
    static void run(PythonContext context) {
        Unawaited.endAll();
        if (!Finalizers.areWaitedFor()) {
            return;
        }
        List<WeakReference<PyDict>> namespaces = forget(context);
        Collection.run();
        for (int i = namespaces.size() - 1; i >= 0 && Finalizers.areWaitedFor(); i--) {
            PyDict names = namespaces.get(i).get();
            if (names != null) {
                clear(names);
            }
        }
        if (Finalizers.areWaitedFor()) {
            Collection.run();
        }
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

    private static void clear(PyDict names) {
        Object builtins = names.get("__builtins__");
        for (int i = names.first(); i >= 0; i = names.next(i)) {
            if (names.valueAt(i) != builtins) {
                names.setValueAt(i, Singleton.NONE);
            }
        }
    }
}
