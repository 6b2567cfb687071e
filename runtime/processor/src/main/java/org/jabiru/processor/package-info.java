/** The annotation processor that turns methods annotated with {@code @Builtin} into tables. */
package org.jabiru.processor;
