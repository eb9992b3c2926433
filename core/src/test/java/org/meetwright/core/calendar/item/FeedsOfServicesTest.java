package org.meetwright.core.calendar.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.meetwright.core.time.Interval;

/// Whole feeds, made by hand in the style of the services that are named, whatever the language of
/// the machine that reads them.
class FeedsOfServicesTest {
  private static final Interval WINDOW =
      new Interval(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z"));
  private static final List<Locale> LOCALES =
      Stream.of("de-DE", "en-US", "ar-EG").map(Locale::forLanguageTag).toList();

  private static final String GOOGLE =
      """
      2026-03-03T14:30:00Z 2026-03-03T14:45:00Z Stand-up
      2026-03-06T05:00:00Z 2026-03-07T05:00:00Z (secret)
      2026-03-10T15:00:00Z 2026-03-10T15:15:00Z Stand-up
      2026-03-24T13:30:00Z 2026-03-24T13:45:00Z Stand-up
      """;
  private static final String OUTLOOK =
      """
      2026-03-02T08:00:00Z 2026-03-02T09:00:00Z Gebucht
      2026-03-03T14:00:00Z 2026-03-03T14:30:00Z Busy
      2026-03-04T08:00:00Z 2026-03-04T09:00:00Z Gebucht
      2026-03-05T13:00:00Z 2026-03-05T14:00:00Z Tentative?
      2026-03-09T05:00:00Z 2026-03-09T05:30:00Z Call
      2026-03-16T08:00:00Z 2026-03-16T09:00:00Z Gebucht
      2026-03-18T08:00:00Z 2026-03-18T09:00:00Z Gebucht
      2026-03-30T07:00:00Z 2026-03-30T08:00:00Z Gebucht
      2026-04-01T07:00:00Z 2026-04-01T08:00:00Z Gebucht
      """;
  private static final String ICLOUD =
      """
      2026-03-09T23:00:00Z 2026-03-11T23:00:00Z Ski
      2026-03-13T07:00:00Z 2026-03-13T08:00:00Z Run
      2026-03-27T17:00:00Z 2026-03-27T18:00:00Z Répétition du chœur – salle Érard 🎶
      2026-04-03T16:00:00Z 2026-04-03T17:00:00Z Répétition du chœur – salle Érard 🎶
      2026-04-10T16:00:00Z 2026-04-10T17:00:00Z Répétition du chœur – salle Érard 🎶
      """;
  private static final String EXCHANGE =
      """
      2026-03-19T23:00:00Z 2026-03-20T23:00:00Z Urlaub
      2026-03-30T08:00:00Z 2026-03-30T09:30:00Z Besprechung
      2026-03-31T06:00:00Z 2026-03-31T06:30:00Z Anruf
      """;
  private static final String NEXTCLOUD =
      """
      2026-03-02T07:30:00Z 2026-03-02T08:15:00Z Frühsport
      2026-03-05T09:00:00Z 2026-03-05T10:00:00Z (secret)
      2026-03-09T07:30:00Z 2026-03-09T08:15:00Z Frühsport
      2026-03-12T07:30:00Z 2026-03-12T08:15:00Z Frühsport
      2026-03-23T07:30:00Z 2026-03-23T08:15:00Z Frühsport
      """;

  private final Locale usual = Locale.getDefault();

  @AfterEach
  void speakAsUsual() {
    Locale.setDefault(usual);
  }

  private static Stream<Arguments> feeds() {
    return LOCALES.stream()
        .flatMap(
            locale ->
                Stream.of(
                    Arguments.of(locale, "google", "Ada Lovelace", 0, GOOGLE),
                    Arguments.of(locale, "outlook", "Calendar", 0, OUTLOOK),
                    Arguments.of(locale, "icloud", "Home", 0, ICLOUD),
                    Arguments.of(locale, "exchange", "Kalender – Grüße", 1, EXCHANGE),
                    Arguments.of(locale, "nextcloud", "Persönlich", 0, NEXTCLOUD),
                    Arguments.of(locale, "nothing-in-it", "New", 0, "")));
  }

  @ParameterizedTest(name = "{1} under {0}")
  @MethodSource("feeds")
  void takeTheTimesThatTheirOwnersSee(
      Locale locale, String feed, String name, int unreadable, String busy) throws Exception {
    Locale.setDefault(locale);
    IcsReading.Read read = (IcsReading.Read) read(feed);
    assertThat(read.name()).isEqualTo(name);
    assertThat(read.unreadable()).isEqualTo(unreadable);
    assertThat(told(read)).isEqualTo(busy.lines().toList());
  }

  private static IcsReading read(String feed) throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            FeedsOfServicesTest.class.getResourceAsStream("/calendars/feeds/" + feed + ".ics"))) {
      return new IcsReader(Set.of("ada@example.org")).read(in);
    }
  }

  private static List<String> told(IcsReading.Read read) {
    ZoneId zone = read.zone();
    Recurrences recurrences =
        new Recurrences(zone == null ? ZoneId.of("Europe/Berlin") : zone, WINDOW);
    List<BusySpan> spans = new ArrayList<>();
    for (CalendarItem item : read.items()) {
      ExpandedEvent expansion = recurrences.expand(item);
      assertThat(expansion.problem()).isEqualTo(ExpandedEvent.Problem.NONE);
      assertThat(expansion.unknownZones()).isEmpty();
      spans.addAll(expansion.busy());
    }
    return spans.stream()
        .sorted(Comparator.comparing(BusySpan::start))
        .map(
            one ->
                one.start()
                    + " "
                    + one.end()
                    + " "
                    + (one.secret() ? "(secret)" : one.summary())
                    + (one.tentative() ? "?" : ""))
        .toList();
  }

  private static Stream<Arguments> noFeeds() {
    return LOCALES.stream()
        .flatMap(
            locale ->
                Arrays.stream(new String[] {"empty", "sign-in"})
                    .map(feed -> Arguments.of(locale, feed)));
  }

  @ParameterizedTest(name = "{1} under {0}")
  @MethodSource("noFeeds")
  void areNotBelievedWhereTheyAreNone(Locale locale, String feed) throws Exception {
    Locale.setDefault(locale);
    assertThat(read(feed)).isInstanceOf(IcsReading.NoCalendar.class);
  }
}
