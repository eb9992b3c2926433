package org.meetwright.core.eventtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.StoredText;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.eventtype.text.OwnTexts;
import org.meetwright.core.eventtype.text.StoredTexts;
import org.meetwright.core.eventtype.text.TextPlace;
import org.meetwright.core.eventtype.text.TextVariable;
import org.meetwright.core.value.InvalidValueException;

class EventTypeFieldsTest {
  @Test
  void offersTheDefaultLengthAmongTheOthers() {
    Timing timing = new Timing(30, List.of(60, 15, 60), null, 0, 0);

    assertThat(timing.durationsMinutes()).containsExactly(15, 30, 60);
    assertThat(timing.offered("duration", null)).isEqualTo(30);
    assertThat(timing.offered("duration", 60)).isEqualTo(60);
    assertThatThrownBy(() -> timing.offered("duration", 45))
        .hasMessage("must be a length that is offered (15, 30, 60 minutes), not 45");
  }

  @Test
  void stepsByTheAskedLengthUnlessAStepIsGiven() {
    assertThat(new Timing(30, List.of(60), null, 0, 0).lasting(60).stepMinutes()).isEqualTo(60);
    Timing stepped = new Timing(30, List.of(60), 15, 0, 0);
    assertThat(stepped.lasting(60).stepMinutes()).isEqualTo(15);
    Timing halfHourly = new Timing(30, List.of(60), 30, 0, 0);
    assertThat(halfHourly.lasting(60).stepMinutes()).isEqualTo(30);
  }

  @Test
  void takesTheStepOfOneLengthForItsDefault() {
    assertThat(new Timing(30, List.of(), 30, 0, 0).ownStepMinutes()).isNull();
  }

  @Test
  void offersAtMostTenLengths() {
    List<Integer> nine = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(new Timing(10, nine, null, 0, 0).durationsMinutes()).hasSize(10);
    List<Integer> ten = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 11);
    assertThatThrownBy(() -> new Timing(10, ten, null, 0, 0))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://x.example/{random}",
        "{random}",
        "https://{random",
        "https://meet.example/{rand}",
        ""
      })
  void refusesPatternsThatMakeNoLink(String pattern) {
    assertThatThrownBy(() -> Location.offered(Location.LocationKind.GENERATED_LINK, pattern))
        .isInstanceOf(InvalidValueException.class)
        .satisfies(wrong -> assertThat(((InvalidValueException) wrong).field()).isEqualTo("value"));
  }

  @Test
  void warnsOfALinkThatIsTheSameEveryTime() {
    Location guessed =
        Location.offered(Location.LocationKind.GENERATED_LINK, "https://meet.example/ada");
    Location random =
        Location.offered(
            Location.LocationKind.GENERATED_LINK, "https://{random}.meet.example/x?r={random}");
    Attendance attendance = at(1, random, guessed);

    assertThat(attendance.warnings()).hasSize(1);
    assertThat(attendance.warnings().getFirst().field()).isEqualTo("locations[1].value");
  }

  @Test
  void gathersThoseWhoShareAMeetingInOnePlace() {
    Location phone = new Location(Location.LocationKind.PHONE, "");
    Location theirs = new Location(Location.LocationKind.IN_PERSON, "");
    Location room = new Location(Location.LocationKind.IN_PERSON, "Room 1");

    assertThat(at(3, phone).seats()).isEqualTo(3);
    assertThatThrownBy(() -> at(3, room, phone)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> at(3, theirs)).isInstanceOf(InvalidValueException.class);
  }

  private static Attendance at(int seats, Location... places) {
    return new Attendance(new Assignment.OneHost(), null, seats, List.of(places));
  }

  @Test
  void fillsVariablesInOnce() {
    OwnTexts texts =
        new OwnTexts(
            Map.of(
                TextPlace.MAIL,
                Map.of("en", "Dear {invitee}, {not this} { } {invitee}", "de", "Hallo {invitee}")));

    assertThat(texts.find(TextPlace.MAIL, Locale.ENGLISH, variable -> "$1 {host}"))
        .hasValue("Dear $1 {host}, {not this} { } $1 {host}");
    assertThat(texts.find(TextPlace.MAIL, Locale.GERMANY, TextVariable::word))
        .hasValue("Hallo invitee");
    assertThat(texts.find(TextPlace.REMINDER, Locale.GERMAN, TextVariable::word))
        .as("like other mail")
        .hasValue("Hallo invitee");
    assertThat(texts.find(TextPlace.MAIL, Locale.JAPANESE, TextVariable::word))
        .as("English for other readers")
        .hasValueSatisfying(text -> assertThat(text).startsWith("Dear"));
    assertThat(texts.find(TextPlace.CONFIRMATION, Locale.ENGLISH, TextVariable::word)).isEmpty();
    assertThat(texts.find(TextPlace.FOLLOW_UP, Locale.ENGLISH, TextVariable::word)).isEmpty();
  }

  @Test
  void namesAVariableThatIsNotKnown() {
    assertThatThrownBy(
            () -> new OwnTexts(Map.of(TextPlace.MAIL, Map.of("de", "Hallo {name} und {host}"))))
        .hasMessageContaining("{name}; known are {invitee}, {host}")
        .satisfies(
            wrong ->
                assertThat(((InvalidValueException) wrong).field()).isEqualTo("texts.mail.de"));
    assertThatThrownBy(() -> new OwnTexts(Map.of(TextPlace.MAIL, Map.of("english", "Hi"))))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("must be a language");
  }

  @Test
  void keepsStoredTexts() {
    String stored = StoredText.of("texts.json");

    assertThat(StoredTexts.json(StoredTexts.parse(stored))).isEqualTo(stored);
    assertThat(StoredTexts.parse("")).isEqualTo(OwnTexts.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "javascript:alert(1)",
        "https:///x",
        "https://ada@example.com/",
        "/thanks",
        "https://exa mple.com/",
        ""
      })
  void redirectsToHttpsAlone(String url) {
    assertThatThrownBy(() -> redirecting(Correspondence.redirectUrl(url)))
        .isInstanceOf(InvalidValueException.class)
        .satisfies(
            wrong -> assertThat(((InvalidValueException) wrong).field()).isEqualTo("redirectUrl"));
  }

  @Test
  void redirectsWithQueryAndFragment() {
    URI url = Correspondence.redirectUrl("https://example.com/thanks?a=b#c");
    assertThat(redirecting(url).redirectUrl()).isEqualTo(url);
  }

  private static Correspondence redirecting(URI url) {
    return new Correspondence(List.of(), List.of(), null, url, OwnTexts.NONE);
  }
}
