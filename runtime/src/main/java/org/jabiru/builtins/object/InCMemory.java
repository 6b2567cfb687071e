package org.jabiru.builtins.object;

/** An object that an extension made, in memory of its own for as long as it lives. */
public interface InCMemory {
    /** Where it is; 0 once the memory is gone. */
    long address();
}
