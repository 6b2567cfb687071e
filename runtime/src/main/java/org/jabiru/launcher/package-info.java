/** The command line: options, what is run, exit codes, the interactive mode. */
package org.jabiru.launcher;
