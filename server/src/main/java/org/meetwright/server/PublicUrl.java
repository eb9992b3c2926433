package org.meetwright.server;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.settings.Settings;

/// The address under which invitees reach the server: the configured one, else the one that it
/// listens on, which is known only when it does.
final class PublicUrl implements Supplier<URI> {
  private volatile @Nullable URI url;

  PublicUrl(Settings settings) {
    url = settings.server().publicUrl();
  }

  void listeningOn(URI address) {
    if (url == null) {
      url = address;
    }
  }

  @Override
  public URI get() {
    URI known = url;
    if (known == null) {
      throw new IllegalStateException("The server does not listen yet");
    }
    return known;
  }
}
