package org.jabiru.object;

/** An iterator whose {@code __next__} is written in Java and raises no StopIteration inside. */
public interface JavaIterator {
    /** The next item, or null when there is none; after that null for ever. */
    Object next();
}
