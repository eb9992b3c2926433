package org.meetwright.desktop.field;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Prose;

/// A page that is read from top to bottom: its title, with what can be done there, what it is for,
/// what did not work, and then what there is.
public final class Page extends ScrollPane {
  private final VBox page = new VBox(16);

  /// Creates it.
  ///
  /// @param refused what did not work; empty if all did
  public Page(
      String id,
      String title,
      String lead,
      Node action,
      ObservableValue<String> refused,
      Node... parts) {
    Label name = new Label(title);
    name.getStyleClass().add("page-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(8, name, space, action);
    line.setAlignment(Pos.CENTER_LEFT);
    Prose why = new Prose(lead);
    why.getStyleClass().add("text-muted");
    page.getChildren().addAll(new VBox(8, line, why), Wrong.of(id, refused));
    page.getChildren().addAll(parts);
    page.getStyleClass().add("page");
    setContent(page);
    setFitToWidth(true);
    setId(id);
  }

  /// Adds a part at its end.
  public void add(Node part) {
    page.getChildren().add(part);
  }
}
