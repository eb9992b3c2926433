package org.meetwright.desktop;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.meetwright.desktop.field.FileChoice;

/// The dialogs of the system, over the window.
record SystemFiles(Stage stage) implements FileChoice {
  @Override
  public Optional<Path> existing(String title) {
    return Optional.ofNullable(chooser(title).showOpenDialog(stage)).map(File::toPath);
  }

  @Override
  public Optional<Path> fresh(String title, String name) {
    FileChooser chooser = chooser(title);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
  }

  private static FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    return chooser;
  }
}
