package org.meetwright.server.mail.letter;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.branding.Branding;
import org.meetwright.core.branding.Logo;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.team.Bookable;
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

  /// Returns the brand of an event type's page.
  ///
  /// @param eventType null if it has been deleted
  public static Brand of(Core core, @Nullable EventType eventType) {
    Bookable who =
        eventType == null ? null : core.bookables().find(eventType.pageId()).orElse(null);
    return who == null ? USUAL : of(core, who);
  }

  private static Brand of(Core core, Bookable who) {
    Branding branding = core.brandings().of(who.ownerId());
    String hash = branding.logoHash();
    Logo logo = hash == null ? null : core.brandings().logo(hash).orElse(null);
    String color = branding.color();
    return new Brand(MailColors.of(color), color != null, logo, who.name());
  }
}
