package org.doubtless;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The product's classes as they were compiled, without the tests'. */
final class ProductClasses {
    private ProductClasses() {}

    static JavaClasses all() {
        return new ClassFileImporter().importPath(Path.of("target", "classes"));
    }
}
