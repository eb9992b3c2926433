package org.meetwright.core.eventtype;

import java.util.regex.Pattern;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The entry of an event type on the page of its host or team.
///
/// @param slug its name in addresses, unique per host or team: lower-case letters, digits, single
///   hyphens
/// @param description several lines, at most 5000 characters; may be empty
/// @param color `#rrggbb`
/// @param hidden whether it is left out of lists; its address works all the same
/// @param active false if it cannot be booked now
public record Listing(
    String slug, String name, String description, String color, boolean hidden, boolean active) {
  /// The color if nothing else is said.
  public static final String DEFAULT_COLOR = "#2f6f5e";

  /// How long a slug may be, in characters.
  public static final int LONGEST_SLUG = 60;

  /// How long a name may be, in characters.
  public static final int LONGEST_NAME = 100;

  /// How long a description may be, in characters.
  public static final int LONGEST_DESCRIPTION = 5000;

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  /// Creates the listing.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public Listing {
    if (slug.length() > LONGEST_SLUG || !SLUG.matcher(slug).matches()) {
      throw new InvalidValueException(
          "slug",
          "must be 1 to "
              + LONGEST_SLUG
              + " lower-case letters, digits and single hyphens, not "
              + InvalidValueException.shown(slug));
    }
    name = Text.line("name", name, LONGEST_NAME);
    description = Text.lines("description", description, LONGEST_DESCRIPTION);
    if (!COLOR.matcher(color).matches()) {
      throw new InvalidValueException(
          "color", "must be a color like #2f6f5e, not " + InvalidValueException.shown(color));
    }
  }

  /// Returns a listing in the default color that is in lists and can be booked.
  public static Listing of(String slug, String name, String description) {
    return new Listing(slug, name, description, DEFAULT_COLOR, false, true);
  }

  /// Returns the same listing under another slug.
  public Listing withSlug(String other) {
    return new Listing(other, name, description, color, hidden, active);
  }

  /// Returns the same listing, which can be booked or not.
  public Listing withActive(boolean other) {
    return new Listing(slug, name, description, color, hidden, other);
  }

  /// Returns the same listing in another color.
  public Listing withColor(String other) {
    return new Listing(slug, name, description, other, hidden, active);
  }
}
