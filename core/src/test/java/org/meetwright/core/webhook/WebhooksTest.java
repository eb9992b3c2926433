package org.meetwright.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.change.BookingSnapshot;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.booking.stored.StoredSnapshot;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.host.Host;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.team.Team;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.EmailKeys;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.Ids;
import org.meetwright.core.webhook.delivery.WebhookAttempt;
import org.meetwright.core.webhook.delivery.WebhookDelivery;
import org.meetwright.core.webhook.delivery.WebhookDelivery.State;
import org.meetwright.core.webhook.delivery.WebhookDispatch;
import org.meetwright.core.webhook.delivery.WebhookDispatch.Dispatch;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EachDatabase
class WebhooksTest {
  private static final HttpUrl URL = HttpUrl.of("https://example.org/hook");
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String ELEVEN = "2026-03-03T16:00:00Z";

  @Parameter DatabaseKind kind;

  private Fixture fixture;
  private WebhookDispatch dispatch;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    dispatch = fixture.core.webhookDispatch();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Webhook add(Host host, WebhookEvent... events) {
    Set<WebhookEvent> wanted =
        events.length == 0 ? WebhookEvent.ofBookings() : EnumSet.copyOf(List.of(events));
    return fixture.core.webhooks().add(host.id(), URL, wanted);
  }

  private List<WebhookDelivery> deliveries(Webhook webhook) {
    return fixture.core.webhookDeliveries().list(webhook.id(), null, 500).reversed();
  }

  private List<WebhookEvent> told(Webhook webhook) {
    return deliveries(webhook).stream().map(WebhookDelivery::event).toList();
  }

  private Dispatch open(WebhookDelivery delivery) {
    return dispatch.open(delivery.id(), "webhook-" + delivery.id()).orElseThrow();
  }

  private static Booking changed(ChangeOutcome outcome) {
    return ((ChangeOutcome.Changed) outcome).booking();
  }

  private WebhookAttempt attempt(Integer status, String error) {
    return new WebhookAttempt(fixture.clock.instant(), status, error, 5, "hello\0");
  }

  private Webhook now(Webhook webhook) {
    return fixture.core.webhooks().find(webhook.id()).orElseThrow();
  }

  @Test
  void tellsEverythingThatHappensToABookingAsItWasThen() {
    Webhook webhook = add(fixture.ada);
    EventType type = fixture.addEventType(EventTypeBuilder::approval);
    var desk = fixture.core.bookingDesk();
    Booking requested = fixture.book(type, TEN);
    Booking confirmed = changed(desk.confirm(requested.id(), Change.byInvitee("")));
    Booking moved =
        changed(desk.reschedule(requested.id(), Instant.parse(ELEVEN), Change.byInvitee("train")));
    Booking again = changed(desk.confirm(requested.id(), Change.byInvitee("")));
    fixture.clock.set(ELEVEN);
    Booking missed = changed(desk.noShow(requested.id(), Change.byInvitee("")));
    Booking cancelled = changed(desk.cancel(requested.id(), Change.byInvitee("ill")));

    List<WebhookDelivery> deliveries = deliveries(webhook);
    assertThat(deliveries)
        .extracting(WebhookDelivery::event)
        .containsExactly(
            WebhookEvent.REQUESTED,
            WebhookEvent.CONFIRMED,
            WebhookEvent.RESCHEDULED,
            WebhookEvent.REQUESTED,
            WebhookEvent.CONFIRMED,
            WebhookEvent.NO_SHOW,
            WebhookEvent.CANCELLED);
    assertThat(deliveries)
        .extracting(delivery -> StoredSnapshot.parse(open(delivery).snapshot()))
        .containsExactly(
            new BookingSnapshot(requested, Map.of(), null, null),
            new BookingSnapshot(confirmed, Map.of(), null, ""),
            new BookingSnapshot(
                moved,
                Map.of(),
                new BookingSnapshot.Previous(requested.start(), requested.end()),
                "train"),
            new BookingSnapshot(
                moved,
                Map.of(),
                new BookingSnapshot.Previous(requested.start(), requested.end()),
                "train"),
            new BookingSnapshot(again, Map.of(), null, ""),
            new BookingSnapshot(missed, Map.of(), null, ""),
            new BookingSnapshot(cancelled, Map.of(), null, "ill"));
    assertThat(deliveries).extracting(WebhookDelivery::state).containsOnly(State.PENDING);
    assertThat(deliveries.getFirst().nextAttemptAt()).isEqualTo("2026-03-02T12:00:00Z");
  }

