package org.meetwright.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/// Holds the sentences of docs/architecture.md about desktop.
class ArchitectureTest {
  private static final String DESKTOP = "org.meetwright.desktop";
  private static final Set<String> FRAME =
      Set.of(
          "change",
          "control",
          "demo",
          "embedded",
          "field",
          "form",
          "instance",
          "live",
          "meeting",
          "profile",
          "screen",
          "session",
          "shell",
          "task",
          "text");
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
        .resideOutsideOfPackage(DESKTOP + ".embedded..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.meetwright.core..")
        .check(CLASSES);
  }

  /// Elsewhere, the server module is its client, the records of its API, and its way to read texts.
  @Test
  void seesOfTheServerOnlyItsApi() {
    noClasses()
        .that()
        .resideOutsideOfPackage(DESKTOP + ".embedded..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.meetwright.server..")
                .and(
                    not(
                        resideInAnyPackage(
                            "org.meetwright.server.client..",
                            "org.meetwright.server.api.model..",
                            "org.meetwright.server.text.."))))
        .check(CLASSES);
  }

  /// What went wrong with a call is told as a trouble.
  @Test
  void knowsHttpOnlyWhereTroubleIsMadeOfIt() {
    noClasses()
        .that()
        .resideOutsideOfPackage(DESKTOP + ".task")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "org.meetwright.server.client.call..")
        .check(CLASSES);
  }

  @Test
  void asksTheServerForNothingInViews() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("View")
        .or()
        .resideInAnyPackage(DESKTOP + ".control", DESKTOP + ".field")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.meetwright.server.client..", "org.meetwright.server.api..", DESKTOP + ".live")
        .check(CLASSES);
  }

  /// Such a list hears of changes through a weak listener: made anew for each caller, it would be
  /// collected, and with it whoever listens to it would fall silent.
  @Test
  void keepsTheListsThatItLetsOthersRead() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "FXCollections.unmodifiableObservableList outside of a constructor",
                call ->
                    call.getName().equals("unmodifiableObservableList")
                        && !call.getOrigin().isConstructor()))
        .check(CLASSES);
  }

  /// Prose says why.
  @Test
  void wrapsTextsOnlyInProse() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Prose")
        .should()
        .callMethod(Labeled.class, "setWrapText", boolean.class)
        .check(CLASSES);
  }

  /// Such a list hears of changes through a weak listener: made anew for each caller, it is soon
  /// collected, and with it whoever listens to it alone.
  @Test
  void keepsTheListsThatItHandsOut() {
    assertThat(
            CLASSES.stream()
                .flatMap(one -> one.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTarget().getName().startsWith("unmodifiableObservable"))
                .filter(call -> !call.getOrigin().isConstructor())
                .map(call -> call.getDescription()))
        .isEmpty();
  }

  @Test
  void hasNoControlsInViewModels() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx.scene..", "javafx.stage..", DESKTOP + ".control", DESKTOP + ".field")
        .check(CLASSES);
  }

  /// A package that is not of the frame is a screen.
  @Test
  void keepsScreensApart() {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass one) {
                String room = room(one);
                return room.isEmpty() || FRAME.contains(room)
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(room);
              }

              @Override
              public String getDescription() {
                return "screens";
              }
            })
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  @Test
  void buildsTheFrameWithoutScreens() {
    noClasses()
        .that(describe("are of the frame", one -> FRAME.contains(room(one))))
        .should()
        .dependOnClassesThat(
            describe(
                "are of a screen",
                one ->
                    one.getPackageName().startsWith(DESKTOP + ".") && !FRAME.contains(room(one))))
        .check(CLASSES);
  }

  private static String room(JavaClass one) {
    String name = one.getPackageName();
    return name.startsWith(DESKTOP + ".") ? name.substring(DESKTOP.length() + 1) : "";
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
