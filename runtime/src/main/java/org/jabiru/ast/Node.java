package org.jabiru.ast;

/**
 * Any node of the tree. Field names are those of the manual in camel case ({@code decorator_list}
 * is {@code decoratorList}); optional fields are null, lists are immutable and never null.
 */
public sealed interface Node
        permits Positioned, Mod, Arguments, Comprehension, WithItem, MatchCase, TypeIgnore {}
