package org.meetwright.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meetwright.core.archive.MeetingDocument;
import org.meetwright.core.archive.MeetingMapper;
import org.meetwright.core.booking.BookingMapper;

/// Holds the sentences of docs/architecture.md about core.
class ArchitectureTest {
  private static final String CORE = "org.meetwright.core";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(CORE);

  @Test
  void hasNoCyclesBetweenPackages() {
    slices().matching(CORE + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void knowsNoOtherModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.meetwright.server..", "org.meetwright.cli..", "org.meetwright.desktop..")
        .check(CLASSES);
  }

  @Test
  void keepsTimeAndTheEngineToJavaAlone() {
    classes()
        .that()
        .resideInAPackage(CORE + ".time")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(CORE + ".time", "java..", "org.jspecify..")
        .check(CLASSES);
    classes()
        .that()
        .resideInAPackage(CORE + ".slot..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            CORE + ".slot..",
            CORE + ".busy",
            CORE + ".eventtype..",
            CORE + ".schedule",
            CORE + ".time",
            "java..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void readsCalendarsWithoutKnowingWhose() {
    classes()
        .that()
        .resideInAPackage(CORE + ".calendar.item..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            CORE + ".calendar.item..", CORE + ".time", "java..", "org.dmfs..", "org.jspecify..")
        .check(CLASSES);
    classes()
        .that()
        .resideInAPackage(CORE + ".calendar.remote..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            CORE + ".calendar.remote..", CORE + ".value", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  /// What is stored as JSON has records of its own; everything else is free to change, and knows
  /// nothing of JSON.
  @Test
  void knowsJsonWhereItIsStoredAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CORE + ".database..")
        .and()
        .haveNameNotMatching(
            ".*\\.(Stored\\w+|OutboxKind|Backup(Lines|Reader)|MeetingDocument)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
        .check(CLASSES);
  }

  /// The archive moves rows as they are.
  @Test
  void writesHistoryInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CORE + ".archive")
        .and()
        .doNotHaveSimpleName("HistoryNote")
        .should()
        .callMethod(BookingMapper.class, "insertHistory", BookingMapper.HistoryRow.class)
        .orShould()
        .callMethod(MeetingMapper.class, "insertHistory", MeetingDocument.HistoryRow.class)
        .check(CLASSES);
  }

  @Test
  void keepsSqlToMappersAndDatabase() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Mapper")
        .and()
        .resideOutsideOfPackage(CORE + ".database..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.apache.ibatis..")
        .check(CLASSES);
  }

  /// What these do to letters outside ASCII depends on the locale of the database.
  @Test
  void foldsNoLettersInSql() throws IOException {
    Pattern folding = Pattern.compile("\\b(LOWER|UPPER|INITCAP)\\s*\\(|\\bILIKE\\b");
    try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
      List<Path> sources = files.filter(Files::isRegularFile).toList();
      assertThat(sources).hasSizeGreaterThan(100);
      assertThat(sources)
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(folding));
    }
  }

  @Test
  void keepsTheDatabaseFromKnowingFeatures() {
    classes()
        .that()
        .resideInAPackage(CORE + ".database..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage(CORE + "..")
        .orShould()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            CORE + ".database..",
            CORE + ".files",
            CORE + ".value",
            "java..",
            "javax.sql..",
            "org.apache.ibatis..",
            "org.flywaydb..",
            "com.zaxxer..",
            "com.fasterxml.uuid..",
            "tools.jackson..",
            "org.h2..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void followsTheArrows() {
    noClasses()
        .that()
        .resideInAPackage(CORE + ".slot..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CORE + ".booking..", CORE + ".outbox", CORE + ".access..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(CORE + ".availability")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CORE + ".booking.*..", CORE + ".outbox", CORE + ".access..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(CORE + ".outbox")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CORE + ".booking..")
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
      noClasses().should().callMethod(type, "now", Clock.class).check(CLASSES);
    }
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    noClasses().should().callMethod(ZoneId.class, "systemDefault").check(CLASSES);
  }
}