  @Test
  void keepsEverythingOfABookingInItsSnapshot() {
    Webhook webhook = add(fixture.ada, WebhookEvent.CREATED);
    Question question =
        new Question(Ids.next(), "How?", Question.AnswerKind.TEXT, false, List.of());
    EventType type =
        fixture.addEventType(
            t ->
                t.questions(question)
                    .location(
                        new Location(Location.LocationKind.LINK, "https://example.org/room")));
    BookRequest request =
        new BookRequest(
            type.id(),
            Instant.parse(TEN),
            new Invitee(
                "Lí 王",
                new EmailAddress("Li@example.com"),
                ZoneId.of("Asia/Kathmandu"),
                Locale.forLanguageTag("zh-Hant-TW")),
            List.of(new EmailAddress("friend@example.net")),
            Map.of(question.id(), new Answer.Text("so")),
            "two\nlines",
            Map.of("crm", "7"),
            null,
            null);
    Booking booking = Fixture.booked(fixture.core.bookingDesk().book(request, Actor.HOST));

    String snapshot = open(deliveries(webhook).getFirst()).snapshot();
    assertThat(StoredSnapshot.parse(snapshot))
        .isEqualTo(new BookingSnapshot(booking, Map.of(question.id(), "How?"), null, null));
    // As it was stored before more was told than the booking.
    String bare = JsonMapper.shared().readTree(snapshot).path("booking").toString();
    assertThat(StoredSnapshot.parse(bare))
        .isEqualTo(new BookingSnapshot(booking, Map.of(), null, null));
  }

  @Test
  void keepsTheOrderOfQuestionsAndTheirLabelsOfThen() {
    Webhook webhook = add(fixture.ada, WebhookEvent.CREATED);
    List<Question> questions =
        IntStream.range(0, 20)
            .mapToObj(
                i -> new Question(Ids.next(), "Q" + i, Question.AnswerKind.TEXT, false, List.of()))
            .toList();
    EventType type = fixture.addEventType(t -> t.questions(questions.toArray(Question[]::new)));
    fixture.book(type, TEN);

    BookingSnapshot snapshot =
        StoredSnapshot.parse(open(deliveries(webhook).getFirst()).snapshot());
    assertThat(snapshot.labels().values())
        .containsExactlyElementsOf(questions.stream().map(Question::label).toList());
  }

  @Test
  void tellsNobodyWhoIsOffOrWantsSomethingElseOrHasAnotherHost() {
    Webhook other = add(fixture.ada, WebhookEvent.CANCELLED);
    Webhook off = add(fixture.ada);
    Webhook.Change switchOff = new Webhook.Change(null, null, false, false);
    fixture.core.webhooks().change(off.id(), switchOff);
    Webhook bea = add(fixture.addHost("bea"));
    fixture.book(fixture.addEventType(t -> t), TEN);

    assertThat(told(other)).isEmpty();
    assertThat(told(off)).isEmpty();
    assertThat(told(bea)).isEmpty();
    assertThat(fixture.dump()).doesNotContain("webhook_event |");
  }

