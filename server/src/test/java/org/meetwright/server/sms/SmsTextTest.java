package org.meetwright.server.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.invite.Office;

class SmsTextTest {
  private static final URI LINK = URI.create("https://meet.example.org/b/token");

  @TempDir Path directory;
  private Office office;

  @BeforeEach
  void open() {
    office = Office.in(directory);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String text(EventType type, String language) {
    Invitee invitee =
        new Invitee(
            "Bob",
            new EmailAddress("bob@example.net"),
            ZoneId.of("America/New_York"),
            Locale.forLanguageTag(language));
    return SmsText.reminder(office.book(type, invitee), LINK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | Reminder: Call with Ada Lovelace, Thu, Dec 3, 2026, 8:00 AM UTC-5. Your booking:",
        "de | Erinnerung: Call mit Ada Lovelace, Do., 03.12.2026, 08:00 UTC-5. Ihr Termin:",
        "fr | Rappel : Call avec Ada Lovelace, jeu., 3 déc. 2026, 08:00 UTC-5. Votre rendez-vous :",
        "es | Recordatorio: Call con Ada Lovelace, jue, 3 dic 2026, 8:00 UTC-5. Su reserva:",
        "pt | Lembrete: Call com Ada Lovelace, qui., 3 de dez. de 2026, 08:00 UTC-5. A sua"
            + " reserva:",
        "ja | リマインダー：Call（Ada Lovelaceさん）、2026/12/03(木) 8:00 UTC-5。ご予約：",
        "nl | Reminder: Call with Ada Lovelace, Thu, 3 Dec 2026, 08:00 UTC-5. Your booking:"
      })
  void remindsInTheInviteesLanguageAndZone(String language, String expected) {
    assertThat(text(office.offer("Call", false, null, List.of()), language).replace('\u00a0', ' '))
        .startsWith(expected)
        .endsWith(LINK.toString())
        .hasSizeLessThan(160);
  }

  @Test
  void cutsLongNames() {
    assertThat(text(office.offer("語".repeat(100), false, null, List.of()), "en-US"))
        .startsWith("Reminder: " + "語".repeat(37) + "... with Ada Lovelace, Thu");
  }
}
