package org.meetwright.core.erasure;

import java.util.Set;
import java.util.UUID;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedValues;
import org.meetwright.core.traces.Traces;

/// Meetings and bookings, with their history.
public final class BookingTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("booking", "booking_history", "meeting", "meeting_host");
  }

  @Override
  public void eraseBooking(Transaction tx, UUID bookingId) {
    ErasureMapper mapper = tx.mapper(ErasureMapper.class);
    mapper.forgetReasons(bookingId);
    mapper.eraseBooking(bookingId, ErasedValues.INVITEE, ErasedValues.addressOf(bookingId));
  }
}
