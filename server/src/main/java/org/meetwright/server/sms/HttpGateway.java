package org.meetwright.server.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.outgoing.OutgoingHttp;
import org.meetwright.server.outgoing.OutgoingRequest;
import org.meetwright.server.outgoing.Reply;
import org.meetwright.server.outgoing.RequestBounds;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.settings.SmsSettings;
import org.meetwright.server.settings.SmsSettings.Header;

/// Sends SMS by one POST each to the gateway of the settings, which may be in the own network. The
/// SMS's id is its idempotency key: a gateway that knows keys sends no SMS twice.
public final class HttpGateway implements SmsSender {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /// What is refused for now alone: too slow, too early, too many.
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private final HttpUrl url;
  private final SmsSettings settings;
  private final OutgoingHttp http;

  /// Creates the sender. Nothing is connected yet.
  ///
  /// @throws IllegalArgumentException if the settings name no gateway
  public HttpGateway(SmsSettings settings) {
    this(settings, LIMIT);
  }

  /// @param limit how long an attempt may take
  HttpGateway(SmsSettings settings, Duration limit) {
    if (settings.url() == null) {
      throw new IllegalArgumentException("There is no gateway");
    }
    this.url = settings.url();
    this.settings = settings;
    this.http = new OutgoingHttp(new Targets(true), RequestBounds.ofMessage(limit));
  }

  @Override
  public void send(Sms sms) throws PermanentFailure, IOException {
    Reply reply = http.send(OutgoingRequest.post(url, headers(sms), body(sms)));
    int status = reply.status();
    if (status >= 200 && status < 300) {
      if (!reply.whole()) {
        throw new IOException("The gateway's answer broke off");
      }
      return;
    }
    String words = "The gateway answered " + status + ": " + withoutSecrets(reply.text(), sms);
    if (status >= 400 && status < 500 && !PASSING.contains(status)) {
      throw new PermanentFailure(words, null);
    }
    throw new IOException(words);
  }

  private Map<String, String> headers(Sms sms) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Meetwright");
    headers.put("Idempotency-Key", sms.id());
    Header own = settings.header();
    if (own != null) {
      headers.keySet().removeIf(own.name()::equalsIgnoreCase);
      headers.put(own.name(), own.value());
    }
    return headers;
  }

  private byte[] body(Sms sms) {
    return settings
        .template()
        .filled(Map.of("to", sms.to().value(), "text", sms.text(), "id", sms.id()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// What a gateway says may repeat what it got, and is logged and kept.
  private String withoutSecrets(String said, Sms sms) {
    String line =
        said.replaceAll("\\s+", " ")
            .replace(sms.text(), "(text)")
            .replace(sms.to().value(), "(number)")
            .replace(sms.to().value().substring(1), "(number)");
    Header own = settings.header();
    if (own == null) {
      return line;
    }
    // Behind "Bearer ", for instance.
    String secret = own.value().substring(own.value().lastIndexOf(' ') + 1);
    return line.replace(own.value(), "(header)").replace(secret, "(header)");
  }
}
