package org.meetwright.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.demo.Demo;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.desktop.embedded.OwnServer;
import org.meetwright.desktop.profile.Profiles;
import org.meetwright.desktop.profile.ServerProfile;
import org.meetwright.desktop.session.Connection;
import org.meetwright.desktop.session.Credentials;
import org.meetwright.desktop.session.Entrance;
import org.meetwright.desktop.session.LocalServer;
import org.meetwright.desktop.session.NewAccount;
import org.meetwright.desktop.session.Opened;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Refusal;
import org.meetwright.server.api.model.access.SignInRequest;
import org.meetwright.server.client.ApiClient;

/// Opens what the app works with. The server on this computer runs from when it is first opened
/// until the app ends, whichever profile is looked at: its links are to work.
final class Doors implements Entrance, AutoCloseable {
  private static final String PORT = "MEETWRIGHT_SERVER_PORT";

  private final Surroundings surroundings;
  private final Profiles profiles;
  private final OwnServer own;

  /// What was added but could not be signed in to yet, so that the next try does not add it again.
  private @Nullable NewAccount added;

  Doors(Surroundings surroundings, Profiles profiles) {
    this.surroundings = surroundings;
    this.profiles = profiles;
    this.own = new OwnServer(surroundings.home(), surroundings.environment(), surroundings.clock());
  }

  @Override
  public void useAnyPort() {
    own.useAnyPort();
  }

  /// Returns the server on this computer.
  LocalServer own() {
    return own;
  }

  @Override
  public Optional<Opened> here() {
    EmbeddedServer running = own.running();
    List<String> handles = running.handles();
    return handles.isEmpty() ? Optional.empty() : Optional.of(open(running, handle(handles)));
  }

  @Override
  public Opened here(NewAccount account) {
    if (!account.equals(added)) {
      own.add(account);
      added = account;
    }
    Opened opened = own.onDisk(() -> open(own.running(), account.handle()));
    added = null;
    return opened;
  }

  private String handle(List<String> handles) {
    String chosen = surroundings.options().host();
    return !chosen.isEmpty()
        ? chosen
        : profiles
            .find("here")
            .map(ServerProfile::account)
            .filter(handles::contains)
            .orElse(handles.getFirst());
  }

  private Opened open(EmbeddedServer running, String handle) {
    String token = running.signIn(handle);
    ServerProfile profile = ServerProfile.here(handle, handle);
    return tried(
        new Connection(profile, running.address(), token, () -> own.signOut(token))
            .at(running.reach()));
  }

  @Override
  public Opened elsewhere(URI address, Credentials credentials) {
    String token = signIn(new ApiClient(address, null), credentials);
    ServerProfile profile = ServerProfile.elsewhere(address, credentials.email());
    Opened opened = tried(new Connection(profile, address, token, () -> {}));
    profiles.keepToken(profile, token);
    return opened;
  }

  @Override
  public String again(Session session, Credentials credentials) {
    String token = signIn(session.anyone(), credentials);
    if (session.profile().kind() == ServerProfile.Hosting.ELSEWHERE) {
      profiles.keepToken(session.profile(), token);
    }
    return token;
  }

  private static String signIn(ApiClient anyone, Credentials credentials) {
    try (ApiClient client = anyone) {
      String code = credentials.code();
      return client
          .access()
          .signIn(
              new SignInRequest(
                  credentials.email(), credentials.password(), code.isEmpty() ? null : code))
          .token();
    }
  }

  /// Opens a profile that the app knows.
  ///
  /// @throws Refusal code `sign_in` if its session is not known
  Opened reopen(ServerProfile profile) {
    return switch (profile.kind()) {
      case HERE -> here().orElseThrow(() -> new Refusal("no_host", "", "There is no host.", null));
      case DEMO -> lookAround();
      case ELSEWHERE ->
          withToken(
              profile,
              profiles.token(profile).orElseThrow(() -> new Refusal("sign_in", "", "", null)));
    };
  }

  /// Opens a server elsewhere with a token.
  Opened withToken(ServerProfile profile, String token) {
    return tried(new Connection(profile, URI.create(profile.address()), token, () -> {}));
  }

  @Override
  public Opened lookAround() {
    Path home = Demo.directory();
    EmbeddedServer made = EmbeddedServer.start(home, Map.of(PORT, "0"), surroundings.clock());
    try {
      made.add(Demo.account());
      String token = made.signIn("");
      Connection connection =
          new Connection(
              ServerProfile.demo(Demo.account().name()),
              made.address(),
              token,
              () -> {
                made.close();
                Demo.delete(home);
              });
      try (ApiClient client = new ApiClient(made.address(), token)) {
        new Demo(client, surroundings.clock()).fill();
      }
      return tried(connection);
    } catch (RuntimeException failed) {
      made.close();
      Demo.delete(home);
      throw failed;
    }
  }

  private static Opened tried(Connection connection) {
    ApiClient client = connection.client();
    try {
      return new Opened(
          connection,
          client,
          client.account().getMe(),
          client.eventTypes().listEventTypes().isEmpty());
    } catch (RuntimeException failed) {
      client.close();
      throw failed;
    }
  }

  /// Stops the server on this computer.
  @Override
  public void close() {
    own.close();
  }
}
