package org.jabiru.annotations;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import jdk.internal.loader.ClassLoaderValue;
import sun.misc.Unsafe;

/** Puts the image's classes of annotations where the JDK looks for those that it has made. */
public final class Annotations {
    private static final List<Class<? extends ImageAnnotation>> CLASSES =
            List.of(
                    JdkAnnotations.OfRetention.class,
                    JdkAnnotations.OfTarget.class,
                    JdkAnnotations.OfRepeatable.class,
                    JdkAnnotations.OfInherited.class,
                    JdkAnnotations.OfValueBased.class,
                    TruffleAnnotations.OfTruffleBoundary.class,
                    TruffleAnnotations.OfCompilationFinal.class,
                    TruffleAnnotations.OfTruffleCallBoundary.class,
                    TruffleAnnotations.OfExplodeLoop.class,
                    TruffleAnnotations.OfDenyReplace.class,
                    TruffleAnnotations.OfChild.class,
                    TruffleAnnotations.OfNodeInfo.class,
                    TruffleAnnotations.OfGeneratedBy.class,
                    TruffleAnnotations.OfGenerateLibrary.class,
                    TruffleAnnotations.OfExportLibrary.class,
                    RegistrationAnnotations.OfLanguage.class,
                    RegistrationAnnotations.OfInstrument.class);

    private Annotations() {}

    /**
     * To be called by the launcher, before anything reads an annotation.
     *
     * @throws ReflectiveOperationException the JDK keeps its classes elsewhere; it will make its own
     */
    @SuppressWarnings("unchecked")
    public static void prepare() throws ReflectiveOperationException {
        var made = (ClassLoaderValue<Constructor<?>>) classesOfProxies();
        for (Class<?> c : CLASSES) {
            Constructor<?> constructor = c.getDeclaredConstructor(InvocationHandler.class);
            constructor.setAccessible(true);
            Class<?> type = c.getInterfaces()[0];
            made.sub(type).putIfAbsent(type.getClassLoader(), constructor);
        }
    }

    @SuppressWarnings("removal")
    private static Object classesOfProxies() throws ReflectiveOperationException {
        Field theUnsafe = Unsafe.class.getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        Unsafe unsafe = (Unsafe) theUnsafe.get(null);
        Class.forName(Proxy.class.getName());
        Field made = Proxy.class.getDeclaredField("proxyCache");
        return unsafe.getObject(unsafe.staticFieldBase(made), unsafe.staticFieldOffset(made));
    }
}
