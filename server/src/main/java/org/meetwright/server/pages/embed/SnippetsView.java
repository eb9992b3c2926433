package org.meetwright.server.pages.embed;

import java.util.List;
import org.meetwright.server.pages.frame.Shell;

/// The page that tells a host how to put a booking page on his own site.
///
/// @param address the booking page's address
public record SnippetsView(Shell shell, String name, String address, List<Snippet> snippets) {

  /// A piece of HTML to copy.
  ///
  /// @param id its name on the page
  public record Snippet(String id, String title, String hint, String code) {}
}
