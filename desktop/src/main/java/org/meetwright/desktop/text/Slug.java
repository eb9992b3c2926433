package org.meetwright.desktop.text;

import java.text.Normalizer;
import java.util.Locale;

/// The end of an address, made of a name.
public final class Slug {
  private static final int LONGEST = 60;

  private Slug() {}

  /// Returns small letters, digits and hyphens; empty if the name has nothing of these.
  public static String of(String name) {
    String slug =
        Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    return slug.substring(0, Math.min(slug.length(), LONGEST)).replaceAll("^-|-$", "");
  }
}
