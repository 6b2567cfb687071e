/**
 * The C-API's functions that are written in Java: one class for each chapter of the manual, one
 * method for each line with {@code impl=java} in the chapter's {@code .abi} file. Conversions and
 * ownership are the generated dispatch's business.
 */
package org.jabiru.capi.api;
