package org.meetwright.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
  private static final String FIRST = "01a21b0f-38b1-756b-b29a-250417147974";
  private static final String SECOND = "01a21b0f-38b1-7f00-b29a-250417147974";

  @Test
  void isWholeForPrograms() {
    Table table = new Table(List.of("ID", "NAME"), List.of(List.of(FIRST, "x".repeat(200))));

    assertThat(table.lines()).containsExactly(FIRST + "  " + "x".repeat(200));
  }

  @Test
  void isLeftAloneWhenItFits() {
    Table table = new Table(List.of("ID", "NAME"), List.of(List.of(FIRST, "intro")));

    assertThat(table.lines(43)).containsExactly("ID" + " ".repeat(36) + "NAME", FIRST + "  intro");
  }

  @Test
  void shortensIdsOnlyAsFarAsTheyCanBeToldApart() {
    Table table =
        new Table(List.of("ID", "N"), List.of(List.of(FIRST, "one"), List.of(SECOND, "two")));

    assertThat(table.lines(30))
        .containsExactly(
            "ID" + " ".repeat(16) + "N",
            FIRST.substring(0, 16) + "  one",
            SECOND.substring(0, 16) + "  two");
  }

  @Test
  void cutsTheWidestColumnsButNeverATime() {
    String time = "2026-03-09T13:00:00+01:00";
    Table table =
        new Table(
            List.of("START", "NAME", "EMAIL"),
            List.of(List.of(time, "a".repeat(50), "b".repeat(10)), List.of(time, "c", "d")));

    assertThat(table.lines(60))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60))
        .element(1)
        .asString()
        .startsWith(time + "  " + "a".repeat(20))
        .contains("\u2026  " + "b".repeat(10));
  }

  @Test
  void isAsNarrowAsItCanBeWhenItDoesNotFit() {
    String time = "2026-03-09T13:00:00+01:00";
    Table table = new Table(List.of("A", "B"), List.of(List.of(time, time)));

    assertThat(table.lines(40).getLast()).isEqualTo(time + "  " + time);
  }

  @Test
  void countsLettersBeyondTheBasicPlaneAsOne() {
    Table table = new Table(List.of("A", "B"), List.of(List.of("\ud83d\ude00".repeat(60), "b")));

    assertThat(table.lines(40).getLast()).isEqualTo("\ud83d\ude00".repeat(36) + "\u2026  b");
  }

  @Test
  void refusesARowThatDoesNotFitItsHeading() {
    assertThatThrownBy(() -> new Table(List.of("A"), List.of(List.of("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isEmptyWithoutRows() {
    assertThat(new Table(List.of("A"), List.of()).lines()).isEmpty();
  }
}
