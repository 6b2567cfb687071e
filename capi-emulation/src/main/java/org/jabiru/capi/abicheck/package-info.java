/** The command abi-check: says of extension modules and wheels whether they can be loaded. */
package org.jabiru.capi.abicheck;
