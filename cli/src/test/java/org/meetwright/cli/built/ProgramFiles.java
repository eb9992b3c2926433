package org.meetwright.cli.built;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.meetwright.cli.MeetwrightCli;
import org.meetwright.core.Patience;

/// The program as one class path of jars, and an archive of its loaded classes (CDS), without which
/// each start would take twice as long. Both are made once for all tests of a JVM.
final class ProgramFiles {
  private static ProgramFiles made;

  private final Path directory;
  private final String classPath;

  private ProgramFiles() throws IOException, InterruptedException {
    directory = Files.createTempDirectory("meetwright-built");
    Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
    classPath = jars();
    archive();
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
    List<String> words =
        new ArrayList<>(archived("-XX:SharedArchiveFile=" + directory.resolve("classes.jsa")));
    if (!options.isEmpty()) {
      words.addAll(words.indexOf("-cp"), List.of(options.split(" ", -1)));
    }
    return words;
  }

  private List<String> archived(String archive) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-Xlog:disable",
        "--enable-native-access=ALL-UNNAMED",
        archive,
        "-cp",
        classPath,
        MeetwrightCli.class.getName());
  }

  /// Returns the class path of this JVM without its tests, and with jars in the place of folders:
  /// classes from folders cannot be archived.
  private String jars() throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isRegularFile(path)) {
        jars.add(entry);
      } else if (Files.isDirectory(path) && !path.getFileName().toString().contains("test")) {
        jars.add(jar(path, "classes" + jars.size() + ".jar").toString());
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private Path jar(Path folder, String name) throws IOException {
    Path jar = directory.resolve(name);
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
    return jar;
  }

  private void archive() throws IOException, InterruptedException {
    Path home = directory.resolve("home");
    List<String> command =
        new ArrayList<>(archived("-XX:ArchiveClassesAtExit=" + directory.resolve("classes.jsa")));
    command.addAll(List.of("--home", home.toString(), "host", "list"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    if (!builder.start().waitFor(Patience.SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The program does not end");
    }
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      // The system deletes it one day.
    }
  }
}
