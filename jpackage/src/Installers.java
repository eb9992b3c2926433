import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Makes what people install, for the system that it runs on: an image of the server and its
/// command line with a Java runtime of its own, an archive of it, and the system's packages. The
/// profile `installers` of pom.xml runs it; docs/install.md says what comes out.
///
/// Arguments: the folder of the project, the version.
final class Installers {
  /// The time of all files: the same sources make the same packages.
  private static final long BUILT = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

  private final Path root;
  private final Path module;
  private final Path target;
  private final String version;
  private final Target system = Target.here();

  private Installers(Path root, String version) {
    this.root = root;
    this.module = root.resolve("jpackage");
    this.target = module.resolve("target");
    // Packages know nothing of snapshots.
    this.version = version.replace("-SNAPSHOT", "");
  }

  /// The systems that there are installers for.
  private enum Target {
    LINUX("linux", List.of("deb", "rpm")),
    MACOS("macos", List.of("dmg", "pkg")),
    WINDOWS("windows", List.of("msi"));

    private final String folder;
    private final List<String> packages;

    Target(String folder, List<String> packages) {
      this.folder = folder;
      this.packages = packages;
    }

    static Target here() {
      String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
      return name.contains("win") ? WINDOWS : name.contains("mac") ? MACOS : LINUX;
    }
  }

  public static void main(String[] arguments) throws Exception {
    new Installers(Path.of(arguments[0]).toAbsolutePath().normalize(), arguments[1]).server();
  }

  private void server() throws Exception {
    Path built = target.resolve("server");
    delete(built);
    Path input = built.resolve("input");
    copy(root.resolve("cli/target/lib"), input.resolve("lib"));
    Files.copy(root.resolve("cli/target/meetwright-cli.jar"), input.resolve("meetwright-cli.jar"));
    Path share = Files.createDirectories(built.resolve("share"));
    copy(root.resolve("cli/target/man"), share.resolve("man/man1"));
    Files.copy(root.resolve("LICENSE"), share.resolve("LICENSE"));
    Path files = module.resolve(system.folder).resolve("server/files");
    if (Files.isDirectory(files)) {
      copy(files, share);
    }
    jpackage(
        "--type",
        "app-image",
        "@common/server.args",
        "@" + system.folder + "/server.args",
        "--app-version",
        version,
        "--input",
        input.toString(),
        "--app-content",
        share.toString(),
        "--dest",
        built.toString());
    Path image = built.resolve("meetwright");
    settleTimes(image);
    Training.run(image);
    completions(image);
    Path done = Files.createDirectories(target.resolve("installers"));
    String archive = "meetwright-" + version + "-" + system.folder + "-" + architecture();
    archive(built, done.resolve(archive + ".tar.gz"));
    for (String type : system.packages) {
      if (canMake(type)) {
        jpackage(
            "--type",
            type,
            "@" + system.folder + "/server-package.args",
            "--app-image",
            image.toString(),
            "--app-version",
            version,
            "--dest",
            done.toString());
      } else {
        System.out.println("No " + type + ": the program that makes it is not installed.");
      }
    }
    checksums(done);
  }

  /// Runs jpackage in the module's folder, to which the files of arguments relate.
  private void jpackage(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(module.toFile()).inheritIO();
    builder.environment().putIfAbsent("SOURCE_DATE_EPOCH", Long.toString(BUILT));
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException("This failed, its words are above: " + command);
    }
  }

  /// Gives all files the time that the packages give them: the cache of the training is only good
  /// for jars with the times that they had then.
  private static void settleTimes(Path image) throws IOException {
    try (Stream<Path> files = Files.walk(image)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(BUILT)));
      }
    }
  }

  private static boolean canMake(String type) {
    String program =
        switch (type) {
          case "deb" -> "dpkg-deb";
          case "rpm" -> "rpmbuild";
          case "msi" -> "wix.exe";
          default -> "hdiutil";
        };
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private void completions(Path image) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(share(image).resolve("completions"));
    for (String shell : List.of("bash", "zsh", "fish", "powershell")) {
      Process process =
          new ProcessBuilder(Training.launcher(image).toString(), "completion", shell)
              .redirectOutput(folder.resolve(shell).toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("No completion for " + shell);
      }
    }
  }

  private static Path share(Path image) throws IOException {
    try (Stream<Path> folders = Files.walk(image)) {
      return folders
          .filter(folder -> folder.endsWith("share") && Files.exists(folder.resolve("LICENSE")))
          .findAny()
          .orElseThrow();
    }
  }

  private void archive(Path folder, Path archive) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tar", "-czf", archive.toString()));
    if (system == Target.LINUX) {
      command.addAll(
          List.of("--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@" + BUILT));
    }
    command.addAll(List.of("-C", folder.toString(), "meetwright"));
    run(command);
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x64";
      case String other -> other;
    };
  }

  private static void checksums(Path folder) throws Exception {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith("SHA256SUMS")) {
          var digest = java.security.MessageDigest.getInstance("SHA-256");
          digest.update(Files.readAllBytes(file));
          lines.add(HexFormat.of().formatHex(digest.digest()) + "  " + file.getFileName());
        }
      }
    }
    Files.write(folder.resolve("SHA256SUMS"), lines);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(
              file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
