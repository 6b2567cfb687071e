/**
 * The Java half of the C-API emulation: {@link org.jabiru.capi.CapiContext} is what the generated
 * dispatch calls, {@code api} holds one class for each chapter of CPython's C-API manual. The
 * contract with the C half is in {@code capi-emulation/abi/README.md}.
 */
package org.jabiru.capi;
