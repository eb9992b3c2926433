package org.meetwright.server.pages.account.appearance;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page on which a host chooses the look of the pages. It has that look itself.
///
/// @param initials what stands on his pages instead of a logo
/// @param color `#rrggbb`, the usual one if he has chosen none
/// @param chosen whether he has chosen one
/// @param address of his public page
/// @param errors what is wrong, by field
public record AppearanceView(
    AccountFrame frame,
    String name,
    String initials,
    String color,
    boolean chosen,
    String address,
    Map<String, String> errors) {
  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
