package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;

/// A test of the booking desk, on a database of its own.
abstract class DeskTest {
  @Parameter DatabaseKind kind;
  Fixture fixture;
  BookingDesk desk;

  @BeforeEach
  void openDesk() {
    fixture = new Fixture(kind);
    desk = fixture.core.bookingDesk();
  }

  @AfterEach
  void closeDesk() {
    fixture.close();
  }

  /// Returns the booking after a change that was made.
  static Booking changed(ChangeOutcome outcome) {
    assertThat(outcome).isInstanceOf(ChangeOutcome.Changed.class);
    return ((ChangeOutcome.Changed) outcome).booking();
  }

  /// Returns the codes of what stands against a start.
  List<Code> against(EventType type, String start) {
    return fixture.core.availability().reasonsAgainst(type, Instant.parse(start)).stream()
        .map(Reason::code)
        .toList();
  }
}
