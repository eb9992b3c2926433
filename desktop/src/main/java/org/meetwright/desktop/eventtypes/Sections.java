package org.meetwright.desktop.eventtypes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
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
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.text.Words;

/// The fields of an event type in groups, the usual ones open, the rest folded.
final class Sections {
  private static final List<String> PLACES =
      List.of("in_person", "phone", "link", "generated_link", "custom");
  private static final List<String> QUESTIONS =
      List.of("text", "longText", "oneOf", "manyOf", "yesNo", "phone", "number");
  private static final List<String> TEXTS =
      List.of("confirmation", "mail", "reminder", "cancellation", "followUp");
  private static final List<String> VARIABLES =
      List.of(
          "{invitee}",
          "{host}",
          "{eventType}",
          "{start}",
          "{date}",
          "{time}",
          "{duration}",
          "{location}",
          "{manageUrl}");

  private final Editor editor;
  private final EventTypesViewModel list;
  private final Words words;
  private final Form form;
  private final FormFields fields;
  private final VBox root = new VBox(12);

  Sections(Editor editor, EventTypesViewModel list) {
    this.editor = editor;
    this.list = list;
    this.words = editor.words();
    this.form = editor.form();
    this.fields = new FormFields(words, form, "type", "type");
    root.getChildren()
        .addAll(
            section("type.basics", true, basics()),
            section("type.places", true, places()),
            section("type.length", true, length()),
            section("type.when", false, when()),
            section("type.questions", false, questions()),
            section("type.people", false, people()),
            section("type.booking", false, booking()),
            section("type.changes", false, changes()),
            section("type.after", false, after()),
            section("type.texts", false, texts()),
            remove());
  }

  Region root() {
    return root;
  }

  private Section section(String key, boolean open, List<? extends Node> inside) {
    VBox box = new VBox(16);
    box.getChildren().addAll(inside);
    return new Section(key.replace("type.", "section-"), words.page(key), open, box);
  }

  private Prose hint(String key, Object... values) {
    Prose hint = new Prose(words.page(key, values));
    hint.getStyleClass().addAll("text-muted", "hint");
    return hint;
  }

  private static HBox beside(Region... all) {
    HBox line = new HBox(16, all);
    for (Region one : all) {
      HBox.setHgrow(one, Priority.ALWAYS);
      one.setPrefWidth(120);
    }
    return line;
  }

  private static <T extends Node> T onlyIf(T node, BooleanBinding when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
    return node;
  }

  private BooleanBinding is(Form of, String field, String... values) {
    return Bindings.createBooleanBinding(
        () -> List.of(values).contains(of.value(field)), of.text(field));
  }

  private List<Node> basics() {
    return List.of(
        fields.text("name"),
        fields.text("slug"),
        fields.area("description", 3).hint(words.page("type.descriptionHint")),
        beside(fields.text("color"), fields.check("active", "type.active")),
        fields.check("hidden", "type.hiddenLabel"));
  }

  private List<Node> places() {
    return List.of(
        hint("type.placesHint", "{random}"),
        new RowsPane(
            form,
            "locations",
            "type-places",
            words.page("type.addPlace"),
            words.page("type.remove"),
            (row, number) -> {
              if (row.value("kind").isEmpty()) {
                row.text("kind").set("phone");
              }
              FormFields place = row(row, "place-" + number);
              return new VBox(
                  8,
                  place.choice(
                      "kind",
                      "type.placeKind",
                      PLACES,
                      kind -> PLACES.contains(kind) ? words.page("type.location." + kind) : kind),
                  place.text("value", "type.placeValue"));
            }));
  }

  private FormFields row(Form row, String id) {
    return new FormFields(words, row, "type", "type-" + id);
  }

  private List<Node> length() {
    return List.of(
        fields.text("durationMinutes"),
        fields.text("durationsMinutes").hint(words.page("type.durationsHint")),
        fields.text("stepMinutes").hint(words.page("type.stepHint")),
        fields.text("bufferBeforeMinutes"),
        fields.text("bufferAfterMinutes"));
  }

  private List<Node> when() {
    List<Node> all = new ArrayList<>();
    all.add(choices("scheduleId", "type.schedule"));
    all.add(
        fields.amount("minimumNoticeMinutes", "type.notice").hint(words.page("type.noticeHint")));
    all.add(
        fields.choice(
            "bookingWindow.kind",
            "type.window",
            List.of("rolling", "dates", "unlimited"),
            kind -> words.page("type.window." + kind)));
    all.add(onlyIf(fields.text("bookingWindow.days"), is(form, "bookingWindow.kind", "rolling")));
    all.add(onlyIf(fields.date("bookingWindow.from"), is(form, "bookingWindow.kind", "dates")));
    all.add(onlyIf(fields.date("bookingWindow.to"), is(form, "bookingWindow.kind", "dates")));
    all.add(hint("type.limitsHint"));
    for (String limit : List.of("maxPerDay", "maxPerWeek", "maxPerMonth")) {
      all.add(fields.text(limit));
    }
    all.add(fields.text("maxActivePerInvitee"));
    return all;
  }

  /// A choice among schedules or teams, which come later.
  private Field choices(String field, String key) {
    Field choice = fields.choice(field, key, List.of(""), value -> said(field, value));
    @SuppressWarnings("unchecked") // Field.choice makes one of words.
    ComboBox<String> box = (ComboBox<String>) choice.input();
    Runnable fill =
        () -> {
          String kept = form.text(field).get();
          Editor.Choices now = editor.choicesProperty().get();
          List<String> values = new ArrayList<>();
          if (field.equals("scheduleId")) {
            values.add("");
            values.addAll(now.schedules().keySet());
          } else {
            values.add("oneHost");
            now.teams()
                .keySet()
                .forEach(
                    team -> values.addAll(List.of("roundRobin " + team, "collective " + team)));
          }
          box.getItems().setAll(values);
          form.text(field).set(kept);
        };
    editor.choicesProperty().addListener(any -> fill.run());
    fill.run();
    return choice;
  }

