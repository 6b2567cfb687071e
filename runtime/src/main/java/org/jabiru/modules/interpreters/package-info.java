/**
 * The modules {@code _interpreters}, {@code _interpqueues} and {@code _interpchannels} (PEP 734).
 *
 * <p>A subinterpreter is an inner context of Truffle's: modules, builtins and lock of its own. A
 * thread goes from one interpreter to another as through a door ({@link
 * org.jabiru.modules.interpreters.Session}): it gives the lock of the one back before it takes that
 * of the other, and no object but immutable values, and no exception, goes with it; what crosses is
 * {@link org.jabiru.modules.interpreters.SharedData}.
 */
package org.jabiru.modules.interpreters;
