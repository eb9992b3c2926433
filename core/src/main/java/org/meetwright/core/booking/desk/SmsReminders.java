package org.meetwright.core.booking.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Question;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.sms.SmsReminder;
import org.meetwright.core.value.PhoneNumber;
import tools.jackson.databind.JsonNode;

/// The reminders that an invitee gets by SMS.
///
/// @param booking as it is after the change, confirmed
record SmsReminders(Booking booking, EventType eventType, Instant at) {

  /// Returns those that are still to come; none if the invitee gave no number with its country.
  List<NewMessage> messages() {
    return number().map(this::messagesTo).orElse(List.of());
  }

  private Optional<PhoneNumber> number() {
    return eventType.questions().stream()
        .filter(question -> question.kind() == Question.Kind.PHONE)
        .map(question -> booking.answers().get(question.id()))
        .filter(answer -> answer != null && answer.isString())
        .map(JsonNode::stringValue)
        .flatMap(typed -> PhoneNumber.typed(typed).stream())
        .findFirst();
  }

  private List<NewMessage> messagesTo(PhoneNumber number) {
    SmsReminder reminder = new SmsReminder(booking.id(), booking.calendarSequence(), number);
    List<NewMessage> messages = new ArrayList<>();
    for (int minutes : eventType.reminderMinutes()) {
      Instant due = booking.start().minusSeconds(minutes * 60L);
      if (due.isAfter(at)) {
        messages.add(
            new NewMessage(
                SmsReminder.KIND,
                booking.id() + "-" + booking.version() + "-reminder-" + minutes + "-sms",
                booking.id(),
                reminder.payload(),
                due));
      }
    }
    return messages;
  }
}
