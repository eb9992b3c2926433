package org.meetwright.desktop.availability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.Field;
import org.meetwright.desktop.field.FormFields;
import org.meetwright.desktop.field.RowsPane;
import org.meetwright.desktop.field.Section;
import org.meetwright.desktop.field.Wrong;
import org.meetwright.desktop.text.Words;

/// What differs from the week: a year to choose a date of, and beside it that date, holidays,
/// travel and absences.
final class DatesPane extends HBox {
  private final AvailabilityViewModel model;
  private final Dates dates;
  private final Words words;
  private final YearPane year;
  private final Label day = new Label();
  private final Prose state = new Prose();
  private final TextField hours = new TextField();
  private final VBox holidays = new VBox(6);

  DatesPane(AvailabilityViewModel model) {
    super(24);
    this.model = model;
    this.dates = model.dates();
    this.words = model.words();
    this.year = new YearPane(model);
    ScrollPane months = new ScrollPane(year);
    months.setFitToWidth(true);
    HBox.setHgrow(months, Priority.ALWAYS);
    VBox side =
        new VBox(
            12,
            date(),
            new Section("dates-absences", words.page("room.absences"), true, absences()),
            new Section("dates-holidays", words.page("away.holidays"), false, holidays()),
            new Section("dates-travel", words.page("away.travel"), false, travel()));
    ScrollPane scroll = new ScrollPane(side);
    scroll.setFitToWidth(true);
    scroll.setMinWidth(320);
    scroll.setPrefWidth(340);
    getChildren().addAll(months, scroll);
    dates.dateProperty().addListener(any -> tell());
    model.changedProperty().addListener(any -> tell());
    model.changesProperty().addListener(any -> tell());
    model.weekProperty().addListener(any -> tell());
    model.absences().all().addListener((ListChangeListener<AbsenceList.Absence>) any -> tell());
    dates.holidays().addListener((ListChangeListener<Dates.Holiday>) any -> tellHolidays());
    tell();
    tellHolidays();
  }

  private Region date() {
    day.getStyleClass().add("door-title");
    day.setId("date");
    state.setId("date-state");
    state.getStyleClass().add("text-muted");
    hours.setId("date-hours");
    hours.setPromptText("9:00–12:30, 14:00–17:00");
    hours.setAccessibleText(words.get("dates.hours"));
    hours.setOnAction(event -> dates.open(hours.getText()));
    HBox.setHgrow(hours, Priority.ALWAYS);
    Label label = new Label(words.get("dates.hours"));
    label.getStyleClass().add("field-label");
    label.setLabelFor(hours);
    HBox typed =
        new HBox(
            8,
            hours,
            Buttons.other("date-open", words.get("dates.open"), () -> dates.open(hours.getText())));
    FlowPane ways =
        new FlowPane(
            8,
            8,
            Buttons.other("date-off", words.get("dates.off"), dates::off),
            Buttons.quiet("date-week", words.get("dates.week"), dates::asTheWeek));
    VBox card =
        new VBox(10, day, state, ways, label, typed, Wrong.of("date-hours", dates.wrongProperty()));
    card.getStyleClass().addAll("card", "block");
    return card;
  }

  private void tell() {
    var chosen = dates.dateProperty().get();
    day.setText(words.day(chosen));
    hours.setText(dates.typed(chosen));
    String holiday = dates.holiday(chosen);
    String absence =
        model.absences().all().stream()
            .filter(one -> one.has(chosen))
            .map(one -> words.page("reason.absence") + ": " + one.when())
            .findFirst()
            .orElse("");
    state.say(
        !absence.isEmpty()
            ? absence
            : dates
                .of(chosen)
                .map(own -> own.isEmpty() ? words.page("hours.off") : words.page("reason.override"))
                .orElse(holiday.isEmpty() ? words.get("dates.asWeek") : holiday));
    year.draw();
  }

  private Region holidays() {
    Field country = choice("country", "away.country", "away.noCountry");
    fill(country, model.holidays().countriesProperty());
    Field region = choice("region", "away.region", "away.allRegions");
    fill(region, model.holidays().regionsProperty());
    region.visibleProperty().bind(model.holidays().regionsProperty().map(all -> !all.isEmpty()));
    region.managedProperty().bind(region.visibleProperty());
    Prose hint = new Prose(words.page("away.holidaysHint"));
    hint.getStyleClass().addAll("text-muted", "hint");
    return new VBox(12, country, region, hint, holidays);
  }

  private Field choice(String field, String key, String none) {
    return Field.choice(
        "holiday-" + field,
        words.page(key),
        dates.form().text(field),
        List.of(""),
        code ->
            code.isEmpty()
                ? words.page(none)
                : (field.equals("country")
                        ? model.holidays().countriesProperty()
                        : model.holidays().regionsProperty())
                    .get()
                    .getOrDefault(code, code));
  }

  private void fill(Field field, ReadOnlyObjectProperty<Map<String, String>> names) {
    @SuppressWarnings("unchecked") // Field.choice makes one of words.
    ComboBox<String> box = (ComboBox<String>) field.input();
    Runnable show =
        () -> {
          String kept = box.getValue();
          List<String> codes = new ArrayList<>(List.of(""));
          codes.addAll(names.get().keySet());
          box.getItems().setAll(codes);
          box.setValue(kept);
        };
    names.addListener(any -> show.run());
    show.run();
  }

  private void tellHolidays() {
    holidays.getChildren().clear();
    for (Dates.Holiday holiday : dates.holidays()) {
      CheckBox box = new CheckBox(holiday.name() + " · " + words.shortDay(holiday.date()));
      box.setSelected(dates.counts(holiday));
      box.setMinWidth(0);
      box.selectedProperty().addListener((any, before, now) -> dates.count(holiday, now));
      holidays.getChildren().add(box);
    }
    tell();
  }

  private Region travel() {
    Prose hint = new Prose(words.page("away.travelHint"));
    hint.getStyleClass().addAll("text-muted", "hint");
    return new VBox(
        12,
        hint,
        new RowsPane(
            dates.form(),
            "travel",
            "travel",
            words.page("away.addTravel"),
            words.page("type.remove"),
            (row, number) -> {
              FormFields fields = new FormFields(words, row, "away", "travel-" + number);
              return new VBox(8, fields.date("from"), fields.date("to"), fields.text("zone"));
            }));
  }

  private Region absences() {
    return new AbsencesPane(model.absences(), dates.dateProperty());
  }
}
