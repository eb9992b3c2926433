package org.meetwright.desktop.control;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;

/// Buttons by their weight.
public final class Buttons {
  private Buttons() {}

  /// Returns the button of the one thing to do here.
  public static Button main(String id, String text, Runnable action) {
    return button(id, text, action, Styles.ACCENT);
  }

  /// Returns a button of something else that can be done.
  public static Button other(String id, String text, Runnable action) {
    return button(id, text, action, "other");
  }

  /// Returns a button without a border.
  public static Button quiet(String id, String text, Runnable action) {
    return button(id, text, action, Styles.FLAT);
  }

  /// Returns the button of something that cannot be undone.
  public static Button danger(String id, String text, Runnable action) {
    return button(id, text, action, Styles.DANGER);
  }

  /// Returns a button that is an icon alone.
  ///
  /// @param text what screen readers say
  public static Button icon(String id, String icon, String text, Runnable action) {
    Button button = button(id, "", action, Styles.FLAT);
    button.setGraphic(Icons.of(icon));
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setAccessibleText(text);
    return button;
  }

  private static Button button(String id, String text, Runnable action, String style) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add(style);
    button.setOnAction(event -> action.run());
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }
}
