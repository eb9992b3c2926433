package org.meetwright.desktop.change;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// Says what would follow if a draft were saved, and why it was not.
public final class ChangesPane extends VBox {
  private static final int MOST_NAMED = 3;

  private final Words words;
  private final String same;
  private final ObservableBooleanValue changed;
  private final ObservableValue<@Nullable Changes> changes;
  private final ObservableValue<@Nullable Trouble> refused;

  /// Creates it.
  ///
  /// @param same what it says as long as nothing is changed
  /// @param changes null while nobody knows
  /// @param refused why it was not saved; null if it was
  public ChangesPane(
      Words words,
      String same,
      ObservableBooleanValue changed,
      ObservableValue<@Nullable Changes> changes,
      ObservableValue<@Nullable Trouble> refused) {
    super(4);
    this.words = words;
    this.same = same;
    this.changed = changed;
    this.changes = changes;
    this.refused = refused;
    setId("changes");
    setAlignment(Pos.CENTER_LEFT);
    changed.addListener(any -> tell());
    changes.addListener((any, before, now) -> tell());
    refused.addListener((any, before, now) -> tell());
    tell();
  }

  private void tell() {
    getChildren().clear();
    @Nullable Trouble why = refused.getValue();
    if (why != null) {
      say(why.say(words), "wrong");
    }
    @Nullable Changes now = changes.getValue();
    if (!changed.get()) {
      say(same, "text-muted");
    } else if (now == null) {
      say(why == null ? words.get("availability.looking") : "", "text-muted");
    } else {
      say(words.get("availability.changes", now.appear(), now.vanish()), "row-title");
      if (!now.outside().isEmpty()) {
        say(words.get("availability.outside", now.outside().size()), "wrong");
        now.outside().stream().limit(MOST_NAMED).forEach(one -> say(one, "text-muted"));
      }
    }
  }

  private void say(String text, String style) {
    if (!text.isEmpty()) {
      Prose label = new Prose(text);
      label.getStyleClass().add(style);
      getChildren().add(label);
    }
  }
}
