package org.meetwright.core.calendar.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meetwright.core.busy.SeriesTimes;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.Ids;

class SeriesChangeTest {
  /// The begin of a stretch of 32 days.
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z").plus(days(32 * 640));

  private static final UUID ITEM = Ids.next();

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static BusyOccurrence on(int day) {
    return on(day, "Standup");
  }

  private static BusyOccurrence on(int day, String summary) {
    Instant start = FIRST.plus(days(day)).plus(Duration.ofHours(9));
    return new BusyOccurrence(start, start.plus(Duration.ofMinutes(15)), summary, false);
  }

  private static List<BusyOccurrence> daily(int from, int until) {
    return IntStream.range(from, until).mapToObj(SeriesChangeTest::on).toList();
  }

  private static SeriesChange change(
      List<SeriesRow> before, List<BusyOccurrence> taken, Instant knownUntil) {
    SeriesChange change = new SeriesChange(knownUntil);
    change.add(ITEM, taken, before);
    return change;
  }

  private static List<SeriesRow> rows(List<BusyOccurrence> taken) {
    return change(List.of(), taken, FIRST).inserted();
  }

  private static List<SeriesRow> after(List<SeriesRow> before, SeriesChange change) {
    return Stream.concat(
            before.stream().filter(row -> !change.deleted().contains(row.id())),
            change.inserted().stream())
        .toList();
  }

  @Test
  void holdsTheTimesOfThirtyTwoDaysInOneRow() {
    List<SeriesRow> rows = rows(daily(0, 65));

    assertThat(rows).extracting(row -> row.list().size()).containsExactly(32, 32, 1);
    assertThat(rows).extracting(SeriesRow::isLong).containsOnly(false);
    assertThat(rows.getFirst().times()).startsWith("0+900 86400+900 172800+900");
    assertThat(rows.getLast().times()).isNull();
  }

  @Test
  void writesNothingIfNothingHasChanged() {
    SeriesChange same = change(rows(daily(0, 100)), daily(0, 100), FIRST);

    assertThat(same.deleted()).isEmpty();
    assertThat(same.inserted()).isEmpty();
    assertThat(same.moved()).isFalse();
  }

  @Test
  void movesOnByADayInTheFirstAndTheLastRow() {
    List<SeriesRow> before = rows(daily(2, 100));

    SeriesChange moved = change(before, daily(3, 101), FIRST.plus(days(100)));

    assertThat(moved.deleted()).containsExactly(before.getFirst().id(), before.getLast().id());
    assertThat(moved.inserted())
        .extracting(SeriesRow::id)
        .containsExactly(before.getFirst().id(), before.getLast().id());
    assertThat(moved.inserted()).extracting(row -> row.list().size()).containsExactly(29, 5);
    assertThat(moved.moved()).isTrue();
  }

  @Test
  void givesNewTimesANewIdUnlessTheyWereBeyondWhatWasKnown() {
    List<SeriesRow> before = rows(List.of(on(1), on(3)));

    SeriesChange added = change(before, List.of(on(1), on(3), on(4)), FIRST.plus(days(5)));

    assertThat(added.deleted()).isEmpty();
    assertThat(added.inserted()).hasSize(1);
    assertThat(added.inserted().getFirst().id()).isNotEqualTo(before.getFirst().id());
  }

  @Test
  void keepsAnExceptionWithAnotherSummaryApart() {
    List<SeriesRow> before = rows(daily(0, 3));

    SeriesChange renamed = change(before, List.of(on(0), on(1, "Retro"), on(2)), FIRST);

    assertThat(after(before, renamed))
        .extracting(SeriesRow::summary)
        .containsExactlyInAnyOrder("Standup", "Retro");
    assertThat(renamed.moved()).isFalse();
  }

  @Test
  void letsLongAndFractionalTimesStandAlone() {
    Instant start = FIRST.plus(days(1));
    BusyOccurrence weeks = new BusyOccurrence(start, start.plus(days(40)), "Trip", false);
    BusyOccurrence two = new BusyOccurrence(start, start.plus(days(2)), "Trip", false);
    BusyOccurrence exact =
        new BusyOccurrence(start.plusMillis(1), start.plusSeconds(1), "Trip", false);

    List<SeriesRow> rows = rows(List.of(weeks, two, exact));

    assertThat(rows).extracting(SeriesRow::times).containsOnlyNulls();
    assertThat(rows).extracting(SeriesRow::isLong).containsOnlyOnce(true).hasSize(3);
    assertThat(rows).extracting(SeriesRow::startsAt).contains(exact.start());
  }

  @Test
  void fitsItsColumnHoweverOftenAnEventRepeats() {
    List<BusyOccurrence> hourly =
        IntStream.range(0, 32 * 24)
            .mapToObj(
                hour -> {
                  Instant start = FIRST.plus(Duration.ofHours(hour));
                  return new BusyOccurrence(start, start.plus(days(1)), "", true);
                })
            .toList();

    assertThat(rows(hourly))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.times()).hasSizeLessThan(4000));
  }

  @Test
  void alwaysHoldsJustTheTimesThatAreTaken() {
    Random random = new Random(15);
    for (int round = 0; round < 200; round++) {
      List<SeriesRow> rows = List.of();
      for (int step = 0; step < 8; step++) {
        List<BusyOccurrence> taken = new ArrayList<>();
        for (int day = 0; day < 80; day++) {
          if (random.nextInt(3) > 0) {
            taken.add(on(day, random.nextInt(9) == 0 ? "Retro" : "Standup"));
          }
        }
        var had = new HashSet<>(rows.stream().flatMap(row -> row.list().stream()).toList());
        SeriesChange change = change(rows, taken, FIRST.plus(days(random.nextInt(80))));
        rows = after(rows, change);

        List<Interval> now = rows.stream().flatMap(row -> row.list().stream()).toList();
        assertThat(now)
            .containsExactlyInAnyOrderElementsOf(taken.stream().map(BusyOccurrence::time).toList());
        assertThat(change.moved()).isEqualTo(!had.equals(new HashSet<>(now)));
        assertThat(rows).extracting(SeriesRow::id).doesNotHaveDuplicates();
        assertThat(rows)
            .allSatisfy(
                row ->
                    assertThat(row.list())
                        .allSatisfy(
                            time ->
                                assertThat(SeriesTimes.stretch(time.startInclusive()))
                                    .isEqualTo(SeriesTimes.stretch(row.startsAt()))));
      }
    }
  }

  @Test
  void saysWhatItCannotRead() {
    assertThatThrownBy(() -> SeriesTimes.read(FIRST, FIRST.plusSeconds(9), "0-900"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0-900");
  }
}
