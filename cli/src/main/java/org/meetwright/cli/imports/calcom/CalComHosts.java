package org.meetwright.cli.imports.calcom;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedHost;
import org.meetwright.core.value.EmailAddress;

/// Users of Cal.com.
final class CalComHosts {
  private final Gathering gathering;
  private final Map<String, ImportedHost> known = new HashMap<>();

  CalComHosts(Gathering gathering) {
    this.gathering = gathering;
  }

  void read(Shape user) {
    String username = user.text("username");
    gathering.attempt(
        ItemKind.HOST,
        username,
        () ->
            add(
                new ImportedHost(
                    username,
                    FittingWords.line(user.textOr("name", username), 100),
                    new EmailAddress(user.text("email")),
                    FittingWords.zone(user.textOrNull("timeZone"), gathering.zone()),
                    FittingWords.locale(user.textOrNull("locale")),
                    FittingWords.handle(username),
                    username)));
  }

  private void add(ImportedHost host) {
    known.put(host.key(), host);
    gathering.add(host);
  }

  /// Returns the key of the user whose things are read: the first.
  String own() {
    if (gathering.hosts().isEmpty()) {
      add(
          new ImportedHost(
              "user",
              "The user of Cal.com",
              null,
              gathering.zone(),
              FittingWords.locale(null),
              null,
              null));
    }
    return gathering.hosts().getFirst().key();
  }

  /// Returns the key of a host of a booking, who is not to become a host here by that alone.
  String colleague(Shape host) {
    String email = host.textOrNull("email");
    String key =
        host.textOr(
            "username",
            email == null ? "user" : FittingWords.hashed("host", email.toLowerCase(Locale.ROOT)));
    if (!known.containsKey(key)) {
      add(
          new ImportedHost(
              key,
              FittingWords.line(host.textOr("name", key), 100),
              email == null ? null : new EmailAddress(email),
              FittingWords.zone(host.textOrNull("timeZone"), gathering.zone()),
              FittingWords.locale(null),
              null,
              null));
    }
    return key;
  }

  @Nullable ImportedHost find(String key) {
    return known.get(key);
  }
}
