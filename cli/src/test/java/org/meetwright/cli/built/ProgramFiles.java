package org.meetwright.cli.built;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.meetwright.cli.MeetwrightCli;
import org.meetwright.core.Patience;

/// The program as one class path of jars, as the build packages it, and the JDK's cache of its
/// classes (AOT), without which each start would take twice as long. They are made once for all
/// tests of a build, in a folder of `target` that is named for what they are made of.
final class ProgramFiles {
  private static final Path MADE = Path.of("target", "built-program").toAbsolutePath();
  private static final String CACHE = "classes.aot";
  private static ProgramFiles made;

  private final Path directory;
  private final List<String> jars;

  private ProgramFiles() throws IOException, InterruptedException {
    List<Path> classPath = classPath();
    directory = MADE.resolve(stamp(classPath));
    jars = classPath.stream().map(this::jarOf).toList();
    Files.createDirectories(MADE);
    try (FileChannel lock =
            FileChannel.open(
                MADE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = lock.lock()) {
      if (!Files.exists(directory.resolve(CACHE))) {
        make(classPath);
      }
    }
  }

  static synchronized ProgramFiles get() {
    try {
      if (made == null) {
        made = new ProgramFiles();
      }
      return made;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// Returns the words with which the program is started, before its own arguments.
  ///
  /// @param options more for Java, as the launcher takes them, each after a space; or empty
  List<String> command(String options) {
    List<String> words = new ArrayList<>(java("-XX:AOTCache=" + directory.resolve(CACHE)));
    if (!options.isEmpty()) {
      words.addAll(words.indexOf("-cp"), List.of(options.split(" ", -1)));
    }
    return words;
  }

  private List<String> java(String more) {
    return List.of(
        program(),
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-Xlog:disable",
        "--enable-native-access=ALL-UNNAMED",
        more,
        "-cp",
        String.join(File.pathSeparator, jars),
        MeetwrightCli.class.getName());
  }

  private static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// Returns the class path of this JVM without its tests.
  private static List<Path> classPath() {
    List<Path> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath();
      // An empty one, as Surefire adds it, would be this folder, and all that is made in it.
      if (!entry.isEmpty()
          && (Files.isRegularFile(path)
              || (Files.isDirectory(path) && !path.getFileName().toString().contains("test")))) {
        entries.add(path);
      }
    }
    return entries;
  }

  /// Returns a name for the content of a class path: other classes have another.
  private static String stamp(List<Path> classPath) throws IOException {
    CRC32C stamp = new CRC32C();
    for (Path entry : classPath) {
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.sorted().toList()) {
          String facts = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
          stamp.update(facts.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return Long.toHexString(stamp.getValue());
  }

  /// Jars in the place of folders, whose classes the JDK does not cache, and of jars that the build
  /// changes.
  private String jarOf(Path entry) {
    if (Files.isDirectory(entry)) {
      return directory.resolve(Integer.toHexString(entry.hashCode()) + ".jar").toString();
    }
    return isChanged(entry) ? directory.resolve(entry.getFileName()).toString() : entry.toString();
  }

  private static boolean isChanged(Path jar) {
    return jar.getFileName().toString().startsWith("picocli-");
  }

  private void make(List<Path> classPath) throws IOException, InterruptedException {
    delete(MADE, "lock");
    Files.createDirectories(directory);
    for (Path entry : classPath) {
      Path jar = Path.of(jarOf(entry));
      if (Files.isDirectory(entry)) {
        jar(entry, jar);
      } else if (isChanged(entry)) {
        Files.copy(entry, jar);
        run(List.of(program(), "src/build/java/ClassFormat.java", jar.toString()));
      }
    }
    String home = directory.resolve("home").toString();
    List<String> host = List.of("--name", "Ada", "--email", "ada@example.org", "--zone", "UTC");
    List<String> adding = new ArrayList<>(java("-Xshare:auto"));
    adding.addAll(List.of("--home", home, "host", "add", "ada"));
    adding.addAll(host);
    run(adding);
    List<String> listing = new ArrayList<>(java("-XX:AOTCacheOutput=" + directory.resolve(CACHE)));
    listing.addAll(List.of("--home", home, "host", "list", "--json"));
    run(listing);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("MEETWRIGHT_"));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    if (!process.waitFor(Patience.SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("This does not end well: " + command);
    }
  }

  private static void jar(Path folder, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(folder)) {
      entries.setLevel(0);
      for (Path file : files.filter(each -> !each.equals(folder)).toList()) {
        // Flyway finds migrations by the entries of their folders.
        boolean isFolder = Files.isDirectory(file);
        String entry = folder.relativize(file).toString().replace(File.separatorChar, '/');
        entries.putNextEntry(new JarEntry(isFolder ? entry + "/" : entry));
        if (!isFolder) {
          Files.copy(file, entries);
        }
        entries.closeEntry();
      }
    }
  }

  /// Deletes what was made of earlier classes.
  private static void delete(Path folder, String except) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder) && !file.endsWith(except)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
