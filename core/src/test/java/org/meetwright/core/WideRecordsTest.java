package org.meetwright.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Records, constructors and methods have at most eight components or parameters, or a line `Wide:`
/// beside them that says why.
class WideRecordsTest {
  private static final int MOST = 8;

  private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)(?:<[^({]*>)?\\(");

  private static final Pattern CONSTRUCTOR =
      Pattern.compile("(?m)^ *(?:public |private |protected )?([A-Z]\\w*)\\((?=[^;]*?\\) *\\{)");

  private static final Pattern METHOD =
      Pattern.compile(
          "(?m)^ ++(?!return |new |throw |else |case |yield |assert )[\\w.<>\\[\\]@?, ]*"
              + "[\\w>\\]] ([a-z]\\w*)\\(");

  private static final Pattern COMMENT = Pattern.compile("(?m)//.*$");

  @Test
  void haveAReasonBesideThem() throws IOException {
    List<String> wide = new ArrayList<>();
    int looked = 0;
    for (String module : List.of("core", "server", "desktop", "cli")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          looked++;
          wide.addAll(unexplained(file, Files.readString(file)));
        }
      }
    }
    assertThat(looked).isGreaterThan(500);
    assertThat(wide).isEmpty();
  }

  @Test
  void findsWideOnes() {
    Path file = Path.of("Some.java");
    String nine = "int a, int b, int c, int d, int e, int f, int g, Map<A, B> h, int i";
    assertThat(unexplained(file, "record Some(" + nine + ") {}")).hasSize(1);
    assertThat(unexplained(file, "class Some {\n  Some(" + nine + ") {\n  }\n}")).hasSize(1);
    assertThat(unexplained(file, "class Some {\n  static <T> List<T> of(" + nine + ") {\n  }\n}"))
        .hasSize(1);
    assertThat(unexplained(file, "class Some {\n  @Nullable Row of(" + nine + ");\n}")).hasSize(1);
    assertThat(unexplained(file, "    return some(" + nine.replaceAll("\\S+ ", "") + ");"))
        .isEmpty();
    assertThat(unexplained(file, "/// Wide: it is.\nrecord Some(" + nine + ") {}")).isEmpty();
    assertThat(unexplained(file, "record Some(" + nine.replace(", int i", "") + ") {}")).isEmpty();
  }

  private static List<String> unexplained(Path file, String source) {
    List<String> found = new ArrayList<>();
    for (Pattern pattern : List.of(RECORD, CONSTRUCTOR, METHOD)) {
      Matcher matcher = pattern.matcher(source);
      while (matcher.find()) {
        String name = matcher.group(1);
        int count = components(source, matcher.end());
        if (count > MOST && !isExplained(source, matcher.start())) {
          found.add(count + " components of " + name + " in " + file);
        }
      }
    }
    return found;
  }

  /// Returns whether the comment right before says why.
  private static boolean isExplained(String source, int at) {
    String before = source.substring(0, source.lastIndexOf('\n', at) + 1).stripTrailing();
    for (String each : before.lines().toList().reversed()) {
      String line = each.strip();
      if (line.startsWith("/// ") && line.contains("Wide: ")) {
        return true;
      }
      if (!line.startsWith("///") && !line.startsWith("@")) {
        return false;
      }
    }
    return false;
  }

  /// Returns how many components stand from an opening parenthesis to the closing one.
  private static int components(String source, int from) {
    String rest = COMMENT.matcher(source.substring(from)).replaceAll("");
    int depth = 1;
    int angles = 0;
    int commas = 0;
    for (int i = 0; i < rest.length(); i++) {
      switch (rest.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case '<' -> angles++;
        case '>' -> angles--;
        case ',' -> commas += depth == 1 && angles == 0 ? 1 : 0;
        default -> {}
      }
      if (depth == 0) {
        return rest.substring(0, i).isBlank() ? 0 : commas + 1;
      }
    }
    return 0;
  }
}
