package org.jabiru.imports;

import java.util.Map;
import org.jabiru.builtins.module.PyModule;

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

    /** How many objects C code can point to now. */
    long nativeObjects();

    /** {@code gc.collect}: lets go of the native memory of what was just collected. */
    void afterCollection();

    /** How often C called which function of Java's, or null when that is not counted. */
    Map<String, Long> upcalls();

    /** The bytes of native memory that objects take now. */
    long nativeBytes();
}
