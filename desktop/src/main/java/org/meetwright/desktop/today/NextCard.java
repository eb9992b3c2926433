package org.meetwright.desktop.today;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Blank;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.text.Words;

/// The meeting that is on, or comes next.
final class NextCard extends VBox {
  private static final int MOST_ANSWERS = 3;

  private final Words words;
  private final Consumer<String> browser;
  private final Label countdown = new Label();

  NextCard(TodayViewModel model, Consumer<String> browser) {
    super(12);
    this.words = model.words();
    this.browser = browser;
    countdown.setId("countdown");
    countdown.getStyleClass().add("countdown");
    countdown.setMinWidth(Region.USE_PREF_SIZE);
    countdown.textProperty().bind(model.countdownProperty());
    getStyleClass().addAll("card", "block", "next");
    model.nextProperty().addListener((any, before, now) -> show(now));
    show(model.nextProperty().get());
  }

  private void show(@Nullable Meeting meeting) {
    Label above = new Label(words.get("today.next"));
    above.getStyleClass().add("block-title");
    if (meeting == null) {
      Blank none = new Blank("fth-sun", words.get("today.nothing"), words.get("today.nothingHint"));
      VBox.setVgrow(none, Priority.ALWAYS);
      getChildren().setAll(above, none);
      return;
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(12, above, space, countdown);
    head.setAlignment(Pos.CENTER_LEFT);
    Prose who = new Prose(meeting.invitee().name());
    who.setId("next-who");
    who.getStyleClass().add("next-who");
    Prose what = new Prose(words.span(meeting.start(), meeting.end()) + " · " + meeting.title());
    what.getStyleClass().add("next-what");
    getChildren().setAll(head, new VBox(2, who, what));
    details(meeting);
    buttons(meeting);
  }

  private void details(Meeting meeting) {
    if (!meeting.place().isEmpty() && meeting.join().isEmpty()) {
      getChildren().add(muted(meeting.place()));
    }
    meeting.answers().stream()
        .limit(MOST_ANSWERS)
        .forEach(
            answer -> {
              Label question = muted(answer.question());
              Prose said = new Prose(answer.answer());
              getChildren().add(new VBox(2, question, said));
            });
    if (!meeting.notes().isEmpty()) {
      Prose notes = new Prose(meeting.notes());
      notes.getStyleClass().add("quote");
      getChildren().add(notes);
    }
  }

  private void buttons(Meeting meeting) {
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(8);
    if (!meeting.join().isEmpty()) {
      buttons
          .getChildren()
          .add(Buttons.main("join", words.get("today.join"), () -> browser.accept(meeting.join())));
    }
    buttons
        .getChildren()
        .add(
            Buttons.other(
                "write",
                words.get("today.write"),
                () -> browser.accept("mailto:" + meeting.invitee().email())));
    getChildren().addAll(space, buttons);
  }

  private static Label muted(String text) {
    Prose label = new Prose(text);
    label.getStyleClass().add("text-muted");
    return label;
  }
}
