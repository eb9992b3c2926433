package org.meetwright.server.pages.frame;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.branding.Branding;
import org.meetwright.server.brand.BrandFiles;
import org.meetwright.server.text.Texts;

/// What surrounds the content of every page.
///
/// @param description one sentence for search engines and previews; may be empty
/// @param indexed whether search engines may list the page
/// @param guessedZone whether times are in a zone that was only guessed, and the browser may know
///   better
/// @param branding how the host wants his pages to look
public record Shell(
    Texts texts,
    PageLinks links,
    String title,
    String description,
    boolean indexed,
    boolean guessedZone,
    Branding branding) {

  /// The surroundings of a page that looks as usual.
  public Shell(
      Texts texts,
      PageLinks links,
      String title,
      String description,
      boolean indexed,
      boolean guessedZone) {
    this(texts, links, title, description, indexed, guessedZone, Branding.USUAL);
  }

  /// The surroundings of a page that search engines must not list.
  public static Shell unlisted(Texts texts, PageLinks links, String title) {
    return new Shell(texts, links, title, "", false, false);
  }

  /// The same in the colours and with the logo of a host.
  public Shell branded(Branding other) {
    return new Shell(texts, links, title, description, indexed, guessedZone, other);
  }

  /// Returns where the host's colours are; null for the usual ones.
  public @Nullable String colors() {
    String color = branding.color();
    return color == null ? null : links.file(BrandFiles.colors(color));
  }

  /// Returns where the host's logo is; null if he has none.
  public @Nullable String logo() {
    String hash = branding.logoHash();
    return hash == null ? null : links.file(BrandFiles.logo(hash));
  }
}
