package org.meetwright.desktop.field;

import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.meetwright.desktop.text.Words;

/// A length of time, typed as a number of minutes, hours or days; its text is in minutes.
final class Amount extends HBox {
  private final TextField number = new TextField();
  private final ComboBox<Unit> unit = new ComboBox<>();
  private final StringProperty minutes;
  private boolean writing;

  /// What is counted.
  private enum Unit {
    DAYS(24 * 60),
    HOURS(60),
    MINUTES(1);

    private final int minutes;

    Unit(int minutes) {
      this.minutes = minutes;
    }

    static Unit of(int all) {
      for (Unit unit : values()) {
        if (all > 0 && all % unit.minutes == 0) {
          return unit;
        }
      }
      return MINUTES;
    }

    String key() {
      return switch (this) {
        case DAYS -> "type.unit.days";
        case HOURS -> "type.unit.hours";
        case MINUTES -> "type.unit.minutes";
      };
    }
  }

  Amount(String id, String label, StringProperty minutes, Words words) {
    super(8);
    this.minutes = minutes;
    number.setId(id);
    number.setAccessibleText(label);
    number.setPrefColumnCount(5);
    unit.getItems().setAll(Unit.MINUTES, Unit.HOURS, Unit.DAYS);
    unit.setConverter(new SaidConverter<>(one -> words.page(one.key())));
    unit.setAccessibleText(words.page("type.unitOf", label));
    unit.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(number, unit);
    show(minutes.get());
    minutes.addListener((any, before, now) -> show(now));
    number.textProperty().addListener(any -> write());
    unit.valueProperty().addListener(any -> write());
  }

  TextField number() {
    return number;
  }

  private void show(String text) {
    if (writing) {
      return;
    }
    writing = true;
    try {
      int all = Integer.parseInt(text);
      Unit of = Unit.of(all);
      unit.setValue(of);
      number.setText(String.valueOf(all / of.minutes));
    } catch (NumberFormatException notANumber) {
      number.setText(text);
      if (unit.getValue() == null) {
        unit.setValue(Unit.MINUTES);
      }
    } finally {
      writing = false;
    }
  }

  private void write() {
    if (writing) {
      return;
    }
    writing = true;
    try {
      String typed = number.getText().strip();
      minutes.set(
          typed.matches("\\d{1,6}")
              ? String.valueOf(Integer.parseInt(typed) * (long) unit.getValue().minutes)
              : typed);
    } finally {
      writing = false;
    }
  }
}
