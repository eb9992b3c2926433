package org.meetwright.desktop.bookings;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Blank;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Pill;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.text.Words;

/// The booking that is looked at.
final class DetailsView {
  private static final double WIDTH = 312;

  private final Details details;
  private final Words words;
  private final ScrollPane root = new ScrollPane();
  private final VBox page = new VBox(16);
  private final FlowPane buttons = new FlowPane(8, 8);
  private final VBox history = new VBox(12);
  private final ActionPane action;

  DetailsView(Details details) {
    this.details = details;
    this.words = details.words();
    this.action = new ActionPane(details);
    page.getStyleClass().add("details");
    root.setContent(page);
    root.setFitToWidth(true);
    root.setFitToHeight(true);
    root.setPrefWidth(WIDTH);
    root.setMinWidth(WIDTH);
    root.getStyleClass().add("details-side");
    details.meetingProperty().addListener(any -> show());
    details.possible().addListener((ListChangeListener<Action>) any -> offer());
    details.history().addListener((ListChangeListener<HistoryLine>) any -> tell());
    show();
  }

  Region root() {
    return root;
  }

  private void show() {
    @Nullable Meeting meeting = details.meetingProperty().get();
    if (meeting == null) {
      Blank none =
          new Blank(
              "fth-mouse-pointer", words.get("bookings.choose"), words.get("bookings.chooseHint"));
      VBox.setVgrow(none, Priority.ALWAYS);
      page.getChildren().setAll(none);
      return;
    }
    String word = meeting.noShow() ? "noShow" : meeting.status().word();
    Prose who = new Prose(meeting.invitee().name());
    who.setId("details-who");
    who.getStyleClass().add("panel-title");
    Prose what = new Prose(meeting.title());
    what.getStyleClass().add("text-muted");
    Pill status = new Pill(words.get("status." + word), word);
    status.setId("details-status");
    page.getChildren()
        .setAll(
            new VBox(8, status, new VBox(2, who, what)),
            fact("bookings.when", when(meeting)),
            fact("account.email", meeting.invitee().email()));
    fact("bookings.where", meeting.place(), !meeting.place().isEmpty());
    fact("bookings.zone", meeting.invitee().zone(), true);
    fact("bookings.hosts", String.join(", ", meeting.hosts()), meeting.hosts().size() > 1);
    fact("bookings.guests", String.join("\n", meeting.guests()), !meeting.guests().isEmpty());
    meeting
        .answers()
        .forEach(answer -> page.getChildren().add(plainFact(answer.question(), answer.answer())));
    fact("bookings.notes", meeting.notes(), !meeting.notes().isEmpty());
    fact("bookings.reason", meeting.reason(), !meeting.reason().isEmpty());
    page.getChildren().addAll(buttons, action, history);
    offer();
    tell();
  }

  private String when(Meeting meeting) {
    return words.fullDay(words.date(meeting.start()))
        + "\n"
        + words.span(meeting.start(), meeting.end());
  }

  private void fact(String key, String value, boolean told) {
    if (told) {
      page.getChildren().add(fact(key, value));
    }
  }

  private Node fact(String key, String value) {
    return plainFact(words.get(key), value);
  }

  private static Node plainFact(String label, String value) {
    Label above = new Label(label);
    above.getStyleClass().add("fact-label");
    Prose below = new Prose(value);
    return new VBox(2, above, below);
  }

  private void offer() {
    buttons.getChildren().clear();
    buttons.setManaged(!details.possible().isEmpty());
    for (Action action : details.possible()) {
      String text = words.get(action.key());
      String id = "action-" + action.name().toLowerCase(Locale.ROOT);
      Runnable begin = () -> details.begin(action);
      Button button =
          action == Action.CONFIRM ? Buttons.main(id, text, begin) : Buttons.other(id, text, begin);
      buttons.getChildren().add(button);
    }
  }

  private void tell() {
    history.getChildren().clear();
    if (details.history().isEmpty()) {
      return;
    }
    Label title = new Label(words.get("bookings.history"));
    title.getStyleClass().add("block-title");
    history.getChildren().add(title);
    for (HistoryLine event : details.history()) {
      Prose what = new Prose(event.what());
      Label when = new Label(event.when());
      when.getStyleClass().add("text-muted");
      VBox said = new VBox(2, what, when);
      if (!event.detail().isEmpty()) {
        Prose detail = new Prose(event.detail());
        detail.getStyleClass().add("quote");
        said.getChildren().add(detail);
      }
      Region dot = new Region();
      dot.getStyleClass().add("dot");
      HBox row = new HBox(12, dot, said);
      row.setAlignment(Pos.TOP_LEFT);
      history.getChildren().add(row);
    }
  }
}
