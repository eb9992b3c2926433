import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Has the desktop app open its window and show its screens, with made-up meetings.
final class DesktopTraining {
  /// The app keeps what was open last, and opens it again: what one looks around in.
  private static final String PROFILES =
      """
      {"current": "demo", "profiles": [
        {"id": "demo", "name": "Demo", "kind": "DEMO", "address": "", "account": ""}]}
      """;

  private DesktopTraining() {}

  static void train(Path image) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("meetwright-training");
    try {
      Path own = Files.createDirectories(home.resolve("desktop"));
      Files.writeString(own.resolve("profiles.json"), PROFILES);
      List<String> command =
          List.of(Training.launcher(image).toString(), "--home", home.toString(), "--trial");
      ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
      // No display is needed: JavaFX draws in memory.
      builder.environment().put("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
      Process app = builder.start();
      if (!app.waitFor(5, TimeUnit.MINUTES)) {
        app.destroyForcibly();
        throw new IllegalStateException("The desktop app does not end");
      }
      if (app.exitValue() != 0) {
        throw new IllegalStateException("The desktop app failed: " + app.exitValue());
      }
    } finally {
      Installers.delete(home);
    }
  }
}
