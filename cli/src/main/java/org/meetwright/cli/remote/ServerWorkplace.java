package org.meetwright.cli.remote;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Meetings;
import org.meetwright.cli.workplace.PublicBooking;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.model.host.ApiMe;
import org.meetwright.server.client.ApiClient;

/// A server, on which one works as the host whom a token stands for.
public final class ServerWorkplace implements Workplace {
  private final ApiClient client;
  private @Nullable ApiMe me;

  /// Creates it; the server is asked once it is needed.
  public ServerWorkplace(URI server, String token) {
    this.client = new ApiClient(server, token);
  }

  @Override
  public PublicBooking publicBooking() {
    return new ServerPublicBooking(client, this::me);
  }

  @Override
  public Meetings meetings() {
    return new ServerMeetings(client, this::requireOwn);
  }

  @Override
  public Desk desk(@Nullable String handle) {
    if (handle != null) {
      requireOwn(handle);
    }
    return new ServerDesk(client, this::me);
  }

  /// One's own desk; whether the event type is on it is seen there.
  @Override
  public Desk deskOf(EventTypeAddress address) {
    return new ServerDesk(client, this::me);
  }

  @Override
  public EventTypeAddress whole(EventTypeAddress address) {
    return address.handle().isEmpty()
        ? new EventTypeAddress(me().handle(), address.slug())
        : address;
  }

  private ApiMe me() {
    ApiMe known = me;
    if (known == null) {
      known = client.account().getMe();
      me = known;
    }
    return known;
  }

  private void requireOwn(String handle) {
    String own = me().handle();
    if (!own.equals(handle)) {
      throw new Failure(
          "At "
              + client.address()
              + " you are "
              + own
              + ", not "
              + InvalidValueException.shown(handle)
              + "; leave the handle out, or sign in as that host: meetwright login "
              + client.address());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
