package org.meetwright.desktop.control;

import javafx.scene.control.Label;

/// A word in a coloured frame.
public final class Pill extends Label {
  /// Creates it.
  ///
  /// @param style the class of its colours
  public Pill(String text, String style) {
    super(text);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().addAll("pill", style);
  }
}
