package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.erasure.ErasureOutcome;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.phone.PhoneNumber;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.sms.SmsConsequence;
import org.meetwright.core.sms.SmsReminder;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;

@ParameterizedClass
@EachDatabase
class SmsRemindersTest {
  private static final EmailAddress BOB = new EmailAddress("bob@example.com");
  private static final Instant START = Instant.parse("2026-03-03T15:00:00Z");

  @Parameter DatabaseKind kind;

  private Fixture fixture;
  private Question mobile;
  private Question other;
  private EventType type;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind, List.of(new SmsConsequence()));
    mobile = question("Mobile?", Question.AnswerKind.PHONE);
    other = question("Another number?", Question.AnswerKind.PHONE);
    Question topic = question("Topic?", Question.AnswerKind.TEXT);
    type = fixture.addEventType(t -> t.questions(topic, mobile, other).reminders(1440, 60));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static Question question(String label, Question.AnswerKind kind) {
    return new Question(Ids.next(), label, kind, false, List.of());
  }

  private Booking book(Core core, Map<UUID, Answer> answers) {
    return Fixture.booked(
        core.bookingDesk()
            .book(
                new BookRequest(
                    type.id(),
                    START,
                    new Invitee("Bob", BOB, ZoneId.of("Europe/Berlin"), Locale.ENGLISH),
                    List.of(),
                    answers,
                    "",
                    Map.of(),
                    null,
                    null),
                Actor.INVITEE));
  }

  private Booking bookWith(String number) {
    return book(fixture.core, Map.of(mobile.id(), new Answer.Text(number)));
  }

  private List<Message> messages() {
    return fixture.core.outbox().list(SmsReminder.KIND, null, 100);
  }

  @Test
  void remindsTheInviteeAtEachOfTheReminderMinutes() {
    Booking booking = bookWith("+49 (0)30 123456");

    assertThat(messages())
        .extracting(Message::dueAt)
        .containsExactly(
            START.minus(Duration.ofMinutes(1440)), START.minus(Duration.ofMinutes(60)));
    assertThat(messages())
        .extracting(Message::dedupeKey)
        .containsExactly(
            booking.id() + "-1-reminder-1440-sms", booking.id() + "-1-reminder-60-sms");
    assertThat(SmsReminder.KIND.read(messages().getFirst()))
        .isEqualTo(new SmsReminder(booking.id(), 0, new PhoneNumber("+4930123456")));
  }

  @Test
  void takesTheFirstAnswerThatIsANumberWithItsCountry() {
    book(
        fixture.core,
        Map.of(
            mobile.id(), new Answer.Text("030 123456 ext. 7"),
            other.id(), new Answer.Text("+43 1 23456789")));

    assertThat(messages())
        .hasSize(2)
        .allSatisfy(message -> assertThat(message.payload()).contains("\"+43123456789\""));
  }

  @Test
  void remindsNobodyWithoutSuchANumber() {
    bookWith("12345");

    assertThat(messages()).isEmpty();
  }

  @Test
  void takesTheCountryOfTheInviteesZoneForANumberWithout() {
    Booking booking = bookWith("030 123456");

    assertThat(booking.answers().get(mobile.id())).isEqualTo(new Answer.Text("+49 30 123456"));
    assertThat(messages())
        .hasSize(2)
        .allSatisfy(message -> assertThat(message.payload()).contains("\"+4930123456\""));
  }

  @Test
  void keepsNothingWhileSmsIsOff() {
    Core off = Core.on(fixture.core.database(), fixture.clock);
    Booking booking = book(off, Map.of(mobile.id(), new Answer.Text("+49 30 123456")));
    off.bookingDesk().reschedule(booking.id(), START.plusSeconds(3600), Change.byInvitee(""));

    assertThat(messages()).isEmpty();
    assertThat(fixture.core.outbox().count("pending")).isPositive();
  }

  @Test
  void followsAMoveAndRemindsOfNoRequest() {
    Booking booking = bookWith("+49 30 123456");
    Instant later = START.plus(Duration.ofDays(1));
    fixture.core.bookingDesk().reschedule(booking.id(), later, Change.byInvitee(""));

    assertThat(messages())
        .extracting(message -> SmsReminder.KIND.read(message).sequence(), Message::dueAt)
        .contains(
            tuple(1, later.minus(Duration.ofMinutes(1440))),
            tuple(1, later.minus(Duration.ofMinutes(60))))
        .hasSize(4);
    Question asked = question("Mobile?", Question.AnswerKind.PHONE);
    type = fixture.addEventType(t -> t.slug("ask").approval().questions(asked).reminders(60));
    book(fixture.core, Map.of(asked.id(), new Answer.Text("+49 30 123456")));
    assertThat(messages()).hasSize(4);
  }

  @Test
  void forgetsTheNumberWithTheErasedInvitee() {
    Booking booking = bookWith("+49 30 123456");
    fixture.core.bookingDesk().cancel(booking.id(), Change.byInvitee(""));
    fixture.sql("UPDATE outbox SET state = 'done' WHERE kind <> 'sms'");
    assertThat(fixture.dump()).contains("+4930123456");

    assertThat(fixture.core.erasure().eraseInvitee(BOB)).isInstanceOf(ErasureOutcome.Erased.class);

    assertThat(fixture.dump()).doesNotContain("4930123456").doesNotContain("30 123456");
  }
}
