package org.meetwright.server.calendar.ics;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.IcsReader;
import org.meetwright.core.calendar.item.IcsReading;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.calendar.http.CalendarHttp;
import org.meetwright.server.calendar.http.TypedAddress;
import org.meetwright.server.outgoing.Login;
import org.meetwright.server.outgoing.OutgoingRequest;
import org.meetwright.server.outgoing.Reply;

/// Where a feed is, and who asks for it.
final class FeedAddress {
  private static final Map<String, String> HEADERS =
      Map.of(
          "User-Agent", "Meetwright",
          "Accept", "text/calendar, */*;q=0.1",
          "Accept-Encoding", "gzip");

  private final CalendarHttp http;
  private final String typed;
  private final @Nullable Login login;
  private final IcsReader reader;

  FeedAddress(CalendarHttp http, AccountAccess access) {
    this.http = http;
    this.typed = access.address();
    this.reader = new IcsReader(access.ownAddresses());
    this.login = access.user().isEmpty() ? null : Login.of(access.user(), access.password());
  }

  /// What was read.
  ///
  /// @param feed null if it has not changed
  record Fetched(IcsReading.@Nullable Read feed, FeedState state) {}

  /// Returns the name of the server.
  String host() throws RemoteFault {
    return TypedAddress.url(typed).host();
  }

  /// Reads the feed.
  ///
  /// @param before what was kept when it was read last; null to read it in any case
  Fetched fetch(@Nullable FeedState before) throws RemoteFault {
    HttpUrl url = TypedAddress.url(typed);
    try {
      return fetch(url, before);
    } catch (RemoteFault failed) {
      HttpUrl open = TypedAddress.openly(typed, url);
      if (open != null
          && (failed.getCause() instanceof SSLException
              || failed.getCause() instanceof ConnectException)) {
        return fetch(open, before);
      }
      throw failed;
    }
  }

  private Fetched fetch(HttpUrl url, @Nullable FeedState before) throws RemoteFault {
    Map<String, String> headers = new LinkedHashMap<>(HEADERS);
    if (before != null) {
      headers.putAll(before.conditions());
    }
    return http.send(
        OutgoingRequest.get(url, headers).by(login), (head, body) -> read(head, body, before));
  }

  private Fetched read(Reply.Head head, InputStream body, @Nullable FeedState before)
      throws IOException {
    if (head.status() == 304 && before != null) {
      return new Fetched(null, before);
    }
    if (head.status() != 200) {
      throw new CalendarHttp.Faulty(http.fault(head));
    }
    MessageDigest hash = sha256();
    DigestInputStream hashed = new DigestInputStream(body, hash);
    // An empty page, or one to sign in, is no calendar without events.
    IcsReading.Read feed =
        switch (reader.read(hashed)) {
          case IcsReading.Read whole -> whole;
          case IcsReading.NoCalendar(String reason) -> throw faulty(FaultCode.NO_FEED, reason);
          case IcsReading.TooLarge(String reason) -> throw faulty(FaultCode.TOO_LARGE, reason);
        };
    hashed.transferTo(OutputStream.nullOutputStream());
    FeedState state = FeedState.of(head, HexFormat.of().formatHex(hash.digest()));
    boolean same = before != null && before.hash().equals(state.hash());
    return new Fetched(same ? null : feed, state);
  }

  private static CalendarHttp.Faulty faulty(FaultCode code, String reason) {
    return new CalendarHttp.Faulty(new RemoteFault(code, reason));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
