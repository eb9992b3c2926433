package org.meetwright.core.sms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.BookingChange;
import org.meetwright.core.booking.change.Consequence;
import org.meetwright.core.booking.change.Reminder;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.phone.PhoneNumber;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;

/// Reminds invitees by SMS if they gave a number with its country.
public final class SmsConsequence implements Consequence {
  @Override
  public List<NewMessage> of(Transaction tx, BookingChange change) {
    EventType eventType = change.eventType();
    Booking booking = change.booking();
    List<Reminder> reminders = change.reminders();
    return eventType == null || reminders.isEmpty()
        ? List.of()
        : number(booking, eventType).stream()
            .flatMap(number -> reminders.stream().map(one -> message(booking, one, number)))
            .toList();
  }

  private static Optional<PhoneNumber> number(Booking booking, EventType eventType) {
    return eventType.questions().stream()
        .filter(question -> question.kind() == Question.AnswerKind.PHONE)
        .flatMap(question -> typed(booking.answers().get(question.id())))
        .findFirst();
  }

  private static Stream<PhoneNumber> typed(@Nullable Answer answer) {
    return answer instanceof Answer.Text(String text)
        ? PhoneNumber.typed(text).stream()
        : Stream.empty();
  }

  private static NewMessage message(Booking booking, Reminder reminder, PhoneNumber number) {
    return SmsReminder.KIND.message(
        booking.id() + "-" + booking.version() + "-" + reminder.key() + "-sms",
        booking.id(),
        new SmsReminder(booking.id(), booking.calendarSequence(), number),
        reminder.due());
  }
}