  private String said(String field, String value) {
    Map<String, String> teams = editor.choicesProperty().get().teams();
    if (field.equals("scheduleId")) {
      return value.isEmpty()
          ? words.page("type.usualSchedule")
          : editor.choicesProperty().get().schedules().getOrDefault(value, value);
    }
    int space = value.indexOf(' ');
    String team = value.substring(space + 1);
    return space < 0
        ? words.page("type.oneHost")
        : words.page("type." + value.substring(0, space), teams.getOrDefault(team, team));
  }

  private List<Node> questions() {
    return List.of(
        hint("type.questionsHint"),
        new RowsPane(
            form,
            "questions",
            "type-questions",
            words.page("type.addQuestion"),
            words.page("type.remove"),
            (row, number) -> {
              if (row.value("kind").isEmpty()) {
                row.text("kind").set("text");
              }
              FormFields question = row(row, "question-" + number);
              return new VBox(
                  8,
                  Field.text(
                          "type-question-" + number + "-label",
                          words.page("type.questionNumber", number + 1),
                          row.text("label"))
                      .wrong(row.wrong("label")),
                  question.choice(
                      "kind",
                      "type.questionKind",
                      QUESTIONS,
                      kind -> words.page("type.question." + kind)),
                  question.check("required", "type.answer.needed"),
                  onlyIf(
                      question
                          .area("options", "type.questionOptions", 3)
                          .hint(words.page("type.questionOptionsHint")),
                      is(row, "kind", "oneOf", "manyOf")));
            }));
  }

  private List<Node> people() {
    return List.of(
        choices("assignment", "type.assignment").hint(words.page("type.assignmentHint")),
        fields.text("seats").hint(words.page("type.seatsHint")));
  }

  private List<Node> booking() {
    return List.of(
        fields.check("requiresApproval", "type.requiresApproval"),
        fields.check("confirmEmail", "type.confirmEmail"),
        fields.check("requiresLink", "type.requiresLink"),
        fields.choice(
            "guests",
            "type.guests",
            List.of("atOnce", "afterConfirmation", "off"),
            word -> words.page("type.guests." + word)),
        onlyIf(fields.text("guestsAtOnce"), is(form, "guests", "atOnce")));
  }

  private List<Node> changes() {
    return List.of(
        hint("type.policyHint"),
        fields.amount("cancellationPolicy.noticeMinutes", "type.cancellation"),
        fields.check("cancellationPolicy.reasonRequired", "type.cancellationReason"),
        fields.amount("reschedulePolicy.noticeMinutes", "type.reschedule"),
        fields.check("reschedulePolicy.reasonRequired", "type.rescheduleReason"));
  }

  private List<Node> after() {
    return List.of(
        new RowsPane(
            form,
            "reminderMinutes",
            "type-reminders",
            words.page("type.addReminder"),
            words.page("type.remove"),
            (row, number) ->
                Field.amount(
                        "type-reminder-" + number,
                        words.page("type.reminderNumber", number + 1),
                        row.text(""),
                        words)
                    .wrong(row.wrong(""))),
        fields.amount("followUpMinutes", "type.followUp").hint(words.page("type.followUpHint")),
        fields.text("redirectUrl").hint(words.page("type.redirectHint")));
  }

  private List<Node> texts() {
    return List.of(
        hint("type.textsHint"),
        variables(),
        new RowsPane(
            form,
            "texts",
            "type-texts",
            words.page("type.addText"),
            words.page("type.remove"),
            (row, number) -> {
              if (row.value("place").isEmpty()) {
                row.text("place").set(TEXTS.getFirst());
                row.text("language").set(words.language());
              }
              FormFields text = row(row, "text-" + number);
              return new VBox(
                  8,
                  beside(
                      text.choice(
                          "place",
                          "type.textPlace",
                          TEXTS,
                          place -> words.page("type.text." + place)),
                      text.choice(
                          "language", "type.textLanguage", Words.LANGUAGES, Words::languageName)),
                  text.area("text", "type.texts", 3));
            }));
  }

  private static Prose variables() {
    Prose all = new Prose(String.join(" ", VARIABLES));
    all.getStyleClass().addAll("text-muted", "hint");
    return all;
  }

  private Region remove() {
    Prose hint = hint("type.deleteHint");
    Button ask = Buttons.quiet("type-delete", words.page("type.delete"), () -> {});
    Button sure =
        Buttons.danger("type-delete-sure", words.page("account.delete"), list::deleteOpen);
    Button not = Buttons.quiet("type-delete-not", words.get("cancel"), () -> {});
    VBox confirm = new VBox(8, hint, new HBox(8, sure, not));
    confirm.getStyleClass().add("quote");
    confirm.setVisible(false);
    confirm.managedProperty().bind(confirm.visibleProperty());
    ask.setOnAction(event -> confirm.setVisible(true));
    not.setOnAction(event -> confirm.setVisible(false));
    editor.openProperty().addListener(any -> confirm.setVisible(false));
    VBox all = new VBox(8, ask, confirm);
    all.visibleProperty().bind(editor.savedProperty().isNotNull());
    all.managedProperty().bind(editor.savedProperty().isNotNull());
    return all;
  }
}
