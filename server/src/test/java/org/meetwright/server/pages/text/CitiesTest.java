package org.meetwright.server.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.pages.text.Cities.City;

class CitiesTest {
  private static List<String> zones(String typed) {
    return Cities.find(typed).stream().map(City::zone).toList();
  }

  @Test
  void findsCitiesThatNoZoneIsNamedAfter() {
    assertThat(zones("mumbai")).containsExactly("Asia/Kolkata");
    assertThat(zones("San Francisco")).containsExactly("America/Los_Angeles");
    assertThat(zones("delhi")).containsExactly("Asia/Kolkata");
    assertThat(zones("new york")).containsExactly("America/New_York");
    assertThat(zones("japan")).containsExactly("Asia/Tokyo");
  }

  @Test
  void takesNoNoticeOfAccentsHyphensAndCase() {
    assertThat(zones("ZURICH")).containsExactly("Europe/Zurich");
    assertThat(zones("zürich")).containsExactly("Europe/Zurich");
    assertThat(zones("sao paulo")).containsExactly("America/Sao_Paulo");
    assertThat(zones("ho-chi minh")).containsExactly("Asia/Ho_Chi_Minh");
    assertThat(zones("دبي")).containsExactly("Asia/Dubai");
    assertThat(zones("東京")).containsExactly("Asia/Tokyo");
    assertThat(zones("ISTANBUL")).hasSize(1);
  }

  @Test
  void offersAFewThatBeginSoTheBestFirst() {
    assertThat(zones("san")).hasSizeBetween(2, 8);
    assertThat(zones("york").getFirst()).isEqualTo("America/New_York");
    assertThat(zones("a")).hasSize(8);
  }

  @Test
  void findsNothingInNonsense() {
    assertThat(zones("xyzzy")).isEmpty();
    assertThat(zones("  ")).isEmpty();
    assertThat(zones("?!")).isEmpty();
  }

  @Test
  void knowsOnlyZonesThatCanBeChosen() throws IOException {
    Properties known = new Properties();
    Path file = Path.of("src/main/resources/org/meetwright/server/pages/cities.properties");
    try (var reader = Files.newBufferedReader(file)) {
      known.load(reader);
    }

    assertThat(known.stringPropertyNames())
        .hasSizeGreaterThan(100)
        .allSatisfy(zone -> assertThat(TimeZones.parse("zone", zone)).isNotNull());
  }
}
