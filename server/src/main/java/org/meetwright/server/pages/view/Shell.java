package org.meetwright.server.pages.view;

import org.meetwright.server.text.Texts;

/// What surrounds the content of every page.
///
/// @param description one sentence for search engines and previews; may be empty
/// @param indexed whether search engines may list the page
/// @param guessedZone whether times are in a zone that was only guessed, and the browser may know
///   better
public record Shell(
    Texts texts,
    Links links,
    String title,
    String description,
    boolean indexed,
    boolean guessedZone) {

  /// The surroundings of a page that search engines must not list.
  public static Shell unlisted(Texts texts, Links links, String title) {
    return new Shell(texts, links, title, "", false, false);
  }
}
