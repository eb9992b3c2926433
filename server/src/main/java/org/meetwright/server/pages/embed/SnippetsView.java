package org.meetwright.server.pages.embed;

import java.util.List;
import org.meetwright.server.pages.frame.Shell;

/// The page that shows a host how to embed a booking page into another site.
///
/// @param address the booking page's address
public record SnippetsView(Shell shell, String name, String address, List<Snippet> snippets) {

  /// A piece of HTML to copy.
  ///
  /// @param id its name on the page
  public record Snippet(String id, String title, String hint, String code) {}
}
