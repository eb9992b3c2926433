package org.meetwright.desktop.guide;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.text.Words;

/// What invitees see of an event type.
final class PreviewCard extends VBox {
  PreviewCard(GuideViewModel.Preview preview, Words words) {
    super(8);
    Label above = new Label(words.get("guide.preview"));
    above.getStyleClass().addAll("text-muted", "step");
    Label name = new Label(preview.name());
    name.getStyleClass().add("door-title");
    Label detail = new Label(preview.detail());
    detail.getStyleClass().add("text-muted");
    getStyleClass().add("preview");
    getChildren().addAll(above, name, detail);
    for (GuideViewModel.Preview.Day day : preview.days()) {
      Label date = new Label(day.day());
      date.getStyleClass().add("preview-day");
      FlowPane times = new FlowPane(6, 6);
      for (String time : day.times()) {
        Label chip = new Label(time);
        chip.getStyleClass().add("chip");
        times.getChildren().add(chip);
      }
      getChildren().addAll(date, times);
    }
    if (preview.days().isEmpty()) {
      Prose none = new Prose(words.get("guide.noTimes"));
      getChildren().add(none);
    }
  }
}
