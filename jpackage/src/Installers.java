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

/// Makes what people install, for the system that it runs on: images of the server with its command
/// line and of the desktop app, with a Java runtime of their own, archives of them, and the
/// system's packages. The profile `installers` of pom.xml runs it; docs/install.md says what comes
/// out.
///
/// Arguments: the folder of the project, the version, and what to make: `server`, `desktop`, or
/// both with a comma.
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
    LINUX("linux", "meetwright-desktop", "png", List.of("deb", "rpm")),
    MACOS("macos", "Meetwright", "icns", List.of("dmg", "pkg")),
    WINDOWS("windows", "Meetwright", "ico", List.of("msi"));

    private final String folder;
    private final String desktop;
    private final String icon;
    private final List<String> packages;

    Target(String folder, String desktop, String icon, List<String> packages) {
      this.folder = folder;
      this.desktop = desktop;
      this.icon = icon;
      this.packages = packages;
    }

    static Target here() {
      String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
      return name.contains("win") ? WINDOWS : name.contains("mac") ? MACOS : LINUX;
    }
  }

  /// What is installed.
  ///
  /// @param folder of its arguments
  /// @param module of the program
  /// @param name of its packages, its folder and its program
  private record Product(String folder, String module, String name) {
    static final Product SERVER = new Product("server", "cli", "meetwright");

    String jar() {
      return "meetwright-" + module + ".jar";
    }
  }

  public static void main(String[] arguments) throws Exception {
    Installers installers =
        new Installers(Path.of(arguments[0]).toAbsolutePath().normalize(), arguments[1]);
    Path done = installers.target.resolve("installers");
    delete(done);
    Files.createDirectories(done);
    List<String> wanted = List.of(arguments[2].split(",", -1));
    if (wanted.contains("server")) {
      installers.server(done);
    }
    if (wanted.contains("desktop")) {
      installers.desktop(done);
    }
    Files.copy(
        installers.target.resolve("sbom.json"),
        done.resolve("meetwright-" + installers.version + ".cdx.json"));
    checksums(done);
  }

  private void server(Path done) throws Exception {
    Path share = begin(Product.SERVER);
    copy(root.resolve("cli/target/man"), share.resolve("man/man1"));
    Path image = image(Product.SERVER, List.of());
    Training.server(image);
    completions(image);
    install(Product.SERVER, image, done);
  }

  private void desktop(Path done) throws Exception {
    Product product = new Product("desktop", "desktop", system.desktop);
    Path share = begin(product);
    // The one drawing of all icons.
    Path drawing = root.resolve("server/src/main/resources/assets/favicon.svg");
    Path icon = Icons.make(system.icon, drawing, built(product));
    Files.copy(drawing, share.resolve("meetwright.svg"));
    Path image = image(product, List.of("--icon", icon.toString()));
    Training.desktop(image);
    install(product, image, done);
  }

  private Path built(Product product) {
    return target.resolve(product.folder);
  }

  /// Gathers what the image is made of.
  ///
  /// @return the folder of files that are not the program's
  private Path begin(Product product) throws IOException {
    Path built = built(product);
    delete(built);
    Path input = built.resolve("input");
    Path program = root.resolve(product.module).resolve("target");
    copy(program.resolve("lib"), input.resolve("lib"));
    Files.copy(program.resolve(product.jar()), input.resolve(product.jar()));
    Path share = Files.createDirectories(built.resolve("share"));
    Files.copy(root.resolve("LICENSE"), share.resolve("LICENSE"));
    // What is bundled, with licences; those of Java are in its folder "legal".
    Files.copy(target.resolve("sbom.json"), share.resolve("sbom.cdx.json"));
    Path files = module.resolve(system.folder).resolve(product.folder).resolve("files");
    if (Files.isDirectory(files)) {
      copy(files, share);
    }
    return share;
  }

  private Path image(Product product, List<String> more) throws Exception {
    Path built = built(product);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--type",
                "app-image",
                "@common/runtime.args",
                "@common/" + product.folder + "-about.args",
                "@common/" + product.folder + ".args",
                "@" + system.folder + "/" + product.folder + ".args",
                "--name",
                product.name,
                "--app-version",
                version,
                "--input",
                built.resolve("input").toString(),
                "--app-content",
                built.resolve("share").toString(),
                "--dest",
                built.toString()));
    arguments.addAll(more);
    jpackage(arguments);
    Path image = built.resolve(system == Target.MACOS ? product.name + ".app" : product.name);
    settleTimes(image);
    return image;
  }

  private void install(Product product, Path image, Path done) throws Exception {
    String archive = product.name + "-" + version + "-" + system.folder + "-" + architecture();
    archive(image, done.resolve(archive + ".tar.gz"));
    for (String type : system.packages) {
      if (canMake(type)) {
        jpackage(
            List.of(
                "--type",
                type,
                "@common/" + product.folder + "-about.args",
                "@" + system.folder + "/" + product.folder + "-package.args",
                "--name",
                product.name,
                "--app-image",
                image.toString(),
                "--app-version",
                version,
                "--dest",
                done.toString()));
      } else {
        System.out.println("No " + type + ": the program that makes it is not installed.");
      }
    }
  }

  /// Runs jpackage in the module's folder, to which the files of arguments relate.
  private void jpackage(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
    command.addAll(arguments);
    run(command);
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(module.toFile()).inheritIO();
    builder.environment().putIfAbsent("SOURCE_DATE_EPOCH", Long.toString(BUILT));
    // Else dpkg-deb takes minutes, for a few megabytes less.
    builder.environment().putIfAbsent("DPKG_DEB_COMPRESSOR_TYPE", "zstd");
    builder.environment().putIfAbsent("DPKG_DEB_COMPRESSOR_LEVEL", "10");
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

  private void archive(Path image, Path archive) throws IOException, InterruptedException {
    // Half a megabyte less, which keeps the server below what it may weigh.
    String packing = system == Target.LINUX ? "--use-compress-program=gzip -9" : "-z";
    List<String> command = new ArrayList<>(List.of("tar", packing, "-cf", archive.toString()));
    if (system == Target.LINUX) {
      command.addAll(
          List.of("--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@" + BUILT));
    }
    command.addAll(List.of("-C", image.getParent().toString(), image.getFileName().toString()));
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

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
