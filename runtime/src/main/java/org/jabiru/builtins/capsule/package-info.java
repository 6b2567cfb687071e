/** The type of capsules, which the C-API makes. */
package org.jabiru.builtins.capsule;
