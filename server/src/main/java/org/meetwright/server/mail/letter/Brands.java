package org.meetwright.server.mail.letter;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.branding.Branding;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.branding.Logo;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.brand.MailColors;

/// Finds how letters look.
public record Brands(Bookables bookables, Brandings brandings) {
  /// Returns the brand of an event type's page.
  ///
  /// @param eventType null if it has been deleted
  public Brand of(@Nullable EventType eventType) {
    Bookable who = eventType == null ? null : bookables.find(eventType.pageId()).orElse(null);
    return who == null ? Brand.USUAL : of(who);
  }

  private Brand of(Bookable who) {
    Branding branding = brandings.of(who.ownerId());
    String hash = branding.logoHash();
    Logo logo = hash == null ? null : brandings.logo(hash).orElse(null);
    String color = branding.color();
    return new Brand(MailColors.of(color), color != null, logo, who.name());
  }
}
