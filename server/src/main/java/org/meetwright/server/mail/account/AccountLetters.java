package org.meetwright.server.mail.account;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.account.EmailChanges.PendingEmail;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.mail.letter.Letter.Action;
import org.meetwright.server.mail.letter.Letter.Row;
import org.meetwright.server.mail.letter.Letter.Tone;
import org.meetwright.server.mail.letter.WrittenTime;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;

/// The text of mails to a host about the account. They address the host by handle, which cannot
/// carry a message to a stranger if the address is wrong.
final class AccountLetters {
  private static final String TEXTS = "org.meetwright.server.mail.texts";

  private final Host host;
  private final URI server;
  private final Locale locale;
  private final Texts texts;

  AccountLetters(Host host, URI server) {
    this.host = host;
    this.server = server;
    this.locale = Translations.readable(host.locale());
    this.texts = Texts.of(TEXTS, locale);
  }

  /// To a new address: it is in force only if the link is opened.
  Letter confirm(PendingEmail pending, String token) {
    return letter(
        "email_confirm",
        pending.email().value(),
        Tone.WAITING,
        time(pending.expiresAt()),
        null,
        "/login/email/" + token);
  }

  /// To the old address, when another one was asked for.
  Letter asked(EmailAddress other) {
    return letter(
        "email_asked", host.handle().value(), Tone.WAITING, "", other, "/account/security");
  }

  /// To the old address, when another one is in force.
  Letter changed(EmailAddress other) {
    return letter("email_changed", host.handle().value(), Tone.OVER, "", other, null);
  }

  /// To a host who has forgotten the password.
  Letter forgotten(Instant until, String token) {
    return letter(
        "password_link",
        host.handle().value(),
        Tone.WAITING,
        time(until),
        null,
        "/login/password/" + token);
  }

  /// To a host who has asked for another password but has none.
  Letter noPassword() {
    return letter("no_password", host.handle().value(), Tone.OVER, "", null, null);
  }

  /// After a change of the password.
  Letter newPassword(Instant at) {
    return letter(
        "password_changed",
        host.handle().value(),
        Tone.WAITING,
        time(at),
        null,
        "/login/forgotten");
  }

  /// @param when what stands for `{0}` in the lead
  /// @param other another address that it mentions; null for none
  /// @param path where it leads; null for nowhere
  private Letter letter(
      String what,
      String title,
      Tone tone,
      String when,
      @Nullable EmailAddress other,
      @Nullable String path) {
    List<Row> rows = new ArrayList<>();
    if (other != null) {
      rows.add(Row.of(texts.get("row.newAddress"), other.value()));
    }
    rows.add(Row.of(texts.get("row.account"), host.handle().value()));
    rows.add(new Row(texts.get("row.server"), List.of(server.toString()), server, false));
    return new Letter(
        locale.toLanguageTag(),
        texts.get("subject." + what),
        texts.get("heading." + what),
        title,
        tone,
        texts.get("lead." + what, when),
        rows,
        path == null ? null : new Action(texts.get("action." + what), URI.create(server + path)),
        texts.get("footer.account"));
  }

  private String time(Instant at) {
    return new WrittenTime(at, at, host.timeZone(), locale).briefWithZone();
  }
}
