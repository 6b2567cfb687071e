package org.jabiru.builtins.object;

/**
 * An object that is finalized after others that died at the same time. Reference counts would see
 * to it that what wraps another object ends first.
 */
public interface EndsInOrder {
    /** The lower comes first; objects without an order have 0. */
    int finalizationRank();
}
