package org.meetwright.desktop.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// Says what did not work, as long as something did not, with a button to try again.
public final class TroubleBar extends HBox {
  private final Words words;
  private final Prose said = new Prose();

  /// Creates it.
  ///
  /// @param retry what the button does
  public TroubleBar(
      String id, Words words, ObservableValue<@Nullable Trouble> trouble, Runnable retry) {
    super(12);
    this.words = words;
    said.setId(id);
    said.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(said, Priority.ALWAYS);
    Button again = Buttons.other(id + "-retry", words.get("retry"), retry);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("trouble");
    getChildren().addAll(Icons.of("fth-alert-circle"), said, again);
    trouble.addListener((any, before, now) -> show(now));
    show(trouble.getValue());
  }

  private void show(@Nullable Trouble trouble) {
    said.say(trouble == null ? "" : trouble.say(words));
    setVisible(trouble != null);
    setManaged(trouble != null);
  }
}
