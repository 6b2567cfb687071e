/** The Java half of the C-API: loads CPython's extension modules for the runtime. */
module org.jabiru.capi {
    requires org.graalvm.truffle;
    requires jdk.unsupported;
    requires org.jabiru.runtime;

    provides org.jabiru.imports.ExtensionLoader with
            org.jabiru.capi.CapiExtensionLoader;
    provides org.jabiru.launcher.LauncherCommand with
            org.jabiru.capi.abicheck.AbiCheck;
}