  @Test
  void tellsTheWebhooksOfEveryHostOnce() {
    Host bea = fixture.addHost("bea");
    Team team = fixture.addTeam("duo", fixture.ada, bea);
    Webhook first = add(fixture.ada);
    Webhook second = add(fixture.ada);
    Webhook beas = add(bea);
    fixture.book(
        fixture.addEventType(t -> t.assignment(new Assignment.Collective(team.id()))), TEN);

    assertThat(told(first)).containsExactly(WebhookEvent.CREATED);
    assertThat(List.of(deliveries(second), deliveries(beas)))
        .allSatisfy(
            others ->
                assertThat(others)
                    .extracting(WebhookDelivery::eventId)
                    .containsExactly(deliveries(first).getFirst().eventId()));
  }

  @Test
  void tellsTheFormerHostOfAMoveToAnotherMember() {
    Host bea = fixture.addHost("bea");
    Team team = fixture.addTeam("duo", fixture.ada, bea);
    EventType type = fixture.addEventType(t -> t.assignment(new Assignment.RoundRobin(team.id())));
    Booking booking = fixture.book(type, TEN);
    Host former = booking.isWith(bea.id()) ? bea : fixture.ada;
    Host next = booking.isWith(bea.id()) ? fixture.ada : bea;
    Webhook formers = add(former);
    Webhook nexts = add(next);
    fixture.busy(former, ELEVEN, "2026-03-03T17:00:00Z");

    Booking moved =
        changed(
            fixture
                .core
                .bookingDesk()
                .reschedule(booking.id(), Instant.parse(ELEVEN), Change.byInvitee("")));

    assertThat(moved.isWith(next.id())).isTrue();
    for (Webhook webhook : List.of(formers, nexts)) {
      assertThat(told(webhook)).containsExactly(WebhookEvent.RESCHEDULED);
      assertThat(StoredSnapshot.parse(open(deliveries(webhook).getFirst()).snapshot()).previous())
          .isEqualTo(new BookingSnapshot.Previous(booking.start(), booking.end()));
    }
  }

  @Test
  void remindsWhenItIsTimeAndKeepsNoSnapshotUntilThen() {
    Webhook webhook = add(fixture.ada, WebhookEvent.REMINDER);
    fixture.book(fixture.addEventType(t -> t.reminders(60, 30)), TEN);

    List<WebhookDelivery> reminders = deliveries(webhook);
    assertThat(reminders)
        .extracting(WebhookDelivery::nextAttemptAt)
        .containsExactly(
            Instant.parse("2026-03-03T14:00:00Z"), Instant.parse("2026-03-03T14:30:00Z"));
    assertThat(open(reminders.getFirst()).snapshot()).isNull();
    assertThat(open(reminders.getFirst()).sequence()).isZero();
  }

  @Test
  void keepsTheFirstBodyAndEveryAttempt() {
    Webhook webhook = add(fixture.ada);
    fixture.book(fixture.addEventType(t -> t), TEN);
    WebhookDelivery delivery = deliveries(webhook).getFirst();

    assertThat(dispatch.keepBody(delivery.eventId(), "{1}")).contains("{1}");
    assertThat(dispatch.keepBody(delivery.eventId(), "{2}")).contains("{1}");
    assertThat(open(delivery).snapshot()).isNull();
    dispatch.note(delivery.id(), webhook.id(), attempt(500, "The receiver answered 500"));
    assertThat(now(webhook).failingSince()).isEqualTo(fixture.clock.instant());
    dispatch.note(delivery.id(), webhook.id(), attempt(204, null));

    WebhookDelivery kept = deliveries(webhook).getFirst();
    assertThat(kept.state()).isEqualTo(State.SUCCEEDED);
    assertThat(kept.attempts()).extracting(WebhookAttempt::status).containsExactly(500, 204);
    assertThat(kept.attempts().getFirst().answer()).isEqualTo("hello\uFFFD");
    assertThat(now(webhook).failingSince()).isNull();
    assertThat(dispatch.open(delivery.id(), "webhook-" + delivery.id())).isEmpty();
  }

