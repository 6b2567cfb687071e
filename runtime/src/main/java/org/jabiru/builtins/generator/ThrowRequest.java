package org.jabiru.builtins.generator;

import org.jabiru.object.PyException;

/** Sent into a suspended body instead of a value: the yield raises the exception. */
public record ThrowRequest(PyException exception) {}
