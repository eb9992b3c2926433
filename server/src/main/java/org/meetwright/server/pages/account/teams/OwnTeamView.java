package org.meetwright.server.pages.account.teams;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of a team that a host made.
///
/// @param title its name as it is kept
/// @param action where its form goes
/// @param address its public page
/// @param invited the handles of those who have not accepted yet
/// @param errors what is wrong, by field
/// @param focus the id of what is to be looked at first; empty for the page's beginning
public record OwnTeamView(
    AccountFrame frame,
    String title,
    String action,
    String address,
    TeamForm form,
    List<String> invited,
    Map<String, String> errors,
    String focus) {
  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
