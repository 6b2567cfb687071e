/** A Java program that uses a Python package. */
module org.example.embedding {
    requires org.jabiru.python;
}
