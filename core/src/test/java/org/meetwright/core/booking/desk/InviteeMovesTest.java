package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.database.DatabaseKind;

@ParameterizedClass
@EachDatabase
@Tag("attack")
class InviteeMovesTest {
  private static final Instant FIRST = Instant.parse("2026-03-04T15:00:00Z");

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private Booking booking;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    booking = fixture.book(fixture.addEventType(type -> type), "2026-03-03T15:00:00Z");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private ChangeOutcome move(int number, Change change) {
    Instant start = FIRST.plus(Duration.ofMinutes(30L * (number % 8)));
    return fixture.core.bookingDesk().reschedule(booking.id(), start, change);
  }

  private ChangeOutcome move(int number) {
    return move(number, Change.byInvitee(""));
  }

  @Test
  void movesFiveTimesADayAndTellsWhenItMovesAgain() {
    for (int i = 0; i < 5; i++) {
      assertThat(move(i)).isInstanceOf(ChangeOutcome.Changed.class);
      fixture.clock.advance(Duration.ofHours(1));
    }
    Instant again = Instant.parse("2026-03-03T12:00:00Z");
    assertThat(move(5)).isEqualTo(new ChangeOutcome.TooManyMoves(again, Duration.ofHours(19)));
    assertThat(move(4)).as("where it is").isInstanceOf(ChangeOutcome.Changed.class);
    fixture.clock.set("2026-03-03T11:59:59.500Z");
    assertThat(move(5)).isEqualTo(new ChangeOutcome.TooManyMoves(again, Duration.ofSeconds(1)));
    fixture.clock.set("2026-03-03T12:00:00Z");
    assertThat(move(5)).isInstanceOf(ChangeOutcome.Changed.class);
    assertThat(move(6)).isInstanceOf(ChangeOutcome.TooManyMoves.class);
  }

  @Test
  void countsWhatWasMovedAndNotWhatWasTried() {
    for (int i = 0; i < 10; i++) {
      Instant night = Instant.parse("2026-03-04T07:00:00Z");
      assertThat(fixture.core.bookingDesk().reschedule(booking.id(), night, Change.byInvitee("")))
          .isInstanceOf(ChangeOutcome.NotOffered.class);
    }
    assertThat(move(0)).isInstanceOf(ChangeOutcome.Changed.class);
  }

  @Test
  void letsAHostMoveAsOftenAsHeLikesAndCountsNoMoveOfHis() {
    Change byHost = new Change(Actor.HOST, fixture.ada.id(), null, "");
    for (int i = 0; i < 8; i++) {
      assertThat(move(i, byHost)).isInstanceOf(ChangeOutcome.Changed.class);
    }
    for (int i = 0; i < 5; i++) {
      assertThat(move(i)).isInstanceOf(ChangeOutcome.Changed.class);
    }
    assertThat(move(5)).isInstanceOf(ChangeOutcome.TooManyMoves.class);
    assertThat(move(5, byHost)).isInstanceOf(ChangeOutcome.Changed.class);
  }

  @Test
  void keepsToFiveHoweverQuickTheyAre() throws Exception {
    List<ChangeOutcome> outcomes = Concurrently.run(8, this::move);
    assertThat(outcomes)
        .hasOnlyElementsOfTypes(ChangeOutcome.Changed.class, ChangeOutcome.TooManyMoves.class);
    assertThat(outcomes).filteredOn(outcome -> outcome instanceof ChangeOutcome.Changed).hasSize(5);
  }
}