  @Test
  void switchesOffAWebhookThatHasFailedForFiveDays() {
    Webhook webhook = add(fixture.ada);
    fixture.book(fixture.addEventType(t -> t), TEN);
    UUID delivery = deliveries(webhook).getFirst().id();

    dispatch.note(delivery, webhook.id(), attempt(null, "down"));
    fixture.clock.advance(WebhookDispatch.PATIENCE.minusSeconds(1));
    dispatch.note(delivery, webhook.id(), attempt(null, "down"));
    assertThat(now(webhook).active()).isTrue();
    fixture.clock.advance(Duration.ofSeconds(1));
    dispatch.note(delivery, webhook.id(), attempt(null, "down"));

    assertThat(now(webhook).active()).isFalse();
    assertThat(fixture.dump()).containsOnlyOnce("| webhook-off |");
    Webhook.Change on = new Webhook.Change(null, null, true, false);
    Webhook again = fixture.core.webhooks().change(webhook.id(), on).orElseThrow();
    assertThat(again.active()).isTrue();
    assertThat(again.failingSince()).isNull();
  }

  @Test
  void switchesOffAWebhookThatIsGone() {
    Webhook webhook = add(fixture.ada);
    fixture.book(fixture.addEventType(t -> t), TEN);
    dispatch.note(deliveries(webhook).getFirst().id(), webhook.id(), attempt(410, "gone"));

    assertThat(now(webhook).active()).isFalse();
    assertThat(deliveries(webhook).getFirst().state()).isEqualTo(State.FAILED);
    assertThat(fixture.dump()).containsOnlyOnce("| webhook-off |");
  }

  @Test
  void keepsTheOldSecretForADay() {
    Webhook webhook = add(fixture.ada);
    Webhook.Change rotate = new Webhook.Change(null, null, null, true);
    Webhook rotated = fixture.core.webhooks().change(webhook.id(), rotate).orElseThrow();
    Instant now = fixture.clock.instant();

    assertThat(now(webhook)).isEqualTo(rotated);
    assertThat(rotated.secret()).isNotEqualTo(webhook.secret());
    Instant last = now.plus(Webhook.ROTATION).minusMillis(1);
    assertThat(rotated.secrets(last)).containsExactly(rotated.secret(), webhook.secret());
    assertThat(rotated.secrets(now.plus(Webhook.ROTATION))).containsExactly(rotated.secret());
    assertThat(webhook.secret().key()).hasSize(32);
    assertThat(webhook).asString().doesNotContain(webhook.secret().value());
  }

  @Test
  void replaysWhatFailedSinceATime() {
    Webhook webhook = add(fixture.ada);
    EventType type = fixture.addEventType(t -> t);
    fixture.book(type, TEN);
    fixture.book(type, ELEVEN);
    List<WebhookDelivery> both = deliveries(webhook);
    dispatch.note(both.getFirst().id(), webhook.id(), attempt(500, "no"));
    fixture.clock.advance(Duration.ofHours(1));
    dispatch.note(both.getLast().id(), webhook.id(), attempt(500, "no"));
    var service = fixture.core.webhookDeliveries();
    Instant since = fixture.clock.instant();
    assertThat(service.replayFailed(Instant.EPOCH)).isZero();
    fixture.sql("UPDATE outbox SET state = 'parked' WHERE kind = 'webhook'");
    assertThat(service.list(webhook.id(), State.FAILED, 10)).hasSize(2);

    assertThat(service.replayFailed(since)).isEqualTo(1);

    assertThat(deliveries(webhook))
        .extracting(WebhookDelivery::state)
        .containsExactly(State.FAILED, State.PENDING);
    WebhookDelivery again = service.find(both.getLast().id()).orElseThrow();
    assertThat(again.nextAttemptAt()).isEqualTo(since);
    assertThat(again.eventId()).isEqualTo(both.getLast().eventId());
    assertThat(dispatch.open(again.id(), "webhook-" + again.id())).isEmpty();
    assertThat(service.replayFailed(Instant.EPOCH)).isEqualTo(1);
  }

