/** Generators, coroutines and asynchronous generators. */
package org.jabiru.builtins.generator;
