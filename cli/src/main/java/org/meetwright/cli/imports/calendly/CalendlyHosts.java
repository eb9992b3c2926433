package org.meetwright.cli.imports.calendly;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedHost;
import org.meetwright.core.value.EmailAddress;

/// Users of Calendly.
final class CalendlyHosts {
  private static final String NOT_TOLD = "user";

  private final Gathering gathering;
  private final Map<String, ImportedHost> known = new HashMap<>();

  CalendlyHosts(Gathering gathering) {
    this.gathering = gathering;
  }

  void read(Shape user) {
    String name = user.textOr("name", user.textOr("email", NOT_TOLD));
    gathering.attempt(
        ItemKind.HOST,
        name,
        () -> {
          String slug = user.textOr("slug", name);
          add(
              new ImportedHost(
                  user.text("uri"),
                  FittingWords.line(name, 100),
                  new EmailAddress(user.text("email")),
                  FittingWords.zone(user.textOrNull("timezone"), gathering.zone()),
                  FittingWords.locale(user.textOrNull("locale")),
                  FittingWords.handle(slug),
                  path(user).orElse(slug)));
        });
  }

  /// Returns the path of a page; empty if its address is not told.
  static Optional<String> path(Shape thing) {
    return Optional.ofNullable(thing.textOrNull("scheduling_url"))
        .filter(url -> url.matches("https?://[^\\s?#\\\\^`{}|<>\"]+"))
        .map(url -> URI.create(url).getPath().replaceAll("^/+|/+$", ""))
        .filter(path -> !path.isEmpty());
  }

  private void add(ImportedHost host) {
    known.put(host.key(), host);
    gathering.add(host);
  }

  /// Returns the user of an address; if none is told, the first.
  String key(@Nullable String uri) {
    if (uri != null && known.containsKey(uri)) {
      return uri;
    }
    if (uri == null && !gathering.hosts().isEmpty()) {
      return gathering.hosts().getFirst().key();
    }
    return colleague(uri == null ? NOT_TOLD : uri, null);
  }

  /// Returns the key of someone who is a host here already, or is not to become one.
  String colleague(String uri, @Nullable String email) {
    if (!known.containsKey(uri)) {
      add(
          new ImportedHost(
              uri,
              email == null ? "The user " + Calendly.id(uri) + " of Calendly" : email,
              email == null ? null : new EmailAddress(email),
              gathering.zone(),
              FittingWords.locale(null),
              null,
              null));
    }
    return uri;
  }

  @Nullable ImportedHost find(String key) {
    return known.get(key);
  }
}
