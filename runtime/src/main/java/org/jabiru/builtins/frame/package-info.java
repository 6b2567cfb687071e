/** Frame objects. */
package org.jabiru.builtins.frame;
