package org.meetwright.desktop.control;

import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the Feather pack.
public final class Icons {
  private Icons() {}

  /// Returns an icon.
  ///
  /// @param name as the pack calls it, such as `fth-sun`
  public static FontIcon of(String name) {
    return new FontIcon(name);
  }
}
