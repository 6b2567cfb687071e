package org.jabiru;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom: the arrows of ARCHITECTURE.md. */
class LayersTest {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.jabiru");
    }

    private static void never(String from, String... to) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void theTreeKnowsNothingElse() {
        never(
                "org.jabiru.ast..",
                "org.jabiru",
                "org.jabiru.parser..",
                "org.jabiru.compiler..",
                "org.jabiru.bytecode..",
                "org.jabiru.object..",
                "org.jabiru.protocol..",
                "org.jabiru.builtins..",
                "org.jabiru.modules..",
                "com.oracle.truffle..");
    }

    @Test
    void theParserKnowsTheTreeOnly() {
        never(
                "org.jabiru.parser..",
                "org.jabiru",
                "org.jabiru.compiler..",
                "org.jabiru.bytecode..",
                "org.jabiru.object..",
                "org.jabiru.protocol..",
                "org.jabiru.builtins..",
                "org.jabiru.modules..",
                "com.oracle.truffle..");
    }

    @Test
    void nobodyKnowsTheLauncher() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.jabiru.launcher..")
                .and()
                // The language runs the launcher's programs.
                .doNotHaveFullyQualifiedName("org.jabiru.PythonLanguage")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jabiru.launcher..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void objectsAndProtocolsKnowNoModules() {
        never(
                "org.jabiru.object..",
                "org.jabiru.modules..",
                "org.jabiru.parser..",
                "org.jabiru.compiler..");
        never(
                "org.jabiru.protocol..",
                "org.jabiru.modules..",
                "org.jabiru.parser..",
                "org.jabiru.compiler..");
    }

    @Test
    void builtinsKnowNoModules() {
        never("org.jabiru.builtins..", "org.jabiru.modules..", "org.jabiru.parser..");
    }

    @Test
    void theRuntimeKnowsNothingOfC() {
        never("org.jabiru..", "org.jabiru.capi..");
    }
}
