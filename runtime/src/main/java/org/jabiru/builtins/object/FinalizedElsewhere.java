package org.jabiru.builtins.object;

/** An object whose finalizer an extension may have called already: it is called once (PEP 442). */
public interface FinalizedElsewhere {
    /** From now on the finalizer has been called; false when it had been before. */
    boolean beginFinalizer();
}
