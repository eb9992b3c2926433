package org.meetwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meetwright.core.Fixture;
import org.meetwright.core.OutboxKinds;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.outbox.Handler;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.server.mail.sending.MailSender;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.webhook.WebhookRequests;

class HandlersTest {
  @Test
  void deliverEveryKindOfMessage() throws Exception {
    try (Fixture fixture = new Fixture(DatabaseKind.H2)) {
      Settings settings = ServerFixture.settings(fixture, ServerFixture.UNLIMITED);
      try (MailSender sender = MailSender.of(settings.mail(), settings.home())) {
        List<OutboxKind<?>> kinds = new ArrayList<>();
        for (Handler<?> handler :
            MeetwrightServer.handlers(
                fixture.core,
                settings,
                new PublicUrl(settings),
                sender,
                new WebhookRequests(new Targets(true), fixture.clock))) {
          kinds.add(handler.kind());
        }
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(OutboxKinds.ALL);
      }
    }
  }
}
