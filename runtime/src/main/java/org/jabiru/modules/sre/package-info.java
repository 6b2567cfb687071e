/**
 * The module {@code _sre}: runs the patterns that Lib/re compiles.
 *
 * <p>{@link org.jabiru.modules.sre.Matcher} is the machine; it backtracks on a stack of its own, so
 * that no subject is too long for it.
 */
package org.jabiru.modules.sre;