  @Test
  void deletesAWebhookWithWhatItAloneWasTold() {
    Webhook one = add(fixture.ada, WebhookEvent.CREATED, WebhookEvent.CANCELLED);
    Webhook other = add(fixture.ada, WebhookEvent.CREATED);
    Booking booking = fixture.book(fixture.addEventType(t -> t), TEN);
    fixture.core.bookingDesk().cancel(booking.id(), Change.byInvitee(""));

    assertThat(fixture.core.webhooks().delete(Ids.next(), one.id())).isFalse();
    assertThat(fixture.core.webhooks().delete(fixture.ada.id(), one.id())).isTrue();
    assertThat(fixture.core.webhooks().delete(fixture.ada.id(), one.id())).isFalse();

    assertThat(told(other)).containsExactly(WebhookEvent.CREATED);
    assertThat(fixture.dump("news"))
        .contains("booking.created")
        .doesNotContain("| booking.cancelled |");
  }

  @Test
  void forgetsWhatItToldWithTheBooking() {
    Webhook webhook = add(fixture.ada);
    EventType type = fixture.addEventType(t -> t.reminders(60));
    Booking booking = fixture.book(type, TEN, "carla@example.com");
    for (WebhookDelivery delivery : deliveries(webhook)) {
      dispatch.keepBody(delivery.eventId(), "{\"name\": \"carla\"}");
      dispatch.note(delivery.id(), webhook.id(), attempt(200, null));
    }
    fixture.sql("UPDATE outbox SET state = 'done'");
    fixture.clock.set("2026-03-10T12:00:00Z");

    fixture.core.erasure().eraseInvitee(new EmailAddress("carla@example.com"));

    assertThat(fixture.dump()).doesNotContain("carla");
    assertThat(deliveries(webhook)).isEmpty();
    assertThat(fixture.core.bookings().find(booking.id())).isPresent();

    fixture.book(type, "2026-03-11T15:00:00Z", "dora@example.com");
    fixture.clock.set("2026-12-01T12:00:00Z");
    fixture.core.archive().archiveBatch(Duration.ofDays(90));
    assertThat(deliveries(webhook)).isEmpty();
    assertThat(fixture.dump()).doesNotContain("webhook_event |");
  }

  @Test
  void forgetsAGuestButRemindsOfTheMeeting() {
    Webhook webhook = add(fixture.ada);
    EventType type = fixture.addEventType(t -> t.reminders(60));
    Booking booking = fixture.book(type, TEN, "carla@example.com");
    fixture.sql(
        "UPDATE booking SET guests = 'friend@example.net', guest_keys = '%s' WHERE id = '%s'"
            .formatted(EmailKeys.ofStored(List.of("friend@example.net")), booking.id()));
    for (WebhookDelivery delivery : deliveries(webhook)) {
      if (delivery.event() == WebhookEvent.CREATED) {
        dispatch.keepBody(delivery.eventId(), "friend@example.net");
      }
    }

    fixture.core.erasure().eraseInvitee(new EmailAddress("friend@example.net"));

    assertThat(fixture.dump()).doesNotContain("friend@");
    assertThat(told(webhook)).containsExactly(WebhookEvent.REMINDER);
  }

  @Test
  void goesWithItsHost() {
    Host bea = fixture.addHost("bea");
    Team team = fixture.addTeam("duo", fixture.ada, bea);
    Webhook adas = add(fixture.ada);
    Webhook beas = add(bea);
    EventType both =
        fixture
            .core
            .eventTypes()
            .add(
                new EventTypeBuilder(fixture.ada.id())
                    .slug("both")
                    .assignment(new Assignment.Collective(team.id()))
                    .build());
    fixture.book(both, TEN);
    fixture.sql("UPDATE outbox SET state = 'done'");
    fixture.clock.set("2026-03-10T12:00:00Z");

    fixture.core.erasure().eraseHost(bea.id());

    assertThat(fixture.core.webhooks().find(beas.id())).isEmpty();
    assertThat(deliveries(adas)).isEmpty();
    assertThat(fixture.dump()).doesNotContain("bea Example");
  }
}
