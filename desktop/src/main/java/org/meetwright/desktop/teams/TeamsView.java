package org.meetwright.desktop.teams;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Blank;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.control.Pill;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.FormFields;
import org.meetwright.desktop.field.Page;
import org.meetwright.desktop.field.RowsPane;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.screen.WorkingScreen;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The screen of teams.
public final class TeamsView extends WorkingScreen {
  private final TeamsViewModel model;
  private final Words words;
  private final Page root;
  private final VBox cards = new VBox(16);

  /// Creates it.
  public TeamsView(TeamsViewModel model) {
    super(model.work());
    this.model = model;
    this.words = model.work().words();
    Button add = Buttons.main("team-new", words.page("team.new"), model::begin);
    add.setGraphic(Icons.of("fth-plus"));
    root =
        new Page(
            "teams",
            words.get("place.teams"),
            words.page("teams.lead"),
            add,
            Trouble.said(model.work().refusedProperty(), words),
            form(),
            cards);
    model.teams().addListener((ListChangeListener<TeamCard>) any -> show());
    model.work().loadedProperty().addListener(any -> show());
    show();
  }

  private Region form() {
    FormFields fields = new FormFields(words, model.form(), "team", "team");
    Button save = Buttons.main("team-save", words.page("form.save"), model::save);
    save.disableProperty().bind(model.work().busyProperty());
    Prose hint = new Prose(words.page("team.membersHint"));
    hint.getStyleClass().addAll("text-muted", "hint");
    Prose deleting = new Prose(words.page("team.deleteHint"));
    deleting.getStyleClass().addAll("text-muted", "hint");
    VBox delete =
        new VBox(
            8, deleting, Buttons.danger("team-delete", words.page("team.delete"), model::delete));
    delete.getStyleClass().add("quote");
    delete.visibleProperty().bind(model.changingProperty().isNotNull());
    delete.managedProperty().bind(delete.visibleProperty());
    VBox card =
        new VBox(
            16,
            fields.text("name"),
            fields.text("handle").hint(words.page("team.handleHint")),
            new RowsPane(
                model.form(),
                "members",
                "team-members",
                words.page("team.addMember"),
                words.page("type.remove"),
                this::member),
            hint,
            new HBox(8, save, Buttons.quiet("team-not", words.get("cancel"), model::dismiss)),
            delete);
    card.getStyleClass().addAll("card", "block");
    card.visibleProperty().bind(model.editingProperty());
    card.managedProperty().bind(card.visibleProperty());
    return card;
  }

  private Region member(Form row, int number) {
    FormFields fields = new FormFields(words, row, "team", "team-member-" + number);
    HBox line =
        new HBox(
            12,
            fields.text("handle", "team.member"),
            fields.text("weight"),
            fields.text("priority"));
    HBox.setHgrow(line.getChildren().getFirst(), Priority.ALWAYS);
    return line;
  }

  private void show() {
    cards.getChildren().clear();
    if (model.teams().isEmpty() && model.work().loadedProperty().get()) {
      cards
          .getChildren()
          .add(new Blank("fth-users", words.page("teams.none"), words.page("teams.lead")));
    }
    model.teams().forEach(team -> cards.getChildren().add(card(team)));
  }

  private VBox card(TeamCard team) {
    Label name = new Label(team.name());
    name.getStyleClass().add("door-title");
    Label by = new Label(team.own() ? "/" + team.handle() : words.page("teams.by", team.owner()));
    by.getStyleClass().add("text-muted");
    VBox text = new VBox(2, name, by);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox head = new HBox(8, text);
    head.setAlignment(Pos.CENTER_LEFT);
    if (team.own()) {
      head.getChildren()
          .add(
              Buttons.other(
                  "team-change-" + team.handle(),
                  words.page("hours.change"),
                  () -> model.change(team)));
    } else {
      if (team.invited()) {
        head.getChildren()
            .add(
                Buttons.main(
                    "team-accept-" + team.handle(),
                    words.page("teams.accept"),
                    () -> model.accept(team)));
      }
      head.getChildren()
          .add(
              Buttons.other(
                  "team-leave-" + team.handle(),
                  words.page(team.invited() ? "teams.decline" : "teams.leave"),
                  () -> model.leave(team)));
    }
    VBox card = new VBox(12, head);
    card.getStyleClass().addAll("card", "block");
    team.members().forEach(member -> card.getChildren().add(row(member)));
    return card;
  }

  private VBox row(TeamCard.Member member) {
    Label name = new Label(member.name());
    name.getStyleClass().add("row-title");
    Label facts = new Label(words.page("colleagues.facts", member.weight(), member.priority()));
    facts.getStyleClass().add("text-muted");
    HBox line = new HBox(12, name, facts);
    line.setAlignment(Pos.CENTER_LEFT);
    if (member.invited()) {
      line.getChildren().add(new Pill(words.page("team.invited"), "pending"));
    }
    VBox row = new VBox(2, line);
    row.getStyleClass().add("calendar-row");
    for (String turn : member.turns()) {
      Prose said = new Prose(turn);
      said.getStyleClass().addAll("text-muted", "hint");
      row.getChildren().add(said);
    }
    return row;
  }

  @Override
  public Region root() {
    return root;
  }
}
