package org.meetwright.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documentation has no dead links: each file and each heading that one names is there.
class LinksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *$");

  @Test
  void leadSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int followed = 0;
    for (Path document : documents()) {
      Matcher links =
          LINK.matcher(CODE.matcher(FENCE.matcher(text(document)).replaceAll("")).replaceAll("``"));
      while (links.find()) {
        String target = links.group(1);
        if (!target.matches("[a-z]+:.*")) {
          followed++;
          if (!leads(document, target)) {
            dead.add(ROOT.relativize(document) + ": " + target);
          }
        }
      }
    }

    assertThat(followed).isPositive();
    assertThat(dead).isEmpty();
  }

  @Test
  void namesEveryDocumentInItsIndex() throws IOException {
    String index = text(ROOT.resolve("docs/README.md"));

    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".md") && !name.equals("README.md"))
          .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
    }
  }

  @Test
  void namesHeadingsAsTheirReadersDo() {
    assertThat(anchors("# A `b`, c: d\n\n## Two\n## Two\n"))
        .containsExactlyInAnyOrder("a-b-c-d", "two", "two-1");
  }

  private static boolean leads(Path document, String target) throws IOException {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    Path named = file.isEmpty() ? document : document.resolveSibling(file).normalize();
    return Files.exists(named)
        && (hash < 0 || anchors(text(named)).contains(target.substring(hash + 1)));
  }

  /// The names of headings, as GitHub makes them.
  private static Set<String> anchors(String text) {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    Matcher headings = HEADING.matcher(FENCE.matcher(text).replaceAll(""));
    while (headings.find()) {
      String name =
          headings
              .group(1)
              .toLowerCase(Locale.ROOT)
              .replaceAll("\\]\\([^)]*\\)", "")
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-');
      int before = times.merge(name, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? name : name + "-" + before);
    }
    return anchors;
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> above = Files.list(ROOT)) {
      Stream.concat(docs, above)
          .filter(file -> file.toString().endsWith(".md"))
          .forEach(documents::add);
    }
    return documents;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
