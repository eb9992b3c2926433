package org.meetwright.desktop.field;

import java.util.function.BiFunction;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.form.Form;

/// The rows of a list in a form, with buttons to remove one and to add another.
public final class RowsPane extends VBox {
  private final Form form;
  private final String field;
  private final BiFunction<Form, Integer, Region> row;
  private final String remove;
  private final VBox all = new VBox(12);

  /// Creates it.
  ///
  /// @param row makes what is shown of a row, whose number begins at 0
  /// @param id the button to add a row is found as `#ID-add`, those to remove one as `#ID-remove-0`
  public RowsPane(
      Form form,
      String field,
      String id,
      String add,
      String remove,
      BiFunction<Form, Integer, Region> row) {
    super(12);
    this.form = form;
    this.field = field;
    this.row = row;
    this.remove = remove;
    setId(id);
    Button another =
        Buttons.quiet(
            id + "-add",
            add,
            () -> {
              var _ = form.add(field);
            });
    another.setGraphic(Icons.of("fth-plus"));
    getChildren().addAll(all, Wrong.of(id, form.wrong(field)), another);
    form.rows(field).addListener((ListChangeListener<Form>) any -> show());
    show();
  }

  private void show() {
    all.getChildren().clear();
    for (int i = 0; i < form.rows(field).size(); i++) {
      Form one = form.rows(field).get(i);
      Region shown = row.apply(one, i);
      HBox.setHgrow(shown, Priority.ALWAYS);
      HBox line =
          new HBox(
              8,
              shown,
              Buttons.icon(
                  getId() + "-remove-" + i, "fth-x", remove, () -> form.rows(field).remove(one)));
      line.setAlignment(Pos.TOP_LEFT);
      all.getChildren().add(line);
    }
    all.setVisible(!all.getChildren().isEmpty());
    all.setManaged(all.isVisible());
  }
}
