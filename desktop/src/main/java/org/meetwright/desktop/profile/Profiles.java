package org.meetwright.desktop.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The profiles of the app, with the tokens of their sessions, in files that their owner alone can
/// read. Not for several threads at once.
public final class Profiles {
  private static final Logger LOG = Logger.getLogger(Profiles.class.getName());
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path directory;
  private final PrivateFile file;
  private Stored stored;

  /// What stands in the file.
  ///
  /// @param current the id of the one that was used last; null if none was
  record Stored(@Nullable String current, List<ServerProfile> profiles) {}

  /// Reads the profiles of a directory.
  public Profiles(Path directory) {
    this.directory = directory;
    this.file = new PrivateFile(directory.resolve("profiles.json"));
    this.stored = file.read().map(Profiles::read).orElse(new Stored(null, List.of()));
  }

  private static Stored read(String text) {
    try {
      return JSON.readValue(text, Stored.class);
    } catch (JacksonException broken) {
      LOG.log(Level.WARNING, "profiles.json is not readable, and is begun anew", broken);
      return new Stored(null, List.of());
    }
  }

  /// Returns all, the oldest first.
  public List<ServerProfile> list() {
    return List.copyOf(stored.profiles());
  }

  /// Returns the one that was used last.
  public Optional<ServerProfile> current() {
    return stored.profiles().stream()
        .filter(profile -> profile.id().equals(stored.current()))
        .findFirst();
  }

  /// Returns the one of a name or id.
  public Optional<ServerProfile> find(String name) {
    return stored.profiles().stream()
        .filter(profile -> profile.name().equals(name) || profile.id().equals(name))
        .findFirst();
  }

  /// Keeps a profile as the one that is used.
  public void use(ServerProfile profile) {
    List<ServerProfile> profiles = new ArrayList<>(stored.profiles());
    int known = profiles.stream().map(ServerProfile::id).toList().indexOf(profile.id());
    if (known < 0) {
      profiles.add(profile);
    } else {
      profiles.set(known, profile);
    }
    write(new Stored(profile.id(), profiles));
  }

  /// Forgets a profile, and its token.
  public void remove(ServerProfile profile) {
    forgetToken(profile);
    write(
        new Stored(
            null,
            stored.profiles().stream().filter(other -> !other.id().equals(profile.id())).toList()));
  }

  /// Returns the token of a profile's session.
  public Optional<String> token(ServerProfile profile) {
    return tokenFile(profile).read().map(String::strip).filter(token -> !token.isEmpty());
  }

  /// Keeps the token of a profile's session.
  public void keepToken(ServerProfile profile, String token) {
    tokenFile(profile).write(token + "\n");
  }

  /// Forgets the token of a profile's session.
  public void forgetToken(ServerProfile profile) {
    tokenFile(profile).delete();
  }

  private PrivateFile tokenFile(ServerProfile profile) {
    return new PrivateFile(directory.resolve("token-" + profile.id()));
  }

  private void write(Stored changed) {
    file.write(JSON.writeValueAsString(changed) + "\n");
    stored = changed;
  }
}
