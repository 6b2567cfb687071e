/** JMH benchmarks of the crossing between Java and C. */
package org.jabiru.benchmarks;
