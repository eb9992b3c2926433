package org.meetwright.desktop.guide;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.control.TroubleBar;
import org.meetwright.desktop.field.SaidConverter;
import org.meetwright.desktop.text.Words;

/// The guide from a new account to a link.
public final class GuideView {
  private static final int STEP_MINUTES = 30;
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private final GuideViewModel model;
  private final Words words;
  private final Consumer<String> copy;
  private final Runnable done;
  private final VBox root = new VBox();
  private final StackPane page = new StackPane();

  /// Creates it.
  ///
  /// @param copy puts a text on the clipboard
  /// @param done goes on to the app
  public GuideView(GuideViewModel model, Consumer<String> copy, Runnable done) {
    this.model = model;
    this.words = model.words();
    this.copy = copy;
    this.done = done;
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    page.getStyleClass().add("start");
    root.getStyleClass().add("start-root");
    root.setNodeOrientation(
        words.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    root.getChildren()
        .addAll(
            new TroubleBar("guide-trouble", words, model.troubleProperty(), model::retry), scroll);
    model.stepProperty().addListener(any -> show());
    show();
  }

  /// Returns what to put into a scene.
  public Region root() {
    return root;
  }

  private void show() {
    page.getChildren()
        .setAll(
            switch (model.stepProperty().get()) {
              case HOURS -> hours();
              case EVENT_TYPE -> templates();
              case LINK -> link();
            });
  }

  private VBox panel(int number, String key) {
    Label step = new Label(words.get("guide.step", number, 3));
    step.getStyleClass().addAll("text-muted", "step");
    Label title = new Label(words.get("guide." + key));
    title.getStyleClass().add("panel-title");
    Prose hint = new Prose(words.get("guide." + key + "Hint"));
    hint.getStyleClass().add("text-muted");
    VBox panel = new VBox(16, new VBox(4, step, title), hint);
    panel.getStyleClass().addAll("panel", "card");
    panel.setMaxSize(640, Region.USE_PREF_SIZE);
    return panel;
  }

  private Region hours() {
    VBox panel = panel(1, "hours");
    FlowPane days = new FlowPane(8, 8);
    DayOfWeek first = WeekFields.of(words.locale()).getFirstDayOfWeek();
    for (int i = 0; i < DayOfWeek.values().length; i++) {
      DayOfWeek day = first.plus(i);
      ToggleButton toggle =
          new ToggleButton(day.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()));
      toggle.setAccessibleText(day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()));
      toggle.setId("day-" + day.getValue());
      toggle.selectedProperty().bindBidirectional(model.openProperty(day));
      toggle.getStyleClass().add("day-toggle");
      days.getChildren().add(toggle);
    }
    HBox times =
        new HBox(
            8,
            times("from", words.get("guide.from"), model.fromProperty()),
            new Label("–"),
            times("until", words.get("guide.until"), model.untilProperty()));
    times.setAlignment(Pos.CENTER_LEFT);
    Label zone = new Label(words.get("guide.zone", words.zone().getId().replace('_', ' ')));
    zone.getStyleClass().add("text-muted");
    panel.getChildren().addAll(days, times, zone, next("save-hours", model::saveHours));
    return panel;
  }

  private ComboBox<LocalTime> times(String id, String label, ObjectProperty<LocalTime> time) {
    ComboBox<LocalTime> choice = new ComboBox<>();
    choice.setId(id);
    choice.setAccessibleText(label);
    for (int minute = 0; minute < MINUTES_OF_A_DAY; minute += STEP_MINUTES) {
      choice.getItems().add(LocalTime.ofSecondOfDay(minute * 60L));
    }
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(words.locale());
    choice.setConverter(new SaidConverter<>(format::format));
    choice.valueProperty().bindBidirectional(time);
    return choice;
  }

  private Button next(String id, Runnable action) {
    Button next = Buttons.main(id, words.get("guide.next"), action);
    next.setDefaultButton(true);
    next.disableProperty().bind(model.busyProperty());
    return next;
  }

  private Region templates() {
    VBox panel = panel(2, "type");
    FlowPane all = new FlowPane(12, 12);
    for (Template template : Template.values()) {
      Label name = new Label(words.get(template.key()));
      name.getStyleClass().add("door-title");
      Prose hint = new Prose(words.get(template.key() + ".hint"));
      hint.getStyleClass().addAll("text-muted", "door-hint");
      VBox inside = new VBox(6, Icons.of(template.icon()), name, hint);
      inside.setPrefWidth(148);
      Button choose =
          Buttons.other("template-" + template.slug(), "", () -> model.create(template));
      choose.setGraphic(inside);
      choose.setAccessibleText(name.getText() + ". " + hint.getText());
      choose.getStyleClass().addAll("card", "template");
      choose.disableProperty().bind(model.busyProperty());
      all.getChildren().add(choose);
    }
    panel
        .getChildren()
        .addAll(all, Buttons.other("guide-back", words.get("back"), model::backToHours));
    return panel;
  }

  private Region link() {
    GuideViewModel.Preview preview = Objects.requireNonNull(model.previewProperty().get());
    VBox panel = panel(3, "link");
    if (preview.local()) {
      Prose local = new Prose(words.get("guide.linkLocal"));
      local.getStyleClass().add("quote");
      panel.getChildren().add(local);
    }
    copy.accept(preview.link());
    Button finish = Buttons.main("guide-done", words.get("guide.done"), done);
    finish.setDefaultButton(true);
    panel.getChildren().addAll(new LinkCard(preview, words, copy), finish);
    return panel;
  }
}
