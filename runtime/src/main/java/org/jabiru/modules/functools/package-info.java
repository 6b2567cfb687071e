/** The module {@code _functools}: partial, reduce, cmp_to_key and the cache of lru_cache. */
package org.jabiru.modules.functools;
