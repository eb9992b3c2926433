package org.meetwright.desktop;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Window;

/// Measures how long the app takes from the start of its process until a screen or the doors can be
/// used, and how much memory it has then; a program of its own, with the options of the app. It
/// waits some seconds, measures the memory again, and ends.
final class StartUpCost {
  private static final long POLL_MILLIS = 20;
  private static final long SETTLE_SECONDS = 5;

  private StartUpCost() {}

  /// Measures.
  public static void main(String[] arguments) throws Exception {
    Thread.ofPlatform().daemon().start(StartUpCost::watch);
    MeetwrightDesktop.main(arguments);
  }

  private static void watch() {
    try {
      while (!usable()) {
        Thread.sleep(POLL_MILLIS);
      }
      long started = ManagementFactory.getRuntimeMXBean().getStartTime();
      System.out.println("usable after ms: " + (System.currentTimeMillis() - started));
      System.out.println(
          "of processors: " + ProcessHandle.current().info().totalCpuDuration().orElseThrow());
      System.out.println("memory: " + memory());
      Thread.sleep(TimeUnit.SECONDS.toMillis(SETTLE_SECONDS));
      System.out.println("memory later: " + memory());
      Platform.exit();
    } catch (InterruptedException | IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static boolean usable() throws InterruptedException {
    AtomicBoolean usable = new AtomicBoolean();
    CountDownLatch looked = new CountDownLatch(1);
    try {
      Platform.runLater(
          () -> {
            usable.set(
                Window.getWindows().stream()
                    .anyMatch(
                        window -> isShown(window, "#next-who") || isShown(window, "#door-here")));
            looked.countDown();
          });
    } catch (IllegalStateException notStarted) {
      return false;
    }
    looked.await();
    return usable.get();
  }

  private static boolean isShown(Window window, String query) {
    Node node = window.getScene() == null ? null : window.getScene().lookup(query);
    return node != null && !node.isDisabled();
  }

  private static String memory() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .findFirst()
        .orElse("unknown");
  }
}
