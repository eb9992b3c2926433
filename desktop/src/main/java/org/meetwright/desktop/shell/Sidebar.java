package org.meetwright.desktop.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.profile.ServerProfile;
import org.meetwright.desktop.task.Job;
import org.meetwright.desktop.text.Words;

/// The left of the window: who is signed in, the screens, and what runs.
final class Sidebar extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final ShellViewModel model;
  private final Words words;

  Sidebar(ShellViewModel model, List<ServerProfile> profiles, Departures departures) {
    super(4);
    this.model = model;
    this.words = model.session().words();
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    getStyleClass().add("sidebar");
    getChildren().add(host(profiles, departures));
    for (int i = 0; i < model.places().size(); i++) {
      getChildren().add(entry(model.places().get(i), i + 1));
    }
    getChildren().addAll(space, running());
  }

  private MenuButton host(List<ServerProfile> profiles, Departures departures) {
    Label name = new Label(model.session().me().name());
    name.getStyleClass().add("host-name");
    Label where = new Label(place(model.session().profile()));
    where.getStyleClass().addAll("text-muted", "host-server");
    MenuButton menu = new MenuButton();
    menu.setId("profiles");
    menu.setGraphic(new VBox(2, name, where));
    menu.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    menu.setMaxWidth(Double.MAX_VALUE);
    menu.setAccessibleText(model.session().me().name());
    menu.getStyleClass().addAll(Styles.FLAT, "host");
    for (ServerProfile profile : profiles) {
      if (!profile.id().equals(model.session().profile().id())) {
        menu.getItems().add(item(place(profile), () -> departures.to(profile)));
      }
    }
    menu.getItems()
        .addAll(
            item(words.get("profiles.add"), departures::toDoors),
            new SeparatorMenuItem(),
            item(words.get("profiles.signOut"), departures::signOut));
    return menu;
  }

  private String place(ServerProfile profile) {
    return switch (profile.kind()) {
      case HERE -> words.get("profiles.here");
      case DEMO -> words.get("profiles.demo");
      case ELSEWHERE -> profile.name();
    };
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }

  private Button entry(Place place, int number) {
    Button entry =
        Buttons.quiet(
            "place-" + place.name(), words.get("place." + place.name()), () -> model.go(place));
    entry.setGraphic(Icons.of(place.icon()));
    entry.setMaxWidth(Double.MAX_VALUE);
    entry.setAlignment(Pos.CENTER_LEFT);
    entry.setGraphicTextGap(12);
    entry.getStyleClass().add("entry");
    entry.setTooltip(new Tooltip("Ctrl+" + number));
    entry.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            step(entry, event.getCode() == KeyCode.DOWN ? 1 : -1);
            event.consume();
          }
        });
    model
        .placeProperty()
        .addListener(
            (any, before, now) -> entry.pseudoClassStateChanged(CHOSEN, place.equals(now)));
    return entry;
  }

  private void step(Button from, int by) {
    int to = getChildren().indexOf(from) + by;
    if (to > 0 && to <= model.places().size()) {
      getChildren().get(to).requestFocus();
    }
  }

  private HBox running() {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.setPrefSize(16, 16);
    wheel.setMinSize(16, 16);
    Label what = new Label();
    what.getStyleClass().add("text-muted");
    HBox.setHgrow(what, Priority.ALWAYS);
    what.setMaxWidth(Double.MAX_VALUE);
    Button cancel =
        Buttons.icon(
            "cancel-job",
            "fth-x",
            words.get("cancel"),
            () -> {
              @Nullable Job job = model.jobProperty().get();
              if (job != null) {
                job.cancel();
              }
            });
    HBox bar = new HBox(8, wheel, what, cancel);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("running");
    bar.setVisible(false);
    model
        .jobProperty()
        .addListener(
            (any, before, now) -> {
              bar.setVisible(now != null);
              wheel.progressProperty().unbind();
              if (now != null) {
                what.setText(now.name());
                wheel.progressProperty().bind(now.progressProperty());
              }
            });
    return bar;
  }
}
