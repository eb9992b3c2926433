package org.meetwright.server.calendar.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;

/// Reads addresses as hosts type them, or copy them from elsewhere.
public final class TypedAddress {
  private TypedAddress() {}

  /// Returns the URL of an address that begins with http, https, webcal or webcals, or with the
  /// name of a server. What does not say otherwise is asked for safely.
  ///
  /// @throws RemoteFault (NOT_FOUND) if it is none
  public static HttpUrl url(String typed) throws RemoteFault {
    String text = typed.strip();
    String scheme = text.replaceFirst("(?s):.*", "").toLowerCase(Locale.ROOT);
    String rest = text.replaceFirst("^[A-Za-z]+://", "");
    boolean named = !rest.equals(text);
    String url =
        switch (named ? scheme : "https") {
          case "http" -> "http://" + rest;
          case "https", "webcals" -> "https://" + rest;
          // Where a port is named, it is the one for http.
          case "webcal" -> (namesPort(rest) ? "http://" : "https://") + rest;
          default ->
              throw new RemoteFault(
                  FaultCode.BAD_ADDRESS,
                  "The address must begin with https://, http://, webcal:// or webcals://.");
        };
    if (url.replaceFirst("(?s)^https?://([^/?#]*).*", "$1").contains("@")) {
      throw new RemoteFault(
          FaultCode.SIGN_IN_IN_ADDRESS,
          "The address must not hold a user and a password. Enter them in their own fields.");
    }
    try {
      return HttpUrl.of(url.replaceFirst("(?s)#.*", "").replace(" ", "%20"));
    } catch (InvalidValueException wrong) {
      throw new RemoteFault(
          FaultCode.BAD_ADDRESS,
          "This is no address of a calendar. One looks like https://example.org/calendar.");
    }
  }

  private static boolean namesPort(String rest) {
    return rest.matches("(?s)[^/?#]*:[0-9]+([/?#].*)?");
  }

  /// Returns where else an address may lead, over a connection that others can read: `webcal:` does
  /// not say whether it is safe. Null if it says so.
  ///
  /// @param url what the address was read as
  public static @Nullable HttpUrl openly(String typed, HttpUrl url) {
    return url.isSecure() && typed.strip().toLowerCase(Locale.ROOT).startsWith("webcal:")
        ? HttpUrl.of(url.toString().replaceFirst("(?i)^https:", "http:"))
        : null;
  }
}
