package org.meetwright.core;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A name means one thing in all modules.
class NamesTest {
  private static final Pattern NEEDS_ITS_AUTHOR =
      Pattern.compile("\\b(?:class|record|enum|interface) (Kind|Found|Done)\\b");

  @Test
  void areOfOneClassEach() throws IOException {
    assertThat(sharedNames(sources())).isEmpty();
  }

  /// `Kind` alone does not say of what; a `FeedKind` does, also where only it is imported.
  @Test
  void sayWhatTheyAreOf() throws IOException {
    List<String> vague = new ArrayList<>();
    for (Path source : sources()) {
      Matcher matcher = NEEDS_ITS_AUTHOR.matcher(Files.readString(source));
      while (matcher.find()) {
        vague.add(matcher.group(1) + " in " + source);
      }
    }
    // The answers to a search are named as in docs/architecture.md: found, inactive, ...
    assertThat(vague)
        .allSatisfy(each -> assertThat(each).startsWith("Found in ").endsWith("FindOutcome.java"))
        .hasSize(1);
  }

  @Test
  void findsNamesThatAreUsedTwice() {
    assertThat(sharedNames(List.of(Path.of("a", "One.java"), Path.of("b", "One.java"))))
        .containsExactly("One.java");
    assertThat(sharedNames(List.of(Path.of("a", "One.java"), Path.of("b", "Two.java")))).isEmpty();
  }

  private static Set<String> sharedNames(List<Path> sources) {
    Map<String, Long> names =
        sources.stream().collect(groupingBy(each -> each.getFileName().toString(), counting()));
    return names.keySet().stream()
        .filter(name -> names.get(name) > 1)
        .collect(toCollection(TreeSet::new));
  }

  /// Returns the sources of all modules, each of which has one class that is not nested.
  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("core", "server", "desktop", "cli")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        List<Path> own =
            files
                .filter(path -> path.toString().endsWith(".java"))
                .filter(path -> !path.endsWith("package-info.java"))
                .filter(path -> !path.endsWith("module-info.java"))
                .toList();
        assertThat(own).hasSizeGreaterThan(100);
        sources.addAll(own);
      }
    }
    return sources;
  }
}
