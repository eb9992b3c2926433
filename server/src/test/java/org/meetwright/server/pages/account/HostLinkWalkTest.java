package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.email.Email;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.server.mail.Waiting;
import org.meetwright.server.pages.account.Walks.Window;

/// A host answers bookings from his mail in a real browser, signed in nowhere; axe-core looks at
/// each state. What mail and pages look like is put into `server/target/pictures`.
@Tag("browser")
class HostLinkWalkTest {
  @RegisterExtension static final Walks WALKS = new Walks();

  private SignedIn in;
  private Walk walk;
  private Page page;

  @ParameterizedTest
  @CsvSource({
    "375, en-GB, LIGHT, true",
    "375, ar-EG, LIGHT, false",
    "1280, de-DE, DARK, true",
    "1280, ja-JP, LIGHT, false"
  })
  void everyAnswerCanBeGiven(int width, String language, ColorScheme scheme, boolean scripts)
      throws Exception {
    try (SignedIn signedIn = new SignedIn(DatabaseKind.H2);
        Walk begun =
            WALKS.begin(
                signedIn.server,
                "hostlink-",
                new Window(width, language, scheme),
                // The host's language counts, not the browser's.
                options -> options.setLocale("en-US").setJavaScriptEnabled(scripts))) {
      walk = begun;
      page = walk.page;
      in = signedIn;
      in.core
          .hosts()
          .update(
              in.ada,
              "Ada Lovelace",
              ZoneId.of("America/New_York"),
              Locale.forLanguageTag(language),
              HostLimits.NONE);
      walk();
      walk.assertNothingIsWrong();
    }
  }

  private void walk() throws Exception {
    EventType asking =
        in.server.core.addEventType(type -> type.slug("asking").name("Consultation").approval());
    Booking first = in.server.core.book(asking, "2026-03-09T14:00:00Z");
    Booking second = in.server.core.book(asking, "2026-03-09T15:00:00Z", "eve@example.com");
    mail(first, "requested");

    page.navigate(link(first) + "/confirm");
    walk.look("confirm");
    send();
    assertThat(status(first)).isEqualTo(BookingStatus.CONFIRMED);
    walk.look("confirmed");
    page.navigate(link(first) + "/confirm");
    walk.look("confirmed-again");

    page.navigate(link(second));
    walk.look("pending");
    page.navigate(link(second) + "/decline");
    page.fill("#reason", "I am on a journey that week.");
    walk.look("decline");
    send();
    assertThat(status(second)).isEqualTo(BookingStatus.DECLINED);
    walk.look("declined");

    page.navigate(link(first) + "/move?month=2026-03&date=2026-03-10");
    walk.look("times");
    page.locator("a.slot").first().click();
    page.waitForSelector("#reason");
    walk.look("move");
    send();
    assertThat(in.core.bookings().find(first.id()).orElseThrow().start())
        .isBetween(Instant.parse("2026-03-10T00:00:00Z"), Instant.parse("2026-03-11T00:00:00Z"));
    mail(first, "rescheduled");

    page.navigate(link(first) + "/cancel");
    walk.look("cancel");
    send();
    assertThat(status(first)).isEqualTo(BookingStatus.CANCELLED);
    in.server.core.clock.set("2026-03-20T12:00:00Z");
    page.navigate(link(first));
    walk.look("over");
  }

  private String link(Booking booking) {
    return "/h/" + in.core.hostLinks().token(booking.id(), in.ada);
  }

  private BookingStatus status(Booking booking) {
    return in.core.bookings().find(booking.id()).orElseThrow().status();
  }

  private void send() {
    String before = page.url();
    page.locator("form[data-once] button").click();
    page.waitForURL(now -> !now.equals(before));
  }

  /// Shows the HTML of a mail to the host.
  private void mail(Booking booking, String event) throws Exception {
    Waiting.until(() -> find(booking, event) != null);
    Email email = find(booking, event);
    walk.lookAtMail(
        "mail-" + event, html(new MimeMessage(null, new ByteArrayInputStream(email.mime()))));
  }

  private Email find(Booking booking, String event) {
    return in.core.emails().ofBooking(booking.id()).stream()
        .filter(mail -> mail.event().equals(event) && mail.audience().equals("host"))
        .findFirst()
        .orElse(null);
  }

  private static String html(Part part) throws Exception {
    if (part.getContent() instanceof Multipart parts) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        all.append(html(parts.getBodyPart(i)));
      }
      return all.toString();
    }
    return part.isMimeType("text/html")
        ? new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        : "";
  }
}
