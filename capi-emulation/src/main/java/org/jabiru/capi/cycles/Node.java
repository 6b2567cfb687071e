package org.jabiru.capi.cycles;

/** What an object made in C refers to, for Java's collector to see. */
class Node {
    /** Python objects, and nodes of objects that Java does not know. */
    final Object[] referents;

    Node(int referents) {
        this.referents = new Object[referents];
    }
}
