package org.meetwright.server.mail.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.invite.Office;
import org.meetwright.server.mail.letter.Letter;

class MimeLetterTest {
  private static Letter letter(String subject) {
    return new Letter(
        "en", subject, "Heading", "Title", Letter.Tone.GOOD, "Lead", List.of(), null, "Foot");
  }

  private static String written(String subject, String name, String address) throws Exception {
    InternetAddress to = MailAddresses.of(new EmailAddress(address), name);
    Envelope envelope = new Envelope("<1@example.org>", Office.NOW, to, to, List.of(to));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MimeLetter.of(letter(subject), envelope).writeTo(out);
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  private static MimeMessage parsed(String written) throws Exception {
    return new MimeMessage(
        null, new ByteArrayInputStream(written.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nBcc: x@y.example", "a\nBcc: x@y.example", "a\rBcc: x@y.example",
        "a\u2028Bcc: x@y.example", "ä\r\n\r\n<b>body</b>", "a\r\n Bcc: x@y.example"
      })
  void letsNoValueBeginAnotherHeader(String nasty) throws Exception {
    String written = written(nasty, nasty, "bob@example.net");
    MimeMessage message = parsed(written);
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getSubject()).doesNotContain("\r", "\n");
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    assertThat(written.lines()).noneMatch(line -> line.startsWith("Bcc"));
    assertThatThrownBy(
            () ->
                new Invitee(
                    nasty, new EmailAddress("bob@example.net"), ZoneId.of("UTC"), Locale.US))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"b@example.net\r\nBcc: x", "b@example.net,x@y.example", "<b@example.net>"})
  void takesNoOtherThingForAnAddress(String nasty) {
    assertThatThrownBy(() -> new EmailAddress(nasty)).isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jürgen Groß",
        "山田 太郎",
        "😀 Smile",
        "Brown, \"Bob\" <x@y.example>",
        "a=?b",
        "=?utf-8?q?Your_Boss?=",
        "=?utf-8?B?Qm9zcw==?= <boss@example.com>",
        "a=?us-ascii?Q?b?=c"
      })
  void encodesNamesAndSubjects(String name) throws Exception {
    String written = written("Confirmed: " + name, name, "bob@example.net");
    MimeMessage message = parsed(written);
    InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
    assertThat(written).isASCII();
    assertThat(message.getSubject()).isEqualTo("Confirmed: " + name);
    assertThat(to.getPersonal()).isEqualTo(name);
    assertThat(to.getAddress()).isEqualTo("bob@example.net");
    assertThat(message.getAllRecipients()).hasSize(1);
  }

  @Test
  void keepsEveryLineShortAndEndedByCrLf() throws Exception {
    String written = written("é".repeat(500), "語".repeat(60), "bob@example.net");
    assertThat(written.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(written.split("\r\n")).allSatisfy(line -> assertThat(line.length()).isLessThan(998));
  }

  @Test
  void writesADomainOutsideAsciiInItsAsciiForm() throws Exception {
    assertThat(written("a", "", "bob@bücher.example")).contains("To: bob@xn--bcher-kva.example");
  }

  @Test
  void keepsHeadersWithEncodedWordsShort() throws Exception {
    String written = written("語".repeat(90), "é".repeat(100), "bob@example.net");
    assertThat(written.lines().takeWhile(line -> !line.isEmpty()))
        .filteredOn(line -> line.contains("=?UTF-8?"))
        .hasSizeGreaterThan(8)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
  }

  @Test
  void writesAnAddressOutsideAsciiAsItIs() throws Exception {
    InternetAddress to = MailAddresses.of(new EmailAddress("bøb@bücher.example"), "Bøb");
    InternetAddress from = MailAddresses.of(new EmailAddress("a@example.org"), "");
    Envelope envelope = new Envelope("<1@example.org>", Office.NOW, from, to, List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MimeLetter.of(letter("Hi"), envelope).writeTo(out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("To: \"Bøb\" <bøb@xn--bcher-kva.example>\r\n");
  }
}
