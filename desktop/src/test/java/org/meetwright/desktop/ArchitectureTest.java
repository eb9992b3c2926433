package org.meetwright.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Holds the sentences of docs/architecture.md about desktop.
class ArchitectureTest {
  private static final String DESKTOP = "org.meetwright.desktop";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(DESKTOP);

  @Test
  void hasNoCyclesBetweenPackages() {
    slices().matching(DESKTOP + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void seesNoSql() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.apache.ibatis..")
        .check(CLASSES);
  }

  /// Windows use the HTTP API, also that of an embedded server.
  @Test
  void seesCoreOnlyToEmbedAServer() {
    noClasses()
        .that()
        .resideOutsideOfPackage(DESKTOP + ".connection")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.meetwright.core..")
        .check(CLASSES);
  }

  @Test
  void knowsNoCommandLine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.meetwright.cli..")
        .check(CLASSES);
  }
}
