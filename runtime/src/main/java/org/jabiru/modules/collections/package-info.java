/**
 * The module {@code _collections}: deque, defaultdict, OrderedDict and helpers of Lib/collections.
 */
package org.jabiru.modules.collections;
