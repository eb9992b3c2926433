package org.meetwright.server.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.question.Question;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.text.Texts;

class PageTextsTest {
  private static final Path MAIN = Path.of("src", "main");
  private static final Pattern KEY =
      Pattern.compile("\"((?:[a-z][A-Za-z0-9_]*)(?:\\.[A-Za-z0-9_]+)+)\"");

  private static Properties words() throws IOException {
    Properties words = new Properties();
    Path file = MAIN.resolve("resources/org/meetwright/server/pages/texts.properties");
    try (var reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    return words;
  }

  private static Set<String> namedInSources() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path root :
        new Path[] {MAIN.resolve("jte/pages"), MAIN.resolve("java/org/meetwright/server/pages")}) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher texts =
              Pattern.compile("texts(?:\\(\\))?\\s*\\.get\\(([^)]*)")
                  .matcher(Files.readString(file));
          while (texts.find()) {
            Matcher key = KEY.matcher(texts.group(1));
            while (key.find()) {
              keys.add(key.group(1));
            }
          }
        }
      }
    }
    return keys;
  }

  @Test
  void hasEveryTextThatPagesName() throws IOException {
    assertThat(namedInSources()).hasSizeGreaterThan(50).isSubsetOf(words().stringPropertyNames());
  }

  @Test
  void hasATextForEveryStatusProblemAndKindOfAnswer() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (BookingStatus status : BookingStatus.values()) {
      keys.add("booking.title." + status.word());
      keys.add("booking.lead." + status.word());
      keys.add("booking.status." + status.word());
    }
    for (PageAnswer.Problem problem : PageAnswer.Problem.values()) {
      keys.add("problem." + problem.words() + ".title");
      keys.add("problem." + problem.words() + ".text");
    }
    for (Question.AnswerKind kind : Question.AnswerKind.values()) {
      keys.add("error.answer." + kind.word());
    }

    assertThat(keys).isSubsetOf(words().stringPropertyNames());
  }

  @Test
  void hasNoApostropheThatAMessageFormatWouldSwallow() throws IOException {
    for (Map.Entry<Object, Object> text : words().entrySet()) {
      assertThat(text.getValue().toString()).as(text.getKey().toString()).doesNotContain("'");
    }
  }

  @Test
  void saysHowLong() {
    Texts texts = PageTexts.of(Locale.UK);

    assertThat(PageTexts.duration(texts, 45)).isEqualTo("45 min");
    assertThat(PageTexts.duration(texts, 60)).isEqualTo("1 h");
    assertThat(PageTexts.duration(texts, 1439)).isEqualTo("23 h 59 min");
  }

  @Test
  void isEnglishWhereThereIsNoTranslationWhateverTheServersLocale() {
    assertThat(PageTexts.of(Locale.of("en", "DE")).get("zone.apply")).isEqualTo("Apply");
    assertThat(PageTexts.of(Locale.of("tlh")).get("zone.apply")).isEqualTo("Apply");
  }
}
