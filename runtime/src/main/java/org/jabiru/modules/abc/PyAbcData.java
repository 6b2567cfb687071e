package org.jabiru.modules.abc;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** What an abstract base class knows of its subclasses ({@code _abc_impl}). */
final class PyAbcData extends PyObject {
    /** Classes that were registered. */
    final Set<PyType> registry = weakSet();

    /** Classes known to be subclasses. */
    final Set<PyType> cache = weakSet();

    /** Classes known not to be subclasses, while {@link #negativeVersion} is the present one. */
    final Set<PyType> negativeCache = weakSet();

    long negativeVersion;

    PyAbcData(long version) {
        super(AbcDataType.TYPE);
        this.negativeVersion = version;
    }

    private static Set<PyType> weakSet() {
        return Collections.newSetFromMap(new WeakHashMap<>());
    }
}
