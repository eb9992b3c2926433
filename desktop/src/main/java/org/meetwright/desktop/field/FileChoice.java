package org.meetwright.desktop.field;

import java.nio.file.Path;
import java.util.Optional;

/// Has the host choose a file, in the dialog of the system.
public interface FileChoice {
  /// Returns a file that is there; empty if none was chosen.
  ///
  /// @param title of the dialog
  Optional<Path> existing(String title);

  /// Returns where to write a file; empty if nowhere. The dialog asks before a file is replaced.
  ///
  /// @param title of the dialog
  /// @param name of the file, to begin with
  Optional<Path> fresh(String title, String name);
}
