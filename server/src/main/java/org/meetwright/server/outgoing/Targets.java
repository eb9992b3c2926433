package org.meetwright.server.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;

/// Decides where webhooks may be: nowhere that only this machine or its network can reach, unless
/// the configuration allows it.
public final class Targets {
  private final boolean allowPrivate;
  private final Resolver resolver;

  /// Finds the addresses of a name.
  @FunctionalInterface
  interface Resolver {
    /// Returns the addresses, at least one.
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /// Creates it.
  ///
  /// @param allowPrivate whether webhooks may be at loopback and private addresses
  public Targets(boolean allowPrivate) {
    this(allowPrivate, InetAddress::getAllByName);
  }

  Targets(boolean allowPrivate, Resolver resolver) {
    this.allowPrivate = allowPrivate;
    this.resolver = resolver;
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
  /// @throws IOException if any of them is refused
  List<InetAddress> addresses(String host) throws IOException {
    List<InetAddress> addresses = List.of(resolver.resolve(host));
    for (InetAddress address : addresses) {
      if (!allowPrivate && !PublicAddresses.contains(address)) {
        // Not which: hosts are not to learn what the names of this network mean.
        throw new IOException(
            "must not be at a loopback, private or other special address, as "
                + InvalidValueException.shown(host)
                + " is; webhooks.allowPrivateTargets allows it");
      }
    }
    return addresses;
  }
}
