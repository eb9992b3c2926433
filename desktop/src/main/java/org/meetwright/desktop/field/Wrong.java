package org.meetwright.desktop.field;

import javafx.beans.value.ObservableValue;
import org.meetwright.desktop.control.Prose;

/// What is wrong with something, said below it.
public final class Wrong {
  private Wrong() {}

  /// Returns a text that is there as long as something is wrong.
  ///
  /// @param id of what it stands below; its own is that with `-error`
  /// @param reason empty if nothing is
  public static Prose of(String id, ObservableValue<String> reason) {
    Prose below = new Prose();
    below.setId(id + "-error");
    below.getStyleClass().addAll("wrong", "hint");
    below.saidProperty().bind(reason);
    below.visibleProperty().bind(below.saidProperty().isNotEmpty());
    below.managedProperty().bind(below.visibleProperty());
    return below;
  }
}
