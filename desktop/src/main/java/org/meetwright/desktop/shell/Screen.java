package org.meetwright.desktop.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.task.Trouble;

/// A screen: what the window shows beside the sidebar. It is made when it is shown first, and kept.
public interface Screen {
  /// Returns what to show.
  Region root();

  /// Called each time it comes into view, and when the host asks to read all anew: it loads, and
  /// from now on keeps itself right.
  void shown();

  /// Called when it goes out of view: from now on it asks the server for nothing.
  void hidden();

  /// Returns why it could not load; null if it could. The shell says it, and has the host try
  /// again, which is [#shown].
  ObservableValue<@Nullable Trouble> trouble();
}
