package org.meetwright.server.pages.account.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.branding.Branding;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.text.Texts;

/// The frame of each page of a host's account.
///
/// @param csrf what all forms carry
/// @param notice what was just done; null if nothing was
public record AccountFrame(
    Shell shell, Texts words, String csrf, List<Tab> tabs, @Nullable String notice) {
  /// An entry of the navigation.
  ///
  /// @param present whether it is the page that is shown
  public record Tab(String label, String href, boolean present) {}

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
