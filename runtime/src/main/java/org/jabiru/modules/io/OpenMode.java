package org.jabiru.modules.io;

import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;

/** The mode of {@code open}: how the raw file is opened, and whether it is text. */
record OpenMode(String raw, boolean reading, boolean updating, boolean binary, boolean text) {
    static OpenMode parse(String mode) {
        StringBuilder raw = new StringBuilder();
        boolean binary = false;
        boolean text = false;
        int kinds = 0;
        for (int i = 0; i < mode.length(); i++) {
            char c = mode.charAt(i);
            if ("xrwa+tb".indexOf(c) < 0 || mode.indexOf(c) != i) {
                throw Errors.valueError("invalid mode: '%s'", mode);
            }
            switch (c) {
                case 'b' -> binary = true;
                case 't' -> text = true;
                default -> raw.append(c);
            }
            kinds += "xrwa".indexOf(c) >= 0 ? 1 : 0;
        }
        if (binary && text) {
            throw Errors.valueError("can't have text and binary mode at once");
        }
        if (kinds != 1) {
            throw Errors.valueError("must have exactly one of create/read/write/append mode");
        }
        return new OpenMode(
                raw.toString(), mode.indexOf('r') >= 0, mode.indexOf('+') >= 0, binary, text);
    }

    void check(Object encoding, Object errors, Object newline) {
        if (!binary) {
            return;
        }
        if (encoding != Singleton.NONE) {
            throw Errors.valueError("binary mode doesn't take an encoding argument");
        }
        if (errors != Singleton.NONE) {
            throw Errors.valueError("binary mode doesn't take an errors argument");
        }
        if (newline != Singleton.NONE) {
            throw Errors.valueError("binary mode doesn't take a newline argument");
        }
    }
}
