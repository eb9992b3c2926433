package org.meetwright.server.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;

/// Decides where webhooks or calendars may be: nowhere that only this machine or its network can
/// reach, unless the configuration allows it.
public final class Targets {
  private final boolean allowPrivate;
  private final String setting;
  private final Resolver resolver;

  /// Finds the addresses of a name.
  @FunctionalInterface
  interface Resolver {
    /// Returns the addresses, at least one.
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /// An address that may not be connected to.
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /// Creates those of webhooks.
  ///
  /// @param allowPrivate whether webhooks may be at loopback and private addresses
  public Targets(boolean allowPrivate) {
    this(allowPrivate, InetAddress::getAllByName);
  }

  Targets(boolean allowPrivate, Resolver resolver) {
    this(allowPrivate, "webhooks.allowPrivateTargets", resolver);
  }

  private Targets(boolean allowPrivate, String setting, Resolver resolver) {
    this.allowPrivate = allowPrivate;
    this.setting = setting;
    this.resolver = resolver;
  }

  /// Creates those of calendars.
  ///
  /// @param allowPrivate whether calendars may be at loopback and private addresses
  public static Targets ofCalendars(boolean allowPrivate) {
    return new Targets(allowPrivate, "calendars.allowPrivateTargets", InetAddress::getAllByName);
  }

  /// Checks where a new webhook is. A name that nobody knows yet passes: what it means is checked
  /// again at every attempt.
  ///
  /// @throws InvalidValueException (field `url`) if it may not be there
  public void check(HttpUrl url) {
    try {
      addresses(url.host());
    } catch (UnknownHostException notYet) {
      return;
    } catch (IOException refused) {
      throw new InvalidValueException("url", String.valueOf(refused.getMessage()));
    }
  }

  /// Returns the addresses of a host, to connect to one of them and to nothing else.
  ///
  /// @throws UnknownHostException if there is none
  /// @throws RefusedException if any of them is refused
  List<InetAddress> addresses(String host) throws IOException {
    List<InetAddress> addresses = List.of(resolver.resolve(host));
    for (InetAddress address : addresses) {
      if (!allowPrivate && !PublicAddresses.contains(address)) {
        // Not which: hosts are not to learn what the names of this network mean.
        throw new RefusedException(
            "must not be at a loopback, private or other special address, as "
                + InvalidValueException.shown(host)
                + " is; "
                + setting
                + " allows it");
      }
    }
    return addresses;
  }
}
