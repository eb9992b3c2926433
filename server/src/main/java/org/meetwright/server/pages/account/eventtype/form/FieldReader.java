package org.meetwright.server.pages.account.eventtype.form;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.text.Texts;

/// Reads fields of a form, and collects what is wrong with them.
final class FieldReader {
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final EventTypeForm form;
  private final Texts words;

  FieldReader(EventTypeForm form, Texts words) {
    this.form = form;
    this.words = words;
  }

  /// Returns what is wrong, by field, in the order in which the fields were read.
  Map<String, String> errors() {
    return errors;
  }

  void wrong(String field, String key, Object... values) {
    errors.putIfAbsent(field, words.get(key, values));
  }

  boolean ticked(String field) {
    return !form.get(field).isEmpty();
  }

  /// Reads a number that may be left out.
  ///
  /// @param usual what stands for an empty field
  @Nullable Integer number(String field, @Nullable Integer usual, int least, int most) {
    return form.get(field).isBlank()
        ? usual
        : within(field, TypedDuration.number(form.get(field)), least, most, usual);
  }

  /// Reads a number that must not be left out.
  int needed(String field, int least, int most) {
    Integer number = within(field, TypedDuration.number(form.get(field)), least, most, least);
    return number == null ? least : number;
  }

  /// Reads a length of time that may be left out, in minutes.
  ///
  /// @param usual what stands for an empty field
  @Nullable Integer amount(String field, @Nullable Integer usual, int least, int most) {
    TypedDuration amount = new TypedDuration(form.get(field), form.get(field + ".unit"));
    return amount.number().isBlank() ? usual : amount(field, amount, least, most, usual);
  }

  /// Reads a length of time, in minutes.
  ///
  /// @param otherwise what is returned if it is wrong
  @Nullable Integer amount(
      String field, TypedDuration amount, int least, int most, @Nullable Integer otherwise) {
    OptionalInt minutes = amount.minutes();
    if (minutes.isPresent() && minutes.getAsInt() >= least && minutes.getAsInt() <= most) {
      return minutes.getAsInt();
    }
    wrong(field, "type.wrong.amount", most / (24 * 60));
    return otherwise;
  }

  private @Nullable Integer within(
      String field, OptionalInt number, int least, int most, @Nullable Integer otherwise) {
    if (number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most) {
      return number.getAsInt();
    }
    wrong(field, "type.wrong.number", least, most);
    return otherwise;
  }

  @Nullable LocalDate date(String field) {
    try {
      return LocalDate.parse(form.get(field).strip());
    } catch (DateTimeException notADate) {
      wrong(field, "hours.wrong.date");
      return null;
    }
  }

  static @Nullable UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  @Nullable URI redirect(String field) {
    return form.get(field).isBlank()
        ? null
        : checked(
            field, "type.wrong.redirectUrl", () -> Correspondence.redirectUrl(form.get(field)));
  }

  /// Makes a value, whose constructor may refuse it.
  ///
  /// @param field what is wrong then
  /// @param key of the text that says so
  <T> @Nullable T checked(String field, String key, Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValueException refused) {
      wrong(field, key);
      return null;
    }
  }
}
