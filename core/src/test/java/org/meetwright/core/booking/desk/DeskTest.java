package org.meetwright.core.booking.desk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.meetwright.core.Fixture;
import org.meetwright.core.database.DatabaseKind;

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
}
