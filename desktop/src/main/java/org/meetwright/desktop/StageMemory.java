package org.meetwright.desktop;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.meetwright.desktop.profile.WindowPlace;

/// Keeps where the window was, and what it showed.
final class StageMemory {
  private static final Logger LOG = Logger.getLogger(StageMemory.class.getName());
  private static final double WIDTH = 1180;
  private static final double HEIGHT = 780;
  private static final double LEAST_WIDTH = 880;
  private static final double LEAST_HEIGHT = 560;

  private final Path directory;
  private String screen = "";

  StageMemory(Path directory) {
    this.directory = directory;
  }

  /// Puts a window where it was, if there is a display there.
  void restore(Stage stage) {
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(WIDTH, room.getWidth()));
    stage.setHeight(Math.min(HEIGHT, room.getHeight()));
    WindowPlace.read(directory).ifPresent(place -> restore(stage, place));
  }

  private void restore(Stage stage, WindowPlace place) {
    screen = place.screen();
    boolean visible =
        !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
            .isEmpty();
    if (visible && place.width() >= LEAST_WIDTH && place.height() >= LEAST_HEIGHT) {
      stage.setX(place.x());
      stage.setY(place.y());
      stage.setWidth(place.width());
      stage.setHeight(place.height());
      stage.setMaximized(place.maximized());
    }
  }

  /// Returns the name of the screen that was shown last.
  String screen() {
    return screen;
  }

  /// Notes the name of the screen that is shown.
  void screen(String name) {
    screen = name;
  }

  /// Keeps it, if that can be: on a full disk the app ends all the same.
  void keep(Stage stage) {
    try {
      write(stage);
    } catch (UncheckedIOException unwritable) {
      LOG.log(Level.WARNING, "The place of the window is not kept", unwritable);
    }
  }

  private void write(Stage stage) {
    if (Double.isFinite(stage.getX()) && Double.isFinite(stage.getWidth())) {
      new WindowPlace(
              stage.getX(),
              stage.getY(),
              stage.getWidth(),
              stage.getHeight(),
              stage.isMaximized(),
              screen)
          .write(directory);
    }
  }
}
