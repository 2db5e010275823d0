package org.doubtless.demo.pollen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The images must come out the same on a machine without fonts, screen or framework. */
class NoFontsTest {
    private final JavaClasses drawing = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.doubtless.demo.pollen");

    @Test
    void nothingIsWritten() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "text is drawn",
                        (JavaMethodCall call) -> call.getName().startsWith("drawString")
                                || call.getName().startsWith("drawGlyph")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.awt.Font")
                .check(drawing);
    }

    @Test
    void onlyTheJdkIsUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.imageio..", "org.doubtless.demo.pollen")
                .check(drawing);
    }
}
