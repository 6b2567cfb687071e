/** What a Java program requires to run Python; it carries the standard library. */
module org.jabiru.python {
    requires transitive org.graalvm.polyglot;
    requires org.graalvm.truffle;
    requires org.jabiru.capi;

    provides com.oracle.truffle.api.provider.InternalResourceProvider with
            org.jabiru.home.PythonHomeProvider;
}
