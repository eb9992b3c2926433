package org.meetwright.core.absence;

import static org.meetwright.core.value.InvalidValueException.shown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meetwright.core.value.InvalidValueException;

/// The event type to which an absent host sends visitors.
///
/// @param handle that of a host or team
/// @param slug that of the event type
public record Destination(String handle, String slug) {
  private static final Pattern FORM = Pattern.compile("/?([a-z0-9-]{2,40})/([a-z0-9-]{1,60})");

  /// Reads `handle/slug`.
  ///
  /// @throws InvalidValueException (field `redirectTo`) if it has another form
  public static Destination parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new InvalidValueException(
          "redirectTo", "must be handle/slug of an event type like bea/intro, not " + shown(text));
    }
    return new Destination(matcher.group(1), matcher.group(2));
  }

  @Override
  public String toString() {
    return handle + "/" + slug;
  }
}
