package org.meetwright.server.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Patience;
import org.meetwright.core.webhook.WebhookUrl;
import org.meetwright.server.TestCertificate;
import org.meetwright.server.webhook.Receiver;

@Timeout(600)
class PostTest {
  private static final Duration LONG = Patience.LONG;
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @TempDir static Path directory;
  private static SSLContext hooks;

  /// Makes a certificate for `hooks.example.org` and a context that has and trusts it.
  @BeforeAll
  static void certify() throws Exception {
    hooks = TestCertificate.make(directory, "hooks.example.org").context();
  }

  private static Post post(Targets targets, Duration limit) {
    return new Post(targets, hooks.getSocketFactory(), limit);
  }

  private static Targets everyNameMeans(InetAddress... addresses) {
    return new Targets(true, _ -> addresses);
  }

  private static WebhookUrl url(String scheme, String host, int port) {
    return WebhookUrl.of(scheme + "://" + host + ":" + port + "/x");
  }

  @Test
  void connectsToTheAddressThatWasCheckedAndProvesTheNameByItsCertificate() throws Exception {
    try (Receiver receiver = new Receiver(hooks.getServerSocketFactory(), 0)) {
      Reply reply =
          post(everyNameMeans(HERE), LONG)
              .send(url("https", "hooks.example.org", receiver.port()), Map.of("a", "b"), BODY);
      assertThat(reply.status()).isEqualTo(204);
      assertThat(receiver.next().headers())
          .containsEntry("host", "hooks.example.org:" + receiver.port())
          .containsEntry("a", "b");
    }
  }

  @Test
  void sendsNothingToWhoHasACertificateForAnotherName() throws Exception {
    try (Receiver receiver = new Receiver(hooks.getServerSocketFactory(), 0)) {
      WebhookUrl other = url("https", "other.example.org", receiver.port());
      assertThatThrownBy(() -> post(everyNameMeans(HERE), LONG).send(other, Map.of(), BODY))
          .isInstanceOf(SSLException.class);
      Post strangers =
          new Post(everyNameMeans(HERE), (SSLSocketFactory) SSLSocketFactory.getDefault(), LONG);
      WebhookUrl right = url("https", "hooks.example.org", receiver.port());
      assertThatThrownBy(() -> strangers.send(right, Map.of(), BODY))
          .isInstanceOf(SSLException.class);
      assertThat(receiver.waiting()).isZero();
    }
  }

  @Test
  void isNotFooledByANameThatMeansSomethingElseTheSecondTime() throws Exception {
    try (Receiver receiver = new Receiver()) {
      AtomicInteger asked = new AtomicInteger();
      Targets rebinding =
          new Targets(
              false,
              _ ->
                  new InetAddress[] {
                    asked.getAndIncrement() == 0 ? InetAddress.ofLiteral("1.1.1.1") : HERE
                  });
      WebhookUrl url = url("http", "rebind.example.org", receiver.port());
      rebinding.check(url);
      assertThatThrownBy(() -> post(rebinding, LONG).send(url, Map.of(), BODY))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("must not be at a loopback");
      assertThat(asked).hasValue(2);
      assertThat(receiver.waiting()).isZero();
    }
  }

  @Test
  void triesTheNextAddressWhenOneIsDown() throws Exception {
    try (Receiver receiver = new Receiver(ServerSocketFactory.getDefault(), 0)) {
      InetAddress nobody = InetAddress.ofLiteral("127.0.0.77");
      Reply reply =
          post(everyNameMeans(nobody, HERE), LONG)
              .send(url("http", "hooks.example.org", receiver.port()), Map.of(), BODY);
      assertThat(reply.status()).isEqualTo(204);
    }
  }

  @Test
  void saysThatNobodyIsThere() throws Exception {
    // Taken, so that nobody else listens there meanwhile.
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress(HERE, 0));
      WebhookUrl url = url("http", "hooks.example.org", taken.getLocalPort());
      assertThatThrownBy(() -> post(everyNameMeans(HERE), LONG).send(url, Map.of(), BODY))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void givesUpOnWhoHangs() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answer(Receiver.HANGS);
      WebhookUrl url = WebhookUrl.of(receiver.url());
      assertThatThrownBy(
              () -> post(new Targets(true), Duration.ofMillis(300)).send(url, Map.of(), BODY))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("0.3 s");
    }
  }

  @Test
  void saysThatTheReceiverHungUp() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answer("HTTP/1.1 200 OK\r\nA: ");
      WebhookUrl url = WebhookUrl.of(receiver.url());
      assertThatThrownBy(() -> post(new Targets(true), LONG).send(url, Map.of(), BODY))
          .hasMessageContaining("closed the connection");
    }
  }
}
