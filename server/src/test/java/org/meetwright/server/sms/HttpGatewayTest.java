package org.meetwright.server.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.Patience;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.phone.PhoneNumber;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.settings.SmsSettings;
import org.meetwright.server.settings.SmsSettings.Header;
import org.meetwright.server.text.JsonTemplate;
import org.meetwright.server.webhook.Receiver;
import org.meetwright.server.webhook.Receiver.Got;

/// Sends to a real receiver.
class HttpGatewayTest {
  private static final Sms SMS = new Sms("id-1", new PhoneNumber("+4930123456"), "Hi \"Bob\" \\o/");

  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void close() throws IOException {
    receiver.close();
  }

  private HttpGateway gateway(String header) {
    return gateway(header, Patience.LONG);
  }

  private HttpGateway gateway(String header, Duration longest) {
    int colon = header.indexOf(':');
    return new HttpGateway(
        new SmsSettings(
            HttpUrl.of(receiver.url()),
            new Header(header.substring(0, colon), header.substring(colon + 2)),
            JsonTemplate.of("{\"to\": [\"${to}\"], \"text\": \"${text}\", \"ref\": \"${id}\"}"),
            ServerFixture.NO_SMS.limits()),
        longest);
  }

  private HttpGateway gateway() {
    return gateway("Authorization: Bearer s3cret");
  }

  @Test
  void postsTheTemplateFilledIn() throws Exception {
    gateway().send(SMS);

    Got got = receiver.next();
    assertThat(got.line()).isEqualTo("POST /hook?a=b HTTP/1.1");
    assertThat(got.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("authorization", "Bearer s3cret")
        .containsEntry("idempotency-key", "id-1");
    assertThat(got.text())
        .isEqualTo(
            "{\"to\":[\"+4930123456\"],\"text\":\"Hi \\\"Bob\\\" \\\\o/\",\"ref\":\"id-1\"}");
  }

  @Test
  void putsAHeaderInThePlaceOfItsOwn() throws Exception {
    gateway("content-type: application/vnd.sms+json").send(SMS);

    assertThat(receiver.next().headers()).containsEntry("content-type", "application/vnd.sms+json");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 422})
  void givesUpForGoodAtARefusalAndTellsNoSecret(int status) {
    receiver.answer(
        "HTTP/1.1 "
            + status
            + " No\r\n\r\nBad number\n 4930123456, Hi \"Bob\" \\o/; Bearer s3cret; key s3cret"
            + "x".repeat(2000));

    assertThatThrownBy(() -> gateway().send(SMS))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageStartingWith(
            "The gateway answered "
                + status
                + ": Bad number (number), (text); (header); key (header)xxx")
        .hasMessageNotContaining("s3cret")
        .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(1100));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 408, 425, 429, 500, 503})
  void triesAgainLaterAtWhatMayPass(int status) {
    receiver.answer(
        "HTTP/1.1 "
            + status
            + " No\r\nLocation: "
            + receiver.url()
            + "\r\nContent-Length: 4\r\n\r\nbusy");

    assertThatThrownBy(() -> gateway().send(SMS))
        .isInstanceOf(IOException.class)
        .hasMessage("The gateway answered " + status + ": busy");
    assertThat(receiver.waiting()).isEqualTo(1);
  }

  @Test
  void triesAgainLaterWhatBrokeOff() {
    receiver.answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");

    assertThatThrownBy(() -> gateway().send(SMS))
        .isInstanceOf(IOException.class)
        .hasMessage("The gateway's answer broke off");
  }

  @Test
  void triesAgainLaterWhenTheGatewayHangs() {
    receiver.answer(Receiver.HANGS);

    HttpGateway hurried = gateway("Authorization: Bearer s3cret", Duration.ofMillis(200));
    assertThatThrownBy(() -> hurried.send(SMS)).isInstanceOf(SocketTimeoutException.class);
  }
}
