package org.meetwright.desktop.bookings;

import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// What is asked before something is done to a booking: a note, and where it moves to. It stands
/// among the details, and not in a window of its own.
final class ActionPane extends VBox {
  private final Details details;
  private final Words words;

  ActionPane(Details details) {
    super(12);
    this.details = details;
    this.words = details.words();
    getStyleClass().addAll("note", "action");
    setId("action");
    details.actionProperty().addListener((any, before, now) -> show(now));
    show(details.actionProperty().get());
  }

  private void show(@Nullable Action action) {
    getChildren().clear();
    setVisible(action != null);
    setManaged(action != null);
    if (action == null) {
      return;
    }
    Prose title = new Prose(words.get(action.key() + ".title"));
    title.getStyleClass().add("row-title");
    getChildren().add(title);
    if (action == Action.MOVE) {
      getChildren().addAll(date(), times());
    }
    if (action != Action.NO_SHOW && action != Action.CONFIRM) {
      getChildren().addAll(note());
    }
    getChildren().addAll(refused(), buttons(action));
  }

  private VBox note() {
    Label label = new Label(words.get("bookings.note"));
    label.getStyleClass().add("field-label");
    TextArea text = new TextArea();
    text.setId("action-note");
    text.setPrefRowCount(2);
    text.wrapTextProperty().bind(text.textProperty().map(typed -> !Prose.isRightToLeft(typed)));
    text.setAccessibleText(label.getText());
    text.textProperty().bindBidirectional(details.noteProperty());
    return new VBox(4, label, text);
  }

  private DatePicker date() {
    DatePicker picker = new DatePicker();
    picker.setId("move-date");
    picker.setAccessibleText(words.get("bookings.moveDate"));
    picker.valueProperty().bindBidirectional(details.dateProperty());
    return picker;
  }

  private VBox times() {
    FlowPane all = new FlowPane(6, 6);
    Prose none = new Prose(words.get("bookings.noTimes"));
    none.getStyleClass().add("text-muted");
    ListChangeListener<Instant> fill =
        any -> {
          ToggleGroup one = new ToggleGroup();
          all.getChildren().clear();
          for (Instant time : details.times()) {
            ToggleButton choose = new ToggleButton(words.time(time));
            choose.setToggleGroup(one);
            choose.getStyleClass().add("time-toggle");
            choose
                .selectedProperty()
                .addListener(
                    (property, before, now) -> details.timeProperty().set(now ? time : null));
            all.getChildren().add(choose);
          }
        };
    details.times().addListener(fill);
    none.visibleProperty().bind(Bindings.isEmpty(details.times()));
    none.managedProperty().bind(none.visibleProperty());
    return new VBox(6, none, all);
  }

  private Label refused() {
    Prose refused = new Prose();
    refused.setId("refused");
    refused.getStyleClass().add("wrong");
    refused.saidProperty().bind(Trouble.said(details.refusedProperty(), words));
    refused.managedProperty().bind(refused.saidProperty().isNotEmpty());
    return refused;
  }

  private HBox buttons(Action action) {
    String text = words.get(action.key() + ".do");
    Button perform =
        action == Action.CANCEL || action == Action.DECLINE
            ? Buttons.danger("perform", text, details::perform)
            : Buttons.main("perform", text, details::perform);
    perform
        .disableProperty()
        .bind(
            action == Action.MOVE
                ? details.busyProperty().or(details.timeProperty().isNull())
                : details.busyProperty().or(Bindings.createBooleanBinding(() -> false)));
    return new HBox(8, perform, Buttons.quiet("dismiss", words.get("cancel"), details::dismiss));
  }
}
