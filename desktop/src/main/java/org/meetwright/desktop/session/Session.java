package org.meetwright.desktop.session;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.meetwright.desktop.live.Live;
import org.meetwright.desktop.profile.ServerProfile;
import org.meetwright.desktop.task.Work;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.host.ApiMe;
import org.meetwright.server.api.model.news.ApiEvent;
import org.meetwright.server.client.ApiClient;

/// A host who is signed in at a server: what every view model works with. For the window's thread,
/// but for [#client].
public final class Session implements AutoCloseable {
  private final ApiMe me;
  private final Words words;
  private final InstantSource clock;
  private final Work work;
  private final Live live;
  private final ReadOnlyBooleanWrapper signedOut = new ReadOnlyBooleanWrapper();
  private Connection connection;
  private volatile ApiClient client;

  /// Begins a session.
  ///
  /// @param client speaks to the server of the connection
  /// @param me the host, as the server knows him
  /// @param window the window's thread
  public Session(
      Connection connection, ApiClient client, ApiMe me, InstantSource clock, Executor window) {
    this.connection = connection;
    this.client = client;
    this.me = me;
    this.clock = clock;
    this.words = Words.of(Words.locale(me.locale()), ZoneId.of(me.timeZone()));
    this.work = new Work(window);
    this.live = new Live(() -> this.client, clock, window, () -> signedOut.set(true));
    work.onSignedOut(() -> signedOut.set(true));
    live.start();
  }

  /// Returns who speaks to the server. From any thread; to be asked for anew for each task.
  public ApiClient client() {
    return client;
  }

  /// Returns who speaks to the server as somebody who is not signed in; whoever gets this closes
  /// it.
  public ApiClient anyone() {
    return connection.anyone();
  }

  /// Returns the profile that is used.
  public ServerProfile profile() {
    return connection.profile();
  }

  /// Returns the server's address, without a slash at the end.
  public URI address() {
    return connection.address();
  }

  /// Returns where links to the server begin, without a slash at the end.
  public URI links() {
    return connection.links();
  }

  /// Returns the host.
  public ApiMe me() {
    return me;
  }

  /// Returns the words of the host.
  public Words words() {
    return words;
  }

  /// Returns the time.
  public Instant now() {
    return clock.instant();
  }

  /// Returns today's date in the host's zone.
  public LocalDate today() {
    return words.date(now());
  }

  /// Returns what runs tasks.
  public Work work() {
    return work;
  }

  /// Returns the stream of the host's events.
  public Live live() {
    return live;
  }

  /// Calls an action when an event of certain types comes, or when all has to be read anew.
  ///
  /// @return ends that
  public Runnable whenever(Predicate<String> types, Runnable action) {
    Consumer<ApiEvent> listener =
        event -> {
          if (event.type().equals(Live.RESET) || types.test(event.type())) {
            action.run();
          }
        };
    return live.listen(listener);
  }

  /// Returns whether the server no longer knows the session.
  public ReadOnlyBooleanProperty signedOutProperty() {
    return signedOut.getReadOnlyProperty();
  }

  /// Goes on after the host has signed in again.
  public void signedInAgain(String token) {
    connect(connection.with(token));
    signedOut.set(false);
  }

  /// Goes on after the server on this computer was started again.
  public void moved(LocalServer.Reach reach) {
    connect(connection.at(reach));
  }

  private void connect(Connection to) {
    ApiClient before = client;
    connection = to;
    client = to.client();
    before.close();
    live.hurry();
  }

  /// Ends it, and what the app runs for it.
  @Override
  public void close() {
    live.close();
    work.close();
    client.close();
    connection.closing().run();
  }
}
