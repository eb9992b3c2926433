package org.meetwright.desktop.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a place shows that has nothing to show: an icon, and a sentence or two.
public final class Blank extends VBox {
  /// Creates it.
  ///
  /// @param icon of the Feather pack
  /// @param hint what to do, or when there will be something
  public Blank(String icon, String title, String hint) {
    super(8);
    FontIcon above = Icons.of(icon);
    Label first = new Label(title);
    first.getStyleClass().add("blank-title");
    Prose second = new Prose(hint);
    second.getStyleClass().add("text-muted");
    second.setTextAlignment(TextAlignment.CENTER);
    setAlignment(Pos.CENTER);
    getStyleClass().add("blank");
    getChildren().addAll(above, first, second);
  }
}
