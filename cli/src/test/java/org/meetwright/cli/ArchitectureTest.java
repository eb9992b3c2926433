package org.meetwright.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Holds the sentences of docs/architecture.md about cli.
class ArchitectureTest {
  private static final String CLI = "org.meetwright.cli";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(CLI);

  @Test
  void hasNoCyclesBetweenPackages() {
    slices().matching(CLI + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /// The commands wire: each opens the program's services, and hands on those that are used. So
  /// does `ConsentWay`, a part of one that opens them twice, to hold no database while it waits.
  @Test
  void letsOnlyCommandsAndWiringSeeCore() {
    noClasses()
        .that()
        .haveNameNotMatching(
            ".*\\.(\\w+Command|ConsentWay|Program|DemoServer|DatabaseWorkplace)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.meetwright.core.Core")
        .check(CLASSES);
  }

  @Test
  void seesNoSql() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.apache.ibatis..")
        .check(CLASSES);
  }

  @Test
  void knowsNoDesktop() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.meetwright.desktop..")
        .check(CLASSES);
  }
}
