package org.meetwright.server.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Patience;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.TestCertificate;
import org.meetwright.server.webhook.Receiver;

@Timeout(600)
class OutgoingHttpTest {
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

  private static Reply post(Targets targets, Duration limit, HttpUrl url) throws IOException {
    return new OutgoingHttp(targets, hooks.getSocketFactory(), RequestBounds.ofMessage(limit))
        .send(OutgoingRequest.post(url, Map.of("a", "b"), BODY));
  }

  private static Reply get(int redirects, HttpUrl url, Map<String, String> headers)
      throws IOException {
    return new OutgoingHttp(
            everyNameMeans(HERE),
            hooks.getSocketFactory(),
            new RequestBounds(LONG, 4096, redirects))
        .send(OutgoingRequest.get(url, headers));
  }

  private static Targets everyNameMeans(InetAddress... addresses) {
    return new Targets(true, _ -> addresses);
  }

  private static HttpUrl url(String scheme, String host, int port) {
    return HttpUrl.of(scheme + "://" + host + ":" + port + "/x");
  }

  @Test
  void connectsToTheAddressThatWasCheckedAndProvesTheNameByItsCertificate() throws Exception {
    try (Receiver receiver = new Receiver(hooks.getServerSocketFactory(), 0)) {
      Reply reply =
          post(everyNameMeans(HERE), LONG, url("https", "hooks.example.org", receiver.port()));
      assertThat(reply.status()).isEqualTo(204);
      assertThat(receiver.next().headers())
          .containsEntry("host", "hooks.example.org:" + receiver.port())
          .containsEntry("a", "b");
    }
  }

  @Test
  void sendsNothingToWhoHasACertificateForAnotherName() throws Exception {
    try (Receiver receiver = new Receiver(hooks.getServerSocketFactory(), 0)) {
      HttpUrl other = url("https", "other.example.org", receiver.port());
      assertThatThrownBy(() -> post(everyNameMeans(HERE), LONG, other))
          .isInstanceOf(SSLException.class);
      OutgoingHttp strangers =
          new OutgoingHttp(everyNameMeans(HERE), RequestBounds.ofMessage(LONG));
      HttpUrl right = url("https", "hooks.example.org", receiver.port());
      assertThatThrownBy(() -> strangers.send(OutgoingRequest.post(right, Map.of(), BODY)))
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
      HttpUrl url = url("http", "rebind.example.org", receiver.port());
      rebinding.check(url);
      assertThatThrownBy(() -> post(rebinding, LONG, url))
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
          post(
              everyNameMeans(nobody, HERE),
              LONG,
              url("http", "hooks.example.org", receiver.port()));
      assertThat(reply.status()).isEqualTo(204);
    }
  }

  @Test
  void saysThatNobodyIsThere() throws Exception {
    // Taken, so that nobody else listens there meanwhile.
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress(HERE, 0));
      HttpUrl url = url("http", "hooks.example.org", taken.getLocalPort());
      assertThatThrownBy(() -> post(everyNameMeans(HERE), LONG, url))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void givesUpOnWhoHangs() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answer(Receiver.HANGS);
      HttpUrl url = HttpUrl.of(receiver.url());
      assertThatThrownBy(() -> post(new Targets(true), Duration.ofMillis(300), url))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("0.3 s");
    }
  }

  @Test
  void saysThatTheReceiverHungUp() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answer("HTTP/1.1 200 OK\r\nA: ");
      HttpUrl url = HttpUrl.of(receiver.url());
      assertThatThrownBy(() -> post(new Targets(true), LONG, url))
          .hasMessageContaining("closed the connection");
    }
  }

  private static String redirect(int status, String location) {
    return "HTTP/1.1 " + status + " x\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
  }

  private static final String FOUND = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfound";

  @Test
  void followsRedirectsAndTellsNoOtherServerWhoAsks() throws Exception {
    Map<String, String> secret = Map.of("Authorization", "Basic x", "Accept", "text/calendar");
    try (Receiver first = new Receiver();
        Receiver second = new Receiver()) {
      first.answerOnce(redirect(302, "/y?z=1"));
      first.answerOnce(
          redirect(308, "http://elsewhere.example.org:" + second.port() + "/there#here"));
      second.answer(FOUND);

      Reply reply = get(3, url("http", "hooks.example.org", first.port()), secret);

      assertThat(reply.text()).isEqualTo("found");
      assertThat(first.next().headers()).containsEntry("authorization", "Basic x");
      assertThat(first.next().headers()).containsEntry("authorization", "Basic x");
      assertThat(second.next().headers())
          .doesNotContainKey("authorization")
          .containsEntry("accept", "text/calendar");
    }
  }

  @Test
  void followsNoCircleAndNothingThatIsLessSafe() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answer(redirect(301, "/x"));
      HttpUrl url = url("http", "hooks.example.org", receiver.port());
      assertThatThrownBy(() -> get(3, url, Map.of()))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("more than 3");
    }
    for (String bad :
        new String[] {"file:///etc/passwd", "gopher://x/", "http://", "http://a@b/"}) {
      try (Receiver receiver = new Receiver()) {
        receiver.answer(redirect(301, bad));
        HttpUrl url = url("http", "hooks.example.org", receiver.port());
        assertThatThrownBy(() -> get(3, url, Map.of())).isInstanceOf(ProtocolException.class);
      }
    }
    try (Receiver secure = new Receiver(hooks.getServerSocketFactory(), 0)) {
      secure.answer(redirect(301, "http://hooks.example.org/"));
      HttpUrl url = url("https", "hooks.example.org", secure.port());
      assertThatThrownBy(() -> get(3, url, Map.of())).hasMessageContaining("https to http");
    }
  }

  /// Where it is redirected goes through the same check as the first address.
  @Test
  void asksAgainForTheAddressesOfWhereItIsRedirected() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answer(redirect(302, "http://inside.example.org/"));
      Targets targets =
          new Targets(
              true,
              name -> {
                if (name.equals("inside.example.org")) {
                  throw new UnknownHostException(name + " was asked for");
                }
                return new InetAddress[] {HERE};
              });
      OutgoingHttp http =
          new OutgoingHttp(targets, hooks.getSocketFactory(), new RequestBounds(LONG, 10, 1));
      HttpUrl url = url("http", "hooks.example.org", receiver.port());

      assertThatThrownBy(() -> http.send(OutgoingRequest.get(url, Map.of())))
          .isInstanceOf(UnknownHostException.class)
          .hasMessage("inside.example.org was asked for");
    }
  }

  @Test
  void sendsNoHeaderThatWouldBreakTheRequestApart() {
    HttpUrl url = url("http", "hooks.example.org", 80);
    for (String value : new String[] {"a\r\nX: y", "a\nb", "\u0000", "\u00e9"}) {
      assertThatThrownBy(() -> OutgoingRequest.get(url, Map.of("X-A", value)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining(value);
    }
    assertThatThrownBy(() -> OutgoingRequest.get(url, Map.of("X A", "b")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OutgoingRequest("GET /", url, Map.of(), new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
