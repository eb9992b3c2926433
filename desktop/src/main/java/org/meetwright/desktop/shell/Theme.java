package org.meetwright.desktop.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Light or dark, as the system is.
public final class Theme {
  private Theme() {}

  /// Dresses a scene as the system is now, and whenever that changes.
  public static void follow(Scene scene) {
    Platform.Preferences preferences = Platform.getPreferences();
    dress(scene, preferences.getColorScheme());
    preferences.colorSchemeProperty().addListener((any, before, now) -> dress(scene, now));
  }

  /// Dresses a scene.
  public static void dress(Scene scene, ColorScheme scheme) {
    boolean dark = scheme == ColorScheme.DARK;
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    scene.getStylesheets().setAll(List.of(sheet(dark ? "dark" : "light"), sheet("desktop")));
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(
            Theme.class.getResource("/org/meetwright/desktop/" + name + ".css"), name)
        .toExternalForm();
  }
}
