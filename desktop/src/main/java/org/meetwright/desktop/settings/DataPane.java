package org.meetwright.desktop.settings;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.session.LocalServer.State;
import org.meetwright.desktop.text.Words;

/// Where the data of the server on this computer is.
final class DataPane extends VBox {
  private final ServerViewModel model;
  private final Words words;

  /// @param browser opens an address, also that of a directory
  DataPane(ServerViewModel model, Consumer<String> browser) {
    super(12);
    this.model = model;
    this.words = model.words();
    Prose hint = new Prose(words.get("server.dataHint"));
    hint.getStyleClass().add("text-muted");
    getChildren()
        .addAll(
            hint,
            path("data-home", "server.home", state -> state.home().toString()),
            path("data-configuration", "server.file", state -> state.configuration().toString()),
            new HBox(
                Buttons.other(
                    "data-open",
                    words.get("server.dataOpen"),
                    () -> {
                      State state = model.stateProperty().get();
                      if (state != null) {
                        browser.accept(state.home().toUri().toString());
                      }
                    })));
  }

  private VBox path(String id, String key, Function<State, String> shown) {
    Label label = new Label(words.get(key));
    label.getStyleClass().add("field-label");
    Prose path = new Prose();
    path.setId(id);
    path.saidProperty().bind(model.shown(shown, ""));
    return new VBox(4, label, path);
  }
}
