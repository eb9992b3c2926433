package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.settings.MailSettings;

/// What is said of mail that goes out, and of mail that is put into files.
class MailWayTest {
  /// Nobody listens there.
  private static final MailSettings SMTP =
      new MailSettings(
          "127.0.0.1",
          1,
          "",
          "",
          MailSettings.Tls.NONE,
          new EmailAddress("meetwright@example.org"));

  private static String forgotten(MailSettings mail) {
    try (ServerFixture server =
            new ServerFixture(DatabaseKind.H2, false, mail, ServerFixture.NO_SMS);
        Browser browser = new Browser(server.server.url())) {
      return browser
          .submit("/login/forgotten", "/login/forgotten", Map.of("email", "ada@example.org"))
          .body();
    }
  }

  @Test
  void isSaid() {
    assertThat(forgotten(SMTP)).contains("a mail with a link is on its way");
    assertThat(forgotten(ServerFixture.FILES))
        .contains("This server sends no mail", "meetwright host password");
  }
}
