package org.jabiru.builtins.generator;

/** A value that an asynchronous generator yields; never seen by Python. */
record AsyncYield(Object value) {}
