package org.meetwright.server.pages.account;

import java.util.List;
import org.meetwright.server.pages.view.Shell;
import org.meetwright.server.text.Texts;

/// The page of a host's sessions and tokens.
///
/// @param logout where the form to sign out goes
/// @param csrf what all forms carry
public record AccountView(
    Shell shell,
    Texts words,
    String name,
    String email,
    String logout,
    String csrf,
    List<Row> sessions,
    List<Row> tokens) {
  /// A session or a token.
  ///
  /// @param facts what is known of it, a line each
  /// @param present whether it is the session that looks at the page
  /// @param end where the form to end it goes
  public record Row(String id, String name, List<String> facts, boolean present, String end) {}
}
