/**
 * The annotations that a start reads, as classes of the image. The JDK makes a class for each when
 * it is first read, and the AOT cache keeps none of those: a twentieth of a start.
 */
module org.jabiru.annotations {
    requires jdk.unsupported;
    requires org.graalvm.polyglot;
    requires org.graalvm.truffle;
    requires org.graalvm.truffle.runtime;
}
