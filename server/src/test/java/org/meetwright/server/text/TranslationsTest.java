package org.meetwright.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every bundle has the same texts, with the same places, in every language.
class TranslationsTest {
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(,[a-z]+)?");

  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.endsWith("texts.properties")).sorted().toList();
    }
  }

  private static Properties texts(Path file) {
    Properties texts = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    return texts;
  }

  private static Path in(Path bundle, Locale locale) {
    return locale.equals(Locale.ENGLISH)
        ? bundle
        : bundle.resolveSibling("texts_" + locale.getLanguage() + ".properties");
  }

  /// Returns the places of a text with their kinds: `0`, `1,choice`.
  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(place -> place.group(1) + (place.group(2) == null ? "" : place.group(2)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void findsTheBundles() throws IOException {
    assertThat(bundles()).hasSizeGreaterThanOrEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void hasEveryTextInEveryLanguageAndNoOther(Path bundle) throws IOException {
    Set<String> keys = texts(bundle).stringPropertyNames();
    for (Locale locale : Translations.ALL) {
      assertThat(texts(in(bundle, locale)).stringPropertyNames())
          .as("%s in %s", bundle, locale)
          .containsExactlyInAnyOrderElementsOf(keys);
    }
    try (Stream<Path> files = Files.list(bundle.getParent())) {
      assertThat(files.filter(file -> file.getFileName().toString().matches("texts.*properties")))
          .hasSize(Translations.ALL.size());
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void hasTheSamePlacesInEveryLanguage(Path bundle) {
    Properties english = texts(bundle);
    for (Locale locale : Translations.ALL) {
      texts(in(bundle, locale))
          .forEach(
              (key, text) -> {
                String said = text.toString();
                assertThat(said).as("%s in %s", key, locale).isNotBlank();
                assertThat(places(said))
                    .as("%s in %s", key, locale)
                    .isEqualTo(places(english.getProperty(key.toString())));
                // A lone apostrophe would switch off the places after it.
                assertThat(said.replace("''", "")).as("%s in %s", key, locale).doesNotContain("'");
                assertThat(new MessageFormat(said, locale).format(new Object[] {1, 2, 3, 4, 5, 6}))
                    .as("%s in %s", key, locale)
                    .doesNotContain("{", "}");
              });
    }
  }

  @Test
  void readsALanguageThatThereAreTextsInAndElseEnglishAfterTheCountrysHabits() {
    assertThat(Translations.readable(Locale.GERMANY)).isEqualTo(Locale.GERMANY);
    assertThat(Translations.readable(Locale.of("pt", "BR"))).isEqualTo(Locale.of("pt", "BR"));
    assertThat(Translations.readable(Locale.US)).isEqualTo(Locale.US);
    assertThat(Translations.readable(Locale.of("nl", "NL"))).isEqualTo(Locale.of("en", "NL"));
    assertThat(Translations.readable(Locale.CHINESE)).isEqualTo(Locale.UK);
    assertThat(Translations.readable(Locale.of("de", "ZZ"))).isEqualTo(Locale.GERMAN);
  }
}
