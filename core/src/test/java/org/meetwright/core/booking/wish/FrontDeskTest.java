package org.meetwright.core.booking.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.TestPolicies;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.challenge.Verdict;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.offering.Offering;

/// The order in which a wish is looked at, on both databases.
@ParameterizedClass
@EachDatabase
class FrontDeskTest {
  private static final String START = "2026-03-03T15:00:00Z";
  private static final String LATER = "2026-03-03T16:00:00Z";

  @Parameter DatabaseKind kind;

  private final List<String> steps = new ArrayList<>();
  private Duration wait = Duration.ZERO;
  private Verdict verdict = Verdict.FINE;
  private Fixture fixture;
  private FrontDesk desk;
  private EventType type;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    desk =
        new FrontDesk(
            fixture.core.bookingDesk(),
            fixture.core.confirmations(),
            fixture.core.eventTypes(),
            new Limits());
    type = fixture.addEventType(t -> t);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private final class Limits implements WishLimits {
    @Override
    public Duration enter(UUID pageId) {
      steps.add("limit " + pageId);
      return wait;
    }

    @Override
    public void made(UUID pageId) {
      steps.add("made " + pageId);
    }
  }

  private WishOutcome bring(boolean proven, BookRequest request) {
    steps.clear();
    return desk.book(
        Wish.ofForm(
            new Offering(type, List.of()),
            proven,
            () -> {
              steps.add("content");
              return request;
            },
            purpose -> {
              steps.add("challenge");
              return verdict;
            }));
  }

  private BookRequest request(String start, String key) {
    return Fixture.request(type, start, "bob@example.com", key);
  }

  private String page() {
    return fixture.ada.id().toString();
  }

  @Test
  void looksAtWhatCostsLeastFirst() {
    BookRequest request = request(START, "key");
    wait = Duration.ofSeconds(3);
    verdict = Verdict.USED;
    assertThat(bring(false, request)).isEqualTo(new WishOutcome.Limited(wait));
    assertThat(steps).containsExactly("limit " + page());
    wait = Duration.ZERO;
    assertThat(bring(false, request)).isEqualTo(new WishOutcome.Unproven());
    assertThat(steps).containsExactly("limit " + page());
    assertThat(bring(true, null)).isEqualTo(new WishOutcome.Unreadable());
    assertThat(steps).containsExactly("limit " + page(), "content");
    assertThat(bring(true, request)).isEqualTo(new WishOutcome.Unsolved(Verdict.USED));
    assertThat(steps).containsExactly("limit " + page(), "content", "challenge");
    assertThat(fixture.startsOn(type, "2026-03-03")).contains(START);
    verdict = Verdict.FINE;
    assertThat(bring(true, request)).isInstanceOf(WishOutcome.Booked.class);
    assertThat(steps).containsExactly("limit " + page(), "content", "challenge", "made " + page());
    assertThat(fixture.startsOn(type, "2026-03-03")).doesNotContain(START);
  }

  @Test
  void countsWhatWasMadeAndNothingElse() {
    bring(true, request(START, "key"));
    assertThat(bring(true, request(START, "key"))).isInstanceOf(WishOutcome.Repeated.class);
    assertThat(steps).doesNotContain("made " + page());
    assertThat(bring(true, request(LATER, "key"))).isEqualTo(new WishOutcome.KeyReused());
    assertThat(steps).doesNotContain("made " + page());
    assertThat(bring(true, request(START, "other"))).isEqualTo(new WishOutcome.SlotTaken());
    assertThat(steps).doesNotContain("made " + page());
  }

  @Test
  void asksFirstWhereAConfirmationIsWantedAndCountsWhatIsConfirmed() {
    type =
        fixture.addEventType(
            t -> t.slug("asked").policies(TestPolicies.withConfirmedEmail(Policies.FREE)));
    var asked = (WishOutcome.ToBeConfirmed) bring(true, request(START, null));
    assertThat(steps).doesNotContain("made " + page());
    wait = Duration.ofSeconds(3);
    assertThat(desk.confirm(asked.confirmation().id(), null))
        .isEqualTo(new WishOutcome.Limited(wait));
    wait = Duration.ZERO;
    steps.clear();
    assertThat(desk.confirm(asked.confirmation().id(), null))
        .isInstanceOf(WishOutcome.Booked.class);
    assertThat(steps).containsExactly("limit " + page(), "made " + page());
    steps.clear();
    assertThat(desk.confirm(asked.confirmation().id(), null))
        .isInstanceOf(WishOutcome.Repeated.class);
    assertThat(steps).containsExactly("limit " + page());
  }

  @Test
  void takesTheNewWordsOfSomeoneWhoWentBack() {
    type =
        fixture.addEventType(
            t -> t.slug("asked").policies(TestPolicies.withConfirmedEmail(Policies.FREE)));
    bring(true, request(START, "key"));
    var waiting = (WishOutcome.KeyPending) bring(true, request(LATER, "key"));
    steps.clear();

    assertThat(desk.book(type, waiting, "other"))
        .isInstanceOfSatisfying(
            WishOutcome.ToBeConfirmed.class,
            asked -> assertThat(asked.wish()).isEqualTo(request(LATER, "other")));
    assertThat(steps).isEmpty();
  }
}
