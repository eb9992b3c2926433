package org.meetwright.desktop.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is typed into a form, and what is wrong with it. Fields have the names of the API, such as
/// `bookingWindow.days`; a list of rows, such as `questions`, is a form for each.
public final class Form {
  private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)]\\.?(.*)");

  private final Map<String, StringProperty> texts = new TreeMap<>();
  private final Map<String, BooleanProperty> flags = new TreeMap<>();
  private final Map<String, ObservableList<Form>> rows = new TreeMap<>();
  private final Map<String, ReadOnlyStringWrapper> wrong = new HashMap<>();
  private final Runnable changed;

  /// Creates an empty one.
  ///
  /// @param changed called after each change
  public Form(Runnable changed) {
    this.changed = changed;
  }

  /// Returns what is typed or chosen in a field; empty at first.
  public StringProperty text(String field) {
    return texts.computeIfAbsent(
        field,
        name -> {
          StringProperty text = new SimpleStringProperty("");
          text.addListener(any -> changed.run());
          return text;
        });
  }

  /// Returns whether a field is ticked; not at first.
  public BooleanProperty flag(String field) {
    return flags.computeIfAbsent(
        field,
        name -> {
          BooleanProperty flag = new SimpleBooleanProperty();
          flag.addListener(any -> changed.run());
          return flag;
        });
  }

  /// Returns the rows of a list; none at first.
  public ObservableList<Form> rows(String field) {
    return rows.computeIfAbsent(
        field,
        name -> {
          ObservableList<Form> list = FXCollections.observableArrayList();
          list.addListener((ListChangeListener<Form>) any -> changed.run());
          return list;
        });
  }

  /// Adds an empty row to a list.
  public Form add(String field) {
    Form row = new Form(changed);
    rows(field).add(row);
    return row;
  }

  /// Returns what is typed in a field, without spaces around it.
  public String value(String field) {
    String text = text(field).get();
    return text == null ? "" : text.strip();
  }

  /// Returns the same; null if that is empty.
  public @Nullable String valueOrNull(String field) {
    String value = value(field);
    return value.isEmpty() ? null : value;
  }

  /// Returns what is wrong with a field; empty if nothing is.
  public ReadOnlyStringProperty wrong(String field) {
    return said(field).getReadOnlyProperty();
  }

  private ReadOnlyStringWrapper said(String field) {
    return wrong.computeIfAbsent(field, name -> new ReadOnlyStringWrapper(""));
  }

  /// Says what is wrong with a field.
  public void say(String field, String reason) {
    said(field).set(reason);
  }

  /// Says that nothing is wrong.
  public void forgive() {
    wrong.values().forEach(reason -> reason.set(""));
    rows.values().forEach(list -> list.forEach(Form::forgive));
  }

  /// Returns whether something is wrong.
  public boolean isWrong() {
    return wrong.values().stream().anyMatch(reason -> !reason.get().isEmpty())
        || rows.values().stream().flatMap(List::stream).anyMatch(Form::isWrong);
  }

  /// Says what is wrong where it is: at the field of that name, or at the nearest one around it.
  ///
  /// @return whether there is such a field
  public boolean refuse(String field, String reason) {
    Matcher row = ROW.matcher(field);
    if (row.matches()) {
      List<Form> list = rows.containsKey(row.group(1)) ? rows(row.group(1)) : List.of();
      int at = Integer.parseInt(row.group(2));
      boolean inside = at < list.size() && list.get(at).refuse(row.group(3), reason);
      return inside || refuse(row.group(1), reason);
    }
    if (texts.containsKey(field) || flags.containsKey(field) || rows.containsKey(field)) {
      say(field, reason);
      return true;
    }
    int dot = field.lastIndexOf('.');
    return dot > 0 && refuse(field.substring(0, dot), reason);
  }

  /// Says what is wrong with several fields.
  ///
  /// @param reasons by field
  /// @return whether there are any, and each has its field
  public boolean refuse(Map<String, String> reasons) {
    return refuse(reasons, UnaryOperator.identity());
  }

  /// Says the same in other words.
  public boolean refuse(Map<String, String> reasons, UnaryOperator<String> words) {
    boolean all = !reasons.isEmpty();
    for (Map.Entry<String, String> one : reasons.entrySet()) {
      all &= refuse(one.getKey(), words.apply(one.getValue()));
    }
    return all;
  }

  /// Returns all that is typed, to compare it with what is typed later.
  public Map<String, Object> state() {
    Map<String, Object> state = new TreeMap<>();
    texts.forEach((field, text) -> put(state, field, Objects.requireNonNullElse(text.get(), "")));
    flags.forEach((field, flag) -> put(state, field, flag.get() ? "true" : ""));
    rows.forEach(
        (field, list) -> {
          List<Map<String, Object>> each = new ArrayList<>();
          list.forEach(row -> each.add(row.state()));
          put(state, field, each.isEmpty() ? "" : each);
        });
    return state;
  }

  /// What is empty is as if it was not asked for.
  private static void put(Map<String, Object> state, String field, Object value) {
    if (!value.equals("")) {
      state.put(field, value);
    }
  }
}
