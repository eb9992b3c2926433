package org.meetwright.desktop.connections;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Pill;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.FormFields;
import org.meetwright.desktop.text.Words;

/// The card of a connected account.
final class AccountPane extends VBox {
  private final ConnectionsViewModel model;
  private final Words words;

  AccountPane(Account account, ConnectionsViewModel model) {
    super(12);
    this.model = model;
    this.words = model.work().words();
    getStyleClass().addAll("card", "block");
    getChildren().add(head(account));
    if (!account.fault().isEmpty()) {
      Prose fault = new Prose(words.page("calendar.failing", account.fault()));
      fault.getStyleClass().add("wrong");
      fault.setId("account-fault");
      getChildren().add(fault);
    }
    for (Account.One one : account.calendars()) {
      getChildren().add(calendar(account, one));
    }
    getChildren().add(foot(account));
    if (account.id().equals(model.renewingProperty().get())) {
      getChildren().add(signIn());
    }
  }

  private HBox head(Account account) {
    Label name = new Label(account.name());
    name.getStyleClass().add("door-title");
    Label detail =
        new Label(words.page("calendar.kind." + account.kind()) + " · " + account.synced());
    detail.getStyleClass().add("text-muted");
    VBox text = new VBox(2, name, detail);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button sync =
        Buttons.other("sync", words.page("calendar.sync"), () -> model.sync(account.id()));
    sync.disableProperty().bind(model.work().busyProperty());
    HBox head = new HBox(12, text);
    if (!account.state().equals("active")) {
      head.getChildren().add(new Pill(words.page("calendar.state." + account.state()), "pending"));
    } else if (!account.fault().isEmpty()) {
      head.getChildren().add(new Pill(words.page("calendar.state.failing"), "pending"));
    }
    head.getChildren().add(sync);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private FlowPane calendar(Account account, Account.One one) {
    Region dot = new Region();
    dot.getStyleClass().add("calendar-dot");
    if (!one.color().isEmpty()) {
      dot.setStyle("-fx-background-color: " + one.color());
    }
    Label name = new Label(one.name());
    name.getStyleClass().add("row-title");
    HBox title = new HBox(8, dot, name);
    title.setAlignment(Pos.CENTER_LEFT);
    title.setPrefWidth(200);
    FlowPane row = new FlowPane(16, 8, title);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("calendar-row");
    row.getChildren()
        .add(
            box(
                "calendar-busy-" + one.id(),
                words.get("connections.counts"),
                one.busy(),
                on -> model.count(account.id(), one.id(), on)));
    if (one.busy()) {
      row.getChildren()
          .add(
              box(
                  "calendar-tentative-" + one.id(),
                  words.page("calendar.tentative"),
                  one.tentative(),
                  on -> model.countTentative(account.id(), one.id(), on)));
    }
    if (one.mayWrite()) {
      row.getChildren()
          .add(
              box(
                  "calendar-receives-" + one.id(),
                  words.get("connections.receives"),
                  one.receives(),
                  on -> model.receive(account.id(), one.id(), on)));
    }
    if (!one.fault().isEmpty()) {
      Prose fault = new Prose(one.fault());
      fault.getStyleClass().addAll("wrong", "hint");
      row.getChildren().add(fault);
    }
    return row;
  }

  private static CheckBox box(String id, String text, boolean on, Consumer<Boolean> chosen) {
    CheckBox box = new CheckBox(text);
    box.setId(id);
    box.setSelected(on);
    box.setOnAction(event -> chosen.accept(box.isSelected()));
    return box;
  }

  private VBox foot(Account account) {
    FlowPane buttons =
        new FlowPane(
            8,
            8,
            Buttons.quiet(
                "account-sign-in", words.page("calendar.signIn"), () -> model.renew(account)),
            Buttons.quiet(
                "account-pause",
                words.page(account.state().equals("paused") ? "calendar.resume" : "calendar.pause"),
                () -> model.pause(account)));
    VBox foot = new VBox(8);
    Prose hint = new Prose(words.page("calendar.removeHint"));
    hint.getStyleClass().addAll("text-muted", "hint");
    VBox sure =
        new VBox(
            8,
            hint,
            Buttons.danger(
                "account-remove-sure",
                words.page("calendar.remove"),
                () -> model.delete(account.id())));
    sure.getStyleClass().add("quote");
    sure.setVisible(false);
    sure.managedProperty().bind(sure.visibleProperty());
    buttons
        .getChildren()
        .add(
            Buttons.quiet(
                "account-remove",
                words.page("calendar.remove"),
                () -> sure.setVisible(!sure.isVisible())));
    if (account.kind().equals("caldav")) {
      foot.getChildren()
          .add(
              box(
                  "account-follows",
                  words.page("calendar.follows"),
                  account.follows(),
                  on -> model.follow(account.id(), on)));
    }
    foot.getChildren().addAll(buttons, sure);
    return foot;
  }

  private VBox signIn() {
    FormFields fields = new FormFields(words, model.form(), "calendar", "renew");
    Button again = Buttons.main("renew", words.page("calendar.signInTry"), model::signIn);
    again.disableProperty().bind(model.work().busyProperty());
    VBox form =
        new VBox(
            12,
            fields.text("url").hint(words.page("calendar.signInHint")),
            fields.text("user"),
            fields.password("password"),
            new HBox(8, again, Buttons.quiet("renew-not", words.get("cancel"), model::dismiss)));
    form.getStyleClass().add("quote");
    return form;
  }
}
