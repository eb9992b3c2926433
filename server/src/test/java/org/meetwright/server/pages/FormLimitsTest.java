package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a field of a page takes at most is said once, by what reads it. Only how many digits a
/// number has stands in a page.
class FormLimitsTest {
  private static final Pattern LIMIT = Pattern.compile("maxlength=\"([^\"]*)|longest = ([^,)]*)");

  @Test
  void comeFromWhatReadsTheFields() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "jte"))) {
      List<String> limits =
          files.filter(Files::isRegularFile).flatMap(FormLimitsTest::limits).toList();
      assertThat(limits).hasSizeGreaterThan(30);
      assertThat(limits).allSatisfy(limit -> assertThat(limit).doesNotContainPattern("\\d{2}"));
    }
  }

  private static Stream<String> limits(Path file) {
    try {
      return LIMIT.matcher(Files.readString(file)).results().map(MatchResult::group);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
