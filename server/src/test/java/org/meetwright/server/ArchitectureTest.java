package org.meetwright.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/// Holds the sentences of docs/architecture.md about server.
class ArchitectureTest {
  private static final String SERVER = "org.meetwright.server";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(SERVER);

  @Test
  void hasNoCyclesBetweenPackages() {
    slices().matching(SERVER + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /// A constructor lists what its class uses; `Core` is everything.
  @Test
  void letsOnlyTheWiringSeeCore() {
    noClasses()
        .that()
        .haveNameNotMatching(
            ".*\\.(MeetwrightServer|Routing|ApiRoutes|ExportParts|PageRoutes|AccountPageRoutes)(\\$.*)?")
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
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "org.apache.ibatis..", "org.flywaydb..", "org.h2..")
        .check(CLASSES);
  }

  @Test
  void tellsTheShapesOfTheApiInPlainRecords() {
    classes()
        .that()
        .resideInAPackage(SERVER + ".api.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            SERVER + ".api.model..",
            "java..",
            "org.jspecify.annotations..",
            "com.fasterxml.jackson.annotation..")
        .check(CLASSES);
  }

  @Test
  void speaksToServersWithoutCoreAndWebServer() {
    classes()
        .that()
        .resideInAPackage(SERVER + ".client..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            SERVER + ".client..",
            SERVER + ".api.model..",
            "java..",
            "javax.net..",
            "org.jspecify.annotations..",
            "tools.jackson..")
        .check(CLASSES);
  }

  @Test
  void keepsPagesAndApiApart() {
    noClasses()
        .that()
        .resideInAPackage(SERVER + ".pages..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SERVER + ".api..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(SERVER + ".api..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SERVER + ".pages..")
        .check(CLASSES);
  }

  /// Another calendar service is another package, and nothing else changes.
  @Test
  void speaksToCalendarServicesWithoutKnowingHostsAndBookings() {
    classes()
        .that()
        .resideInAnyPackage(
            SERVER + ".calendar.caldav..",
            SERVER + ".calendar.google..",
            SERVER + ".calendar.http..",
            SERVER + ".calendar.ics..",
            SERVER + ".calendar.oauth..",
            SERVER + ".calendar.webdav..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            SERVER + ".calendar..",
            SERVER + ".invite",
            SERVER + ".outgoing..",
            SERVER + ".settings.calendar..",
            "com.nimbusds.jwt..",
            "org.meetwright.core.calendar.item..",
            "org.meetwright.core.calendar.remote..",
            "org.meetwright.core.value..",
            "java..",
            "javax..",
            "net.fortuna.ical4j..",
            "org.jspecify..",
            "org.w3c..",
            "org.xml..",
            "tools.jackson..")
        .check(CLASSES);
  }

  @Test
  void usesNeitherCommandLineNorDesktop() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.meetwright.cli..", "org.meetwright.desktop..")
        .check(CLASSES);
  }

  @Test
  void getsTheTimeFromItsClockAlone() {
    for (Class<?> type :
        new Class<?>[] {
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          ZonedDateTime.class,
          OffsetDateTime.class
        }) {
      noClasses().should().callMethod(type, "now").check(CLASSES);
      noClasses().should().callMethod(type, "now", ZoneId.class).check(CLASSES);
    }
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    noClasses().should().callMethod(ZoneId.class, "systemDefault").check(CLASSES);
  }
}
