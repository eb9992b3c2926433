package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What no browser complains of in a style sheet.
class StyleSheetsTest {
  private static final Path ASSETS = Path.of("src/main/resources/assets");
  private static final Pattern SET = Pattern.compile("(--[a-z-]+)\\s*:");
  private static final Pattern USED = Pattern.compile("var\\((--[a-z-]+)");

  @Test
  void useNoPropertyThatIsNotSet() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(ASSETS)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".css")).toList()) {
        all.append(Files.readString(file));
      }
    }
    Set<String> used = names(USED, all);
    assertThat(used).contains("--accent");
    assertThat(names(SET, all)).containsAll(used);
  }

  private static Set<String> names(Pattern pattern, CharSequence text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
