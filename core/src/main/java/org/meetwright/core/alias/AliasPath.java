package org.meetwright.core.alias;

import java.util.Locale;
import java.util.regex.Pattern;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;

/// The old path of a booking page.
///
/// @param value one to four segments with slashes between them, in lower case, at most 200
///   characters
public record AliasPath(String value) {
  private static final int LONGEST = 200;
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._~-]*(/[a-z0-9._~-]+){0,3}");

  /// Creates the path; slashes at its ends are left out.
  ///
  /// @throws InvalidValueException (field `path`) if it is none, or the server's own
  public AliasPath {
    String typed = value;
    value = typed.strip().replaceAll("^/+|/+$", "").toLowerCase(Locale.ROOT);
    if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "path",
          "must be an old path like ada-lovelace/30min, not " + InvalidValueException.shown(typed));
    }
    int slash = value.indexOf('/');
    String first = slash < 0 ? value : value.substring(0, slash);
    if (Handle.isReserved(first)) {
      throw new InvalidValueException(
          "path", InvalidValueException.shown(typed) + " begins as the server's own pages do");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
