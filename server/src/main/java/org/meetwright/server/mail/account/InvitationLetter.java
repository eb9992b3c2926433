package org.meetwright.server.mail.account;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.meetwright.core.account.invitation.HostInvitation;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.mail.letter.Letter.Action;
import org.meetwright.server.mail.letter.Letter.Row;
import org.meetwright.server.mail.letter.Letter.Tone;
import org.meetwright.server.mail.letter.WrittenTime;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;

/// The text of the mail to someone who is invited to become a host. It contains nothing that the
/// admin typed but the address: the reader may be someone else.
final class InvitationLetter {
  private InvitationLetter() {}

  static Letter of(HostInvitation invitation, String token, URI server) {
    Locale locale = Translations.readable(invitation.locale());
    Texts texts = Texts.of("org.meetwright.server.mail.texts", locale);
    ZoneId known = invitation.timeZone();
    ZoneId zone = known == null ? ZoneOffset.UTC : known;
    String until =
        new WrittenTime(invitation.expiresAt(), invitation.expiresAt(), zone, locale)
            .briefWithZone();
    return new Letter(
        locale.toLanguageTag(),
        texts.get("subject.join"),
        texts.get("heading.join"),
        invitation.email().value(),
        Tone.GOOD,
        texts.get("lead.join", until),
        List.of(new Row(texts.get("row.server"), List.of(server.toString()), server, false)),
        new Action(texts.get("action.join"), URI.create(server + "/login/join/" + token)),
        texts.get("footer.join"));
  }
}
