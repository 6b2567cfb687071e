package org.jabiru.modules.host;

import java.util.HashSet;
import java.util.Set;
import org.jabiru.PythonContext;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.modules.ModuleDefinition;
import org.jabiru.object.BuiltinTable;

/**
 * Finds the modules that stand for Java: {@code java} and {@code javax}, and the JDK's packages
 * below them. They are no part of {@code sys.builtin_module_names}.
 */
public final class HostModules {
    private static final BuiltinTable[] NO_FUNCTIONS = {};

    private HostModules() {}

    /** The names of packages and of what they lie in. */
    private static final class Packages {
        private final Set<String> names = new HashSet<>();

        Packages() {
            for (Module module : ModuleLayer.boot().modules()) {
                for (String name : module.getPackages()) {
                    if (module.isExported(name)) {
                        for (int end = name.length();
                                end > 0;
                                end = name.lastIndexOf('.', end - 1)) {
                            names.add(name.substring(0, end));
                        }
                    }
                }
            }
        }
    }

    /** The definition of such a module, or null. */
    public static ModuleDefinition find(String name) {
        if (name.equals("polyglot")) {
            // CPython: a package of the index has that name, which programs may want.
            return PythonContext.get().configuration.ownsProcess
                    ? null
                    : ModuleDefinition.of(new PolyglotModuleTable());
        }
        if (name.equals("java")) {
            return new ModuleDefinition(
                    JavaPackageType.TYPE, HostModules::initialize, new JavaModuleTable());
        }
        return (name.startsWith("java.") || name.equals("javax") || name.startsWith("javax."))
                        && isPackage(name)
                ? new ModuleDefinition(JavaPackageType.TYPE, HostModules::initialize, NO_FUNCTIONS)
                : null;
    }

    /** Whether it is a package of the JDK, or the beginning of the name of one. */
    static boolean isPackage(String name) {
        return PythonContext.get().state(Packages.class, Packages::new).names.contains(name);
    }

    private static void initialize(PyModule module) {
        HostClasses.requireAccess(module);
        module.dict.put("__path__", new PyList());
    }
}
