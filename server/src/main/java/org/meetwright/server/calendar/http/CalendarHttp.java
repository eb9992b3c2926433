package org.meetwright.server.calendar.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.server.outgoing.OutgoingHttp;
import org.meetwright.server.outgoing.OutgoingHttp.BodyReader;
import org.meetwright.server.outgoing.OutgoingRequest;
import org.meetwright.server.outgoing.Reply;
import org.meetwright.server.outgoing.RequestBounds;
import org.meetwright.server.outgoing.Targets;

/// Asks calendar services, and says for hosts what went wrong: without addresses, secrets, or what
/// the service said.
public final class CalendarHttp {
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final OutgoingHttp http;
  private final InstantSource clock;

  /// Creates it.
  ///
  /// @param clock by which a service's date of its next answer is read
  public CalendarHttp(Targets targets, RequestBounds bounds, InstantSource clock) {
    this.http = new OutgoingHttp(targets, bounds);
    this.clock = clock;
  }

  /// Sends a request, and has the answer read while it comes.
  ///
  /// @throws RemoteFault if there is no answer, or one that can't be read; whatever its status is
  public <T> T send(OutgoingRequest request, BodyReader<T> reader) throws RemoteFault {
    try {
      return http.send(request, reader);
    } catch (Faulty faulty) {
      throw faulty.fault;
    } catch (IOException failed) {
      throw fault(failed);
    }
  }

  /// Carries a fault out of a [BodyReader].
  public static final class Faulty extends IOException {
    private static final long serialVersionUID = 1L;
    private final RemoteFault fault;

    /// Wraps it.
    public Faulty(RemoteFault fault) {
      super(fault);
      this.fault = fault;
    }
  }

  private static RemoteFault fault(IOException failed) {
    return switch (failed) {
      case Targets.RefusedException _ ->
          fault(
              FaultCode.PRIVATE_ADDRESS,
              "The address is at a loopback, private or other special address. An admin can allow"
                  + " that with calendars.allowPrivateTargets.",
              failed);
      case UnknownHostException _ ->
          fault(FaultCode.UNKNOWN_SERVER, "No server is known by the name in the address.", failed);
      case SocketTimeoutException _ ->
          fault(FaultCode.NO_ANSWER, "The calendar service did not answer in time.", failed);
      case ConnectException _ ->
          fault(FaultCode.UNREACHABLE, "The calendar service can't be connected to.", failed);
      case SSLException _ ->
          fault(
              FaultCode.NOT_SAFE,
              "The calendar service can't be connected to safely: its certificate is not valid for"
                  + " it.",
              failed);
      case OutgoingHttp.RedirectException said ->
          fault(FaultCode.REDIRECTED, sentence(said), failed);
      case OutgoingHttp.TooLargeException said ->
          fault(FaultCode.TOO_LARGE, sentence(said), failed);
      case ProtocolException said -> fault(FaultCode.NOT_UNDERSTOOD, sentence(said), failed);
      case ZipException _ ->
          fault(FaultCode.NOT_UNDERSTOOD, "The answer can't be unpacked.", failed);
      default -> fault(FaultCode.BROKEN_OFF, "The calendar service broke off its answer.", failed);
    };
  }

  private static RemoteFault fault(FaultCode code, String message, IOException cause) {
    return new RemoteFault(code, message, null, cause);
  }

  /// These are our own words, about limits and redirects.
  private static String sentence(ProtocolException said) {
    return String.valueOf(said.getMessage()).replace("The receiver", "The calendar service") + ".";
  }

  /// Returns what follows from an answer that is not the one that was hoped for.
  public RemoteFault fault(Reply.Head head) {
    int status = head.status();
    if (status == 429 || status == 503) {
      return new RemoteFault(
          FaultCode.LATER, "The calendar service asks to wait.", retryAfter(head), null);
    }
    if (status == 401) {
      return new RemoteFault(
          FaultCode.SIGN_IN,
          "The calendar service refuses user or password. If you sign in there with a second"
              + " factor, create an app password at the service and enter that.");
    }
    if (status == 403) {
      return new RemoteFault(
          FaultCode.NO_ACCESS, "The calendar service does not let this user in.");
    }
    if (status == 404 || status == 410) {
      return new RemoteFault(
          FaultCode.CALENDAR_GONE, "There is no calendar at this address any more.");
    }
    if (status >= 500 || status == 408) {
      return new RemoteFault(
          FaultCode.FAILED, "The calendar service failed, with status " + status + ".");
    }
    return new RemoteFault(
        FaultCode.NOT_UNDERSTOOD,
        "The calendar service answered with status " + status + ", which is not expected.");
  }

  /// Returns how long a service asks to wait; null if it does not say.
  public @Nullable Duration retryAfter(Reply.Head head) {
    String value = head.last("retry-after");
    if (value == null) {
      return null;
    }
    Duration wait;
    if (value.matches("[0-9]{1,9}")) {
      wait = Duration.ofSeconds(Long.parseLong(value));
    } else {
      try {
        wait =
            Duration.between(
                clock.instant(),
                ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeParseException unreadable) {
        return null;
      }
    }
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
