package org.meetwright.server.calendar.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.calendar.SyncDue;
import org.meetwright.core.calendar.consent.CalendarConsents.Answer;
import org.meetwright.core.calendar.consent.CalendarConsents.Begun;
import org.meetwright.core.calendar.consent.CalendarConsents.Traveller;
import org.meetwright.core.calendar.consent.ConsentOutcome.Connected;
import org.meetwright.core.calendar.push.CalendarChannels;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.outbox.Message;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.settings.calendar.OAuthClient;

/// Channels on which Google says that something has changed; traps 24 and 25 of the design.
@ParameterizedClass
@EachDatabase
class PushTest {
  private static final URI BACK = URI.create("https://meet.example.org/account/calendars/consent");
  private static final String PATH = "/calendars/google/push";

  @Parameter DatabaseKind kind;
  private FakeGoogle google;
  private ServerFixture fixture;
  private UUID connection;
  private CalendarChannels channels;

  @BeforeEach
  void connect() throws Exception {
    google = new FakeGoogle();
    fixture =
        new ServerFixture(
            kind, google.endpoints(), new OAuthClient(FakeGoogle.CLIENT, FakeGoogle.SECRET));
    google.channelsEnd = now().plus(Duration.ofDays(7));
    var consents = fixture.core.core.calendarConsents();
    Traveller ada = new Traveller(fixture.core.ada.id(), "session");
    Begun begun = consents.begin(ada, ProviderKind.GOOGLE, BACK, null).orElseThrow();
    String back;
    try (HttpClient browser = HttpClient.newHttpClient()) {
      back =
          browser
              .send(HttpRequest.newBuilder(begun.page()).build(), BodyHandlers.discarding())
              .headers()
              .firstValue("Location")
              .orElseThrow();
    }
    String code = back.replaceFirst(".*[?&]code=", "").replaceFirst("&.*", "");
    connection =
        ((Connected) consents.end(ada, new Answer(begun.state(), code, ""))).connection().id();
    channels = channels(Optional.of(URI.create("https://meet.example.org" + PATH)));
  }

  @AfterEach
  void close() {
    fixture.close();
    google.close();
  }

  private CalendarChannels channels(Optional<URI> address) {
    var core = fixture.core.core;
    return new CalendarChannels(
        core.database(), core.connectedAccounts(), core.outbox(), core.clock(), () -> address);
  }

  private Instant now() {
    return fixture.core.clock.instant();
  }

  private int call(FakeGoogle.Channel channel, String token, String state) throws Exception {
    return call(channel.id(), token, state);
  }

  private int call(String channel, String token, String state) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(fixture.server.url().resolve(PATH))
              .header("X-Goog-Channel-ID", channel)
              .header("X-Goog-Channel-Token", token)
              .header("X-Goog-Resource-State", state)
              .POST(BodyPublishers.noBody())
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private FakeGoogle.Channel only() {
    List<FakeGoogle.Channel> open = google.channels();
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private boolean heard() {
    return channels.heardSince(connection, now());
  }

  @Test
  void opensOneChannelForACalendarAndKeepsNoSecret() {
    channels.renew(connection);
    channels.renew(connection);
    assertThat(only().calendar()).isEqualTo("ada@gmail.example");
    assertThat(fixture.core.dump()).contains(only().id()).doesNotContain(only().token());
  }

  @Test
  void opensNoneWhereTheServerIsNotReachedByHttps() {
    channels(Optional.empty()).renew(connection);
    assertThat(google.channels()).isEmpty();
  }

  /// Trap 24.
  @Test
  void readsTheAccountOnceSomethingHasChanged() throws Exception {
    channels.renew(connection);
    FakeGoogle.Channel channel = only();
    assertThat(call(channel, channel.token(), "sync")).isEqualTo(204);
    assertThat(heard()).isFalse();
    assertThat(call(channel, channel.token(), "exists")).isEqualTo(204);
    assertThat(heard()).isTrue();
    fixture.core.clock.advance(Duration.ofMinutes(1));
    assertThat(heard()).isFalse();
    assertThat(call(channel, channel.token(), "not_exists")).isEqualTo(204);
    assertThat(heard()).isTrue();
    assertThat(fixture.core.core.outbox().list(SyncDue.KIND, "pending", 10))
        .extracting(Message::dueAt)
        .allMatch(due -> !due.isAfter(now()));
  }

  @Test
  void saysThatAChannelIsNotKnown() throws Exception {
    channels.renew(connection);
    FakeGoogle.Channel channel = only();
    assertThat(call(channel, "wrong", "exists")).isEqualTo(404);
    assertThat(call(channel, "", "exists")).isEqualTo(404);
    assertThat(call(UUID.randomUUID().toString(), channel.token(), "exists")).isEqualTo(404);
    assertThat(call("nonsense", channel.token(), "exists")).isEqualTo(404);
    assertThat(call(channel, channel.token(), "nonsense")).isEqualTo(404);
    assertThat(heard()).isFalse();
    fixture.core.clock.advance(Duration.ofDays(7));
    assertThat(call(channel, channel.token(), "exists")).isEqualTo(404);
  }

  /// Trap 25: Google renews no channel. Another one is opened a day before, and the old one is
  /// closed once the new one is open.
  @Test
  void opensAnotherChannelBeforeOneEnds() throws Exception {
    channels.renew(connection);
    FakeGoogle.Channel first = only();
    fixture.core.clock.advance(Duration.ofDays(5));
    channels.renew(connection);
    assertThat(only()).isEqualTo(first);
    fixture.core.clock.advance(Duration.ofDays(1));
    google.channelsEnd = now().plus(Duration.ofDays(7));
    google.fail("POST", 500, "backendError");
    channels.renew(connection);
    assertThat(only()).as("the old one stays until there is another").isEqualTo(first);
    channels.renew(connection);
    FakeGoogle.Channel second = only();
    assertThat(second).isNotEqualTo(first);
    assertThat(call(first, first.token(), "exists")).isEqualTo(404);
    assertThat(call(second, second.token(), "exists")).isEqualTo(204);
  }

  @Test
  void leavesNothingOfAHostWhoIsErased() {
    channels.renew(connection);
    var core = fixture.core.core;
    assertThat(
            core.calendarConsents()
                .begin(
                    new Traveller(fixture.core.ada.id(), "session"),
                    ProviderKind.GOOGLE,
                    BACK,
                    null))
        .isPresent();
    assertThat(rows()).containsOnlyKeys("calendar_token", "calendar_consent", "calendar_channel");
    core.hostStanding().disable(fixture.core.ada.id());
    assertThat(core.erasure().eraseHost(fixture.core.ada.id())).isNotNull();
    assertThat(rows()).isEmpty();
  }

  private Map<String, List<String>> rows() {
    return fixture
        .core
        .dump()
        .lines()
        .filter(line -> line.matches("calendar_(token|consent|channel) .*"))
        .collect(Collectors.groupingBy(line -> line.replaceFirst(" .*", "")));
  }
}
