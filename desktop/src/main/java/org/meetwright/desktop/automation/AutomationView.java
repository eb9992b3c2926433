package org.meetwright.desktop.automation;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Pill;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.FormFields;
import org.meetwright.desktop.field.Page;
import org.meetwright.desktop.screen.WorkingScreen;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The screen of webhooks and API tokens.
public final class AutomationView extends WorkingScreen {
  private final AutomationViewModel model;
  private final Words words;
  private final Consumer<String> copy;
  private final Page root;
  private final VBox hooks = new VBox(12);
  private final VBox tokens = new VBox(4);

  /// Creates it.
  ///
  /// @param copy puts a text on the clipboard
  public AutomationView(AutomationViewModel model, Consumer<String> copy) {
    super(model.work());
    this.model = model;
    this.words = model.work().words();
    this.copy = copy;
    root =
        new Page(
            "automation",
            words.get("place.automation"),
            words.page("webhook.lead"),
            new HBox(),
            Trouble.said(model.work().refusedProperty(), words),
            secret(),
            newHook(),
            hooks,
            title(words.page("room.tokens")),
            newToken(),
            tokens);
    model.loadedProperty().addListener(any -> show());
    show();
  }

  private static Label title(String text) {
    Label title = new Label(text);
    title.getStyleClass().add("block-title");
    return title;
  }

  private Region secret() {
    TextField shown = new TextField();
    shown.setId("secret");
    shown.setEditable(false);
    shown.setAccessibleText(words.page("webhook.secret"));
    shown.textProperty().bind(model.secretProperty());
    HBox.setHgrow(shown, Priority.ALWAYS);
    Prose hint = new Prose(words.page("webhook.secretHint"));
    hint.getStyleClass().addAll("text-muted", "hint");
    VBox card =
        new VBox(
            8,
            new HBox(
                8,
                shown,
                Buttons.other(
                    "secret-copy",
                    words.get("automation.copy"),
                    () -> copy.accept(model.secretProperty().get()))),
            hint);
    card.getStyleClass().add("quote");
    card.visibleProperty().bind(model.secretProperty().isNotEmpty());
    card.managedProperty().bind(card.visibleProperty());
    return card;
  }

  private Region newHook() {
    FormFields fields = new FormFields(words, model.form(), "webhook", "webhook");
    Button make = Buttons.main("webhook-make", words.page("webhook.make"), model::addHook);
    make.disableProperty().bind(model.work().busyProperty());
    VBox card =
        new VBox(
            12,
            title(words.page("webhook.new")),
            fields.text("url").hint(words.page("webhook.urlHint")),
            make);
    card.getStyleClass().addAll("card", "block");
    return card;
  }

  private Region newToken() {
    FormFields fields = new FormFields(words, model.form(), "tokens", "token");
    Button make = Buttons.other("token-make", words.page("tokens.make"), model::addToken);
    make.disableProperty().bind(model.work().busyProperty());
    VBox card =
        new VBox(
            12,
            fields.text("name").hint(words.page("tokens.nameHint")),
            fields.check("write", "tokens.write"),
            fields.date("until").hint(words.page("tokens.untilHint")),
            make);
    card.getStyleClass().addAll("card", "block");
    return card;
  }

  private void show() {
    hooks.getChildren().clear();
    tokens.getChildren().clear();
    model.loadedProperty().get().hooks().forEach(hook -> hooks.getChildren().add(card(hook)));
    model.loadedProperty().get().tokens().forEach(one -> tokens.getChildren().add(row(one)));
  }

  private VBox card(Hook hook) {
    Prose url = new Prose(hook.url());
    url.getStyleClass().add("row-title");
    HBox.setHgrow(url, Priority.ALWAYS);
    HBox head = new HBox(8, url);
    head.setAlignment(Pos.CENTER_LEFT);
    if (!hook.active()) {
      head.getChildren().add(new Pill(words.page("type.off"), "cancelled"));
    } else if (hook.failing()) {
      head.getChildren().add(new Pill(words.page("webhook.state.failed"), "noShow"));
    }
    FlowPane buttons =
        new FlowPane(
            8,
            8,
            Buttons.other("webhook-test", words.page("webhook.test"), () -> model.test(hook)),
            Buttons.quiet(
                "webhook-switch",
                words.page(hook.active() ? "type.switchOff" : "type.switchOn"),
                () -> model.switchOn(hook, !hook.active())),
            Buttons.quiet("webhook-rotate", words.page("webhook.rotate"), () -> model.rotate(hook)),
            Buttons.quiet(
                "webhook-delete", words.page("webhook.delete"), () -> model.delete(hook)));
    VBox card = new VBox(12, head, buttons);
    card.getStyleClass().addAll("card", "block");
    hook.deliveries().forEach(one -> card.getChildren().add(row(one)));
    return card;
  }

  private VBox row(Hook.Delivery delivery) {
    Label event = new Label(delivery.event());
    HBox line =
        new HBox(
            12,
            new Pill(
                words.page("webhook.state." + delivery.state()),
                delivery.state().equals("succeeded") ? "confirmed" : "pending"),
            event);
    line.setAlignment(Pos.CENTER_LEFT);
    if (!delivery.state().equals("pending")) {
      line.getChildren()
          .add(
              Buttons.quiet(
                  "webhook-replay",
                  words.page("webhook.replay"),
                  () -> model.replay(delivery.id())));
    }
    VBox row = new VBox(4, line);
    row.getStyleClass().add("calendar-row");
    for (String attempt : delivery.attempts()) {
      Prose said = new Prose(attempt);
      said.getStyleClass().addAll("text-muted", "hint");
      row.getChildren().add(said);
    }
    return row;
  }

  private HBox row(Token token) {
    Label name = new Label(token.name());
    name.getStyleClass().add("row-title");
    Prose detail = new Prose(token.detail());
    detail.getStyleClass().addAll("text-muted", "hint");
    VBox text = new VBox(2, name, detail);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row =
        new HBox(
            8,
            text,
            Buttons.quiet("token-delete", words.page("account.delete"), () -> model.delete(token)));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("calendar-row");
    return row;
  }

  @Override
  public Region root() {
    return root;
  }

  /// Secrets are not kept.
  @Override
  public void hidden() {
    super.hidden();
    model.forget();
  }
}
