package org.jabiru.modules.locale;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** The functions of {@code _locale} on the C library's message catalogs (libintl.h). */
@BuiltinModule("_locale")
final class MessageCatalogs {
    private MessageCatalogs() {}

    @Builtin("gettext(msg, /)")
    static Object gettext(TruffleString message) {
        try (NativeMemory memory = new NativeMemory()) {
            long found = Libc.call("gettext", memory.string(FsEncoding.encode(message)));
            return FsEncoding.decode(NativeMemory.stringAt(found));
        }
    }

    @Builtin("dgettext(domain, msg, /)")
    static Object dgettext(Object domain, TruffleString message) {
        return dcgettext(domain, message, 5);
    }

    @Builtin("dcgettext(domain, msg, category, /)")
    static Object dcgettext(Object domain, TruffleString message, int category) {
        try (NativeMemory memory = new NativeMemory()) {
            long text = memory.string(FsEncoding.encode(message));
            long found = Libc.call("dcgettext", textOrZero(memory, domain), text, category);
            return FsEncoding.decode(NativeMemory.stringAt(found));
        }
    }

    @Builtin("textdomain(domain, /)")
    static Object textdomain(Object domain) {
        try (NativeMemory memory = new NativeMemory()) {
            return result(Libc.call("textdomain", textOrZero(memory, domain)));
        }
    }

    @Builtin("bindtextdomain(domain, dir, /)")
    static Object bindTextDomain(TruffleString domain, Object directory) {
        if (Str.length(domain) == 0) {
            throw Errors.of(LocaleModule.error(), Str.name("domain must be a non-empty string"));
        }
        try (NativeMemory memory = new NativeMemory()) {
            long name = memory.string(FsEncoding.encode(domain));
            return result(Libc.call("bindtextdomain", name, textOrZero(memory, directory)));
        }
    }

    @Builtin("bind_textdomain_codeset(domain, codeset, /)")
    static Object bindCodeset(TruffleString domain, Object codeset) {
        try (NativeMemory memory = new NativeMemory()) {
            long name = memory.string(FsEncoding.encode(domain));
            long found = Libc.call("bind_textdomain_codeset", name, textOrZero(memory, codeset));
            return found == 0 ? Singleton.NONE : result(found);
        }
    }

    private static long textOrZero(NativeMemory memory, Object text) {
        if (text == Singleton.NONE) {
            return 0;
        }
        TruffleString s = Str.valueOrNull(text);
        if (s == null) {
            throw Errors.typeError("expected str or None, not %s", Types.of(text).name());
        }
        return memory.string(FsEncoding.encode(s));
    }

    private static Object result(long text) {
        if (text == 0) {
            throw OsErrors.last();
        }
        return FsEncoding.decode(NativeMemory.stringAt(text));
    }
}
