/** Loading extension modules: single-phase and multi-phase initialisation (PEP 489). */
package org.jabiru.capi.modules;
