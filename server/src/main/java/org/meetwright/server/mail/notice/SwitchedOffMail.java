package org.meetwright.server.mail.notice;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.Webhooks;
import org.meetwright.core.webhook.delivery.SwitchedOffNotice;
import org.meetwright.server.mail.UnstoredMails;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.mail.letter.Letter.Row;
import org.meetwright.server.mail.letter.Letter.Tone;
import org.meetwright.server.mail.letter.WrittenTime;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;

/// Tells a host by mail that a webhook was switched off.
public final class SwitchedOffMail implements Delivery<SwitchedOffNotice> {
  private static final String TEXTS = "org.meetwright.server.webhook.texts";

  private final Hosts hosts;
  private final Webhooks webhooks;
  private final UnstoredMails mails;

  /// Creates the delivery.
  public SwitchedOffMail(Hosts hosts, Webhooks webhooks, UnstoredMails mails) {
    this.hosts = hosts;
    this.webhooks = webhooks;
    this.mails = mails;
  }

  /// Sends the mail, if there still is such a webhook.
  ///
  /// @throws PermanentFailure if it can never be sent
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  @Override
  public void deliver(SwitchedOffNotice news, Message message)
      throws PermanentFailure, MessagingException, IOException {
    Webhook webhook = webhooks.find(news.webhookId()).orElse(null);
    Host host = webhook == null ? null : hosts.find(webhook.hostId()).orElse(null);
    if (webhook != null && host != null && host.active()) {
      Letter letter = letter(news, webhook, host);
      mails.send(message.dedupeKey(), news.at(), host.email(), host.name(), letter);
    }
  }

  private static Letter letter(SwitchedOffNotice news, Webhook webhook, Host host) {
    Locale locale = Translations.readable(host.locale());
    Texts texts = Texts.of(TEXTS, locale);
    String address = webhook.url().uri().getScheme() + "://" + webhook.url().uri().getAuthority();
    return new Letter(
        locale.toLanguageTag(),
        texts.get("off.subject", address),
        texts.get("off.heading"),
        address,
        Tone.OVER,
        texts.get("off.lead"),
        List.of(
            Row.of(texts.get("off.since"), time(news.failingSince(), host.timeZone(), locale)),
            Row.of(texts.get("off.at"), time(news.at(), host.timeZone(), locale)),
            Row.of(texts.get("off.error"), news.error()),
            Row.of(texts.get("off.id"), webhook.id().toString())),
        null,
        texts.get("off.footer"));
  }

  private static String time(Instant at, ZoneId zone, Locale locale) {
    return new WrittenTime(at, at, zone, locale).briefWithZone();
  }
}
