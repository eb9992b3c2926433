package org.meetwright.server.pages.account.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.branding.Branding;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.text.Texts;

/// The frame of each page of a host's account.
///
/// @param csrf what all forms carry
/// @param notice what became of the last action; null if there was none
public record AccountFrame(
    Shell shell, Texts words, String csrf, List<Tab> tabs, @Nullable Told notice) {
  private static final int IN_BAR = 3;

  /// What became of the last action.
  ///
  /// @param isDone false if it could not be done
  public record Told(String text, boolean isDone) {}

  /// An entry of the navigation.
  ///
  /// @param present whether it is the page that is shown
  /// @param first whether it begins a part of the navigation
  public record Tab(String label, String href, boolean present, boolean first) {}

  /// Returns the navigation to all rooms.
  ///
  /// @param present the room that is shown
  static List<Tab> tabs(AccountRequest asked, AccountSection present) {
    List<Tab> tabs = new ArrayList<>();
    AccountSection.Part part = null;
    for (AccountSection room : AccountSection.values()) {
      String label = asked.words().get(room.key());
      tabs.add(new Tab(label, asked.link(room.path()), room == present, room.part() != part));
      part = room.part();
    }
    return tabs;
  }

  /// Returns the entries that a phone shows at once.
  public List<Tab> bar() {
    return tabs.subList(0, IN_BAR);
  }

  /// Returns the entries that a phone folds away.
  public List<Tab> more() {
    return tabs.subList(IN_BAR, tabs.size());
  }

  /// Returns whether a phone folds the entry of the page that is shown away.
  public boolean folded() {
    return more().stream().anyMatch(Tab::present);
  }

  /// Returns the same in the colours of a host.
  public AccountFrame branded(Branding branding) {
    return new AccountFrame(shell.branded(branding), words, csrf, tabs, notice);
  }

  /// Returns an address of these pages.
  ///
  /// @param path for example `/account`
  public String link(String path) {
    return shell.links().base() + path;
  }
}
