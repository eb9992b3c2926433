import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// Checks, or with `apply` mends, the format of every Java source below a module's `src`, and
/// writes what is wrong to a file, which exists afterwards only if something is. The build runs it
/// with google-java-format on the class path, and fails if there is that file; see pom.xml.
final class Format {

  public static void main(String[] arguments) throws IOException {
    List<String> sources = sources(Path.of(""));
    if (sources.isEmpty()) {
      return;
    }
    boolean apply = arguments[0].equals("apply");
    Path report = Path.of(arguments[1]);
    List<String> options =
        new ArrayList<>(
            apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    options.addAll(sources);

    ToolProvider formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        formatter.run(
            new PrintWriter(out, true), new PrintWriter(err, true), options.toArray(String[]::new));
    Files.deleteIfExists(report);
    if (status == 0) {
      return;
    }
    List<String> lines = new ArrayList<>();
    if (!err.toString().isBlank()) {
      lines.add("google-java-format cannot read these:");
      lines.addAll(err.toString().lines().toList());
    }
    if (!out.toString().isBlank()) {
      lines.add("Not as google-java-format writes them:");
      out.toString().lines().map(file -> "  " + file).forEach(lines::add);
      lines.add("This mends them: ./mvnw -Pformat validate");
    }
    Files.write(report, lines);
  }

  private static List<String> sources(Path root) throws IOException {
    List<String> found = new ArrayList<>();
    try (var modules =
        Files.newDirectoryStream(root, module -> Files.isDirectory(module.resolve("src")))) {
      for (Path module : modules) {
        try (var files = Files.walk(module.resolve("src"))) {
          files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(found::add);
        }
      }
    }
    found.sort(null);
    return found;
  }
}
