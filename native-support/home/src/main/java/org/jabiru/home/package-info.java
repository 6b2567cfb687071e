/** Carries Python's home to where a Java program runs. */
package org.jabiru.home;
