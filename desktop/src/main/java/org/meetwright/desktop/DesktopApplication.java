package org.meetwright.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Blank;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.desktop.instance.FirstInstance;
import org.meetwright.desktop.shell.Theme;
import org.meetwright.desktop.text.Words;

/// The app, as JavaFX starts it.
public final class DesktopApplication extends Application {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 320;

  private @Nullable FirstInstance instance;
  private @Nullable MainWindow window;

  @Override
  public void start(Stage stage) {
    try {
      open(stage);
    } catch (RuntimeException failed) { // The directory, mostly: its message says what to do.
      Words words = Words.ofThisComputer();
      Scene scene =
          new Scene(
              new Blank(
                  "fth-alert-circle",
                  words.get("start.failed"),
                  String.valueOf(failed.getMessage())),
              WIDTH,
              HEIGHT);
      Theme.follow(scene);
      stage.setTitle("Meetwright");
      stage.setScene(scene);
      stage.show();
    }
  }

  private void open(Stage stage) {
    Options options = Options.parse(getParameters().getRaw());
    Map<String, String> environment = System.getenv();
    Path home = EmbeddedServer.home(options.home(), environment);
    Surroundings surroundings =
        new Surroundings(
            options,
            home,
            environment,
            Clock.systemUTC(),
            address -> getHostServices().showDocument(address),
            text -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)),
            new SystemFiles(stage));
    Optional<FirstInstance> first =
        FirstInstance.claim(surroundings.own(), () -> Platform.runLater(this::front));
    if (first.isEmpty()) {
      Platform.exit();
      return;
    }
    instance = first.get();
    MainWindow opened = new MainWindow(surroundings, stage);
    window = opened;
    opened.begin();
    if (options.trial()) {
      new Trial(opened, surroundings.clock(), System.out, Platform::exit).start();
    }
  }

  private void front() {
    if (window != null) {
      window.front();
    }
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
    if (instance != null) {
      instance.close();
    }
  }
}
