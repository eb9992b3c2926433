package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The words of the app are the same in every language, and all that the code names are there.
class DesktopTextsTest {
  private static final Path RESOURCES = Path.of("src/main/resources/org/meetwright/desktop");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:get|fact|title|panel)\\(\\s*(?:\\d,"
              + " )?\"([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9_]+)+)\"[,)]");

  /// The words of the pages on which hosts change the same things; tests of the server hold that
  /// they are in all languages.
  private static final String PAGES = "org/meetwright/server/pages/account/texts.properties";

  private static final Pattern OF_PAGES = Pattern.compile("page\\(\\s*\"([a-zA-Z_.]+[a-zA-Z])\"");

  static Stream<String> translations() {
    return Words.LANGUAGES.stream().filter(language -> !language.equals("en"));
  }

  private static Properties texts(String suffix) {
    Properties texts = new Properties();
    try (var reader =
        Files.newBufferedReader(RESOURCES.resolve("texts" + suffix + ".properties"))) {
      texts.load(reader);
      return texts;
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("translations")
  void saysTheSameInEveryLanguage(String language) {
    Properties english = texts("");
    Properties translated = texts("_" + language);
    assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(places(translated.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
      assertThat(translated.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
    }
  }

  @Test
  void hasAllThatTheCodeNames() throws IOException {
    Set<String> known = texts("").stringPropertyNames();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Set<String> named = new TreeSet<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        NAMED.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group(1)));
      }
      assertThat(named).hasSizeGreaterThan(50);
      assertThat(known).containsAll(named);
    }
    Properties pages = new Properties();
    try (var reader = Words.class.getClassLoader().getResourceAsStream(PAGES)) {
      pages.load(reader);
    }
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Set<String> named = new TreeSet<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        OF_PAGES
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> named.add(found.group(1)));
      }
      assertThat(pages.stringPropertyNames()).containsAll(named);
    }
    for (String code : Trouble.IN_WORDS) {
      assertThat(known).contains("trouble." + code);
    }
  }

  @Test
  void saysWhatCanHappenToABooking() {
    Words words = Words.of(Locale.ENGLISH, ZoneOffset.UTC);

    assertThat(BookingEvent.values()).allMatch(event -> words.hasPage("history." + event.word()));
    assertThat(words.hasPage("history.invented")).isFalse();
  }
}
