package org.meetwright.desktop.field;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;

/// A part of a form, which can be folded.
public final class Section extends TitledPane {
  /// Creates it.
  ///
  /// @param open whether it is not folded at first
  public Section(String id, String title, boolean open, Node inside) {
    super(title, inside);
    setId(id);
    setAnimated(false);
    setExpanded(open);
    getStyleClass().add("section");
  }
}
