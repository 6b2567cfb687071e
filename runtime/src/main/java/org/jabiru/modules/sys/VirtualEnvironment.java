package org.jabiru.modules.sys;

import java.io.File;

/** Virtual environments (PEP 405): a {@code pyvenv.cfg} beside the executable or above it. */
final class VirtualEnvironment {
    private VirtualEnvironment() {}

    /** The environment's directory, or null when the executable is in none. */
    static String prefixOrNull(String executable) {
        File bin = new File(executable).getParentFile();
        if (bin == null) {
            return null;
        }
        if (new File(bin, "pyvenv.cfg").isFile()) {
            return bin.getPath();
        }
        File above = bin.getParentFile();
        return above != null && new File(above, "pyvenv.cfg").isFile() ? above.getPath() : null;
    }
}
