package org.jabiru.modules.abc;

import org.jabiru.PythonContext;

/** The interpreter's part of {@code _abc}. */
final class AbcState {
    /** Grows with each registration, which makes all negative answers doubtful. */
    long version;

    static AbcState get() {
        return PythonContext.get().state(AbcState.class, AbcState::new);
    }
}
