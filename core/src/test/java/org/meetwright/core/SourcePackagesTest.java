package org.meetwright.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds what docs/architecture.md says about packages, by the sources of all modules: what a file
/// imports or names counts, also where nothing of it is left in the class file, as in comments.
class SourcePackagesTest {
  private static final List<String> MODULES = List.of("core", "server", "desktop", "cli");
  private static final String CORE = "org.meetwright.core.";
  private static final int MOST_FILES = 12;

  /// A row of a table in docs/architecture.md.
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");

  /// A test that docs/architecture.md names.
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern NAMED =
      Pattern.compile("\\borg\\.meetwright(?:\\.[a-z]\\w*)+(?=\\.[A-Z])");
  private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"");

  /// The packages of all modules, with the files of each and the packages that it names.
  private record Sources(Map<String, Integer> files, Map<String, Set<String>> named) {
    private static Sources read() throws IOException {
      Sources sources = new Sources(new TreeMap<>(), new TreeMap<>());
      for (String module : MODULES) {
        try (Stream<Path> found = Files.walk(Path.of("..", module, "src", "main", "java"))) {
          for (Path file : found.filter(path -> path.toString().endsWith(".java")).toList()) {
            sources.add(file, Files.readString(file));
          }
        }
      }
      return sources;
    }

    private void add(Path file, String source) {
      Matcher declared = PACKAGE.matcher(source);
      assertThat(declared.find()).as(file.toString()).isTrue();
      String name = declared.group(1);
      if (!file.endsWith("package-info.java")) {
        files.merge(name, 1, Integer::sum);
      }
      Set<String> all = named.computeIfAbsent(name, _ -> new TreeSet<>());
      NAMED
          .matcher(TEXT.matcher(source).replaceAll("\"\""))
          .results()
          .map(found -> found.group())
          .filter(other -> !other.equals(name))
          .forEach(all::add);
    }
  }

  /// Returns a way from a package back to itself; empty if there is none.
  private static List<String> cycle(Map<String, Set<String>> named) {
    Set<String> done = new HashSet<>();
    for (String start : named.keySet()) {
      List<String> way = new ArrayList<>();
      if (leadsBack(start, named, done, way)) {
        return way.subList(way.indexOf(way.getLast()), way.size());
      }
    }
    return List.of();
  }

  private static boolean leadsBack(
      String at, Map<String, Set<String>> named, Set<String> done, List<String> way) {
    boolean seen = way.contains(at);
    way.add(at);
    if (seen) {
      return true;
    }
    for (String next : named.getOrDefault(at, Set.of())) {
      if (!done.contains(next) && leadsBack(next, named, done, way)) {
        return true;
      }
    }
    way.removeLast();
    done.add(at);
    return false;
  }

  @Test
  void nameEachOtherInNoCycle() throws IOException {
    Sources sources = Sources.read();
    assertThat(sources.named()).hasSizeGreaterThan(100);
    assertThat(cycle(sources.named())).isEmpty();
  }

  @Test
  void haveTwelveFilesAtMost() throws IOException {
    Map<String, Integer> wide = new HashMap<>(Sources.read().files());
    wide.values().removeIf(files -> files <= MOST_FILES);
    assertThat(wide).isEmpty();
  }

  @Test
  void standInTheDocument() throws IOException {
    Set<String> rows =
        ROW.matcher(document())
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> packages = new TreeSet<>();
    for (String name : Sources.read().files().keySet()) {
      if (name.startsWith(CORE)) {
        packages.add(name.substring(CORE.length()));
      }
    }
    assertThat(packages).hasSizeGreaterThan(50);
    assertThat(packages)
        .allSatisfy(name -> assertThat(rows).anyMatch(row -> (name + ".").startsWith(row + ".")));
    rows.removeAll(packages);
    assertThat(rows).isSubsetOf("core", "server", "desktop", "cli", "jpackage");
  }

  @Test
  void areHeldByTestsThatExist() throws IOException {
    List<String> missing = new ArrayList<>();
    Map<String, String> tests = tests();
    for (var named : TEST.matcher(document()).results().toList()) {
      String source = tests.get(named.group(1));
      String method = named.group(2);
      if (source == null || (method != null && !source.contains(" " + method + "("))) {
        missing.add(named.group());
      }
    }
    assertThat(tests).hasSizeGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("..", "docs", "architecture.md"));
  }

  /// Returns the sources of all tests by name; of tests with the same name all of them.
  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new HashMap<>();
    for (String module : MODULES) {
      try (Stream<Path> found = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        for (Path file : found.filter(path -> path.toString().endsWith("Test.java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          tests.merge(name, Files.readString(file), String::concat);
        }
      }
    }
    return tests;
  }

  @Test
  void cyclesAreFound() {
    Map<String, Set<String>> named =
        Map.of("a", Set.of("b", "c"), "b", Set.of("d"), "c", Set.of("d"), "d", Set.of("c"));
    assertThat(cycle(named)).hasSize(3).startsWith(cycle(named).getLast());
    assertThat(cycle(Map.of("a", Set.of("b", "c"), "b", Set.of("c")))).isEmpty();
  }
}
