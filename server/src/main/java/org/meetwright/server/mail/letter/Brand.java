package org.meetwright.server.mail.letter;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.branding.Logo;
import org.meetwright.server.brand.MailColors;

/// How a letter looks: as the booking page that it comes from.
///
/// @param own whether a colour was chosen
/// @param logo null for none; it goes with the letter, so that nothing is loaded from elsewhere
/// @param name whose brand it is; may be empty
public record Brand(MailColors colors, boolean own, @Nullable Logo logo, String name) {
  /// How letters look if nobody says anything.
  public static final Brand USUAL = new Brand(MailColors.USUAL, false, null, "");

  /// The Content-ID under which the HTML finds the logo.
  public static final String LOGO_ID = "logo@meetwright";
}
