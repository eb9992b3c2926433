package org.meetwright.core.calendar.account;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.value.Text;

/// What a service says of its calendars, made fit to be kept and shown.
final class FoundCalendars {
  /// How many calendars of an account are known; more are left out.
  private static final int MOST = 100;

  /// After this, whoever waits is told that there is no answer, whatever is still being asked.
  static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int LONGEST_ID = 2000;
  private static final int LONGEST_NAME = 200;

  private FoundCalendars() {}

  /// Asks an account for its calendars, within one time for all that has to be asked.
  ///
  /// @throws RemoteFault as the service answers, or if it has no calendar
  static List<RemoteCalendar> in(RemoteAccount account) throws RemoteFault {
    return in(account, LONGEST);
  }

  static List<RemoteCalendar> in(RemoteAccount account, Duration longest) throws RemoteFault {
    FutureTask<List<RemoteCalendar>> asking = new FutureTask<>(() -> of(account));
    // Interrupting it closes the connection that it waits for.
    Thread.ofVirtual().name("calendars").start(asking);
    try {
      return asking.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      throw new RemoteFault(FaultCode.NO_ANSWER, "The calendar service did not answer in time.");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new RemoteFault(FaultCode.NO_ANSWER, "The program is being ended.");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RemoteFault fault) {
        throw fault;
      }
      if (failed.getCause() instanceof RuntimeException broken) {
        throw broken;
      }
      throw new IllegalStateException(failed.getCause());
    } finally {
      asking.cancel(true);
    }
  }

  private static List<RemoteCalendar> of(RemoteAccount account) throws RemoteFault {
    List<RemoteCalendar> found =
        account.calendars().stream()
            .filter(one -> !one.id().isEmpty() && one.id().length() <= LONGEST_ID)
            .limit(MOST)
            .map(FoundCalendars::fit)
            .toList();
    if (found.isEmpty()) {
      throw new RemoteFault(
          RemoteFault.FaultKind.NOT_FOUND, "The account has no calendar. Check its address.");
    }
    return found;
  }

  private static RemoteCalendar fit(RemoteCalendar one) {
    String color = one.color();
    boolean isColor = color != null && color.matches("#[0-9a-fA-F]{6}");
    return new RemoteCalendar(
        one.id(), fit(one.name()), isColor ? color : null, one.zone(), one.mayWrite());
  }

  private static String fit(String name) {
    String line = Text.trimmed(name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " "));
    return line.isEmpty() ? "-" : cut(line, LONGEST_NAME);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splits ? longest - 1 : longest);
  }

  /// Returns what an account is called.
  ///
  /// @param name what the host calls it; if it is empty, the server in its address
  static String nameOf(String name, String address) {
    if (!Text.trimmed(name).isEmpty()) {
      return name;
    }
    String server = address.substring(address.lastIndexOf('@') + 1);
    try {
      String host = URI.create(address.replaceFirst("^webcals?:", "https:")).getHost();
      server = host == null ? server : host;
    } catch (IllegalArgumentException notAnAddress) {
      // An e-mail address, or something that the service will refuse.
    }
    return cut(server.replaceAll("[/?#].*", ""), CalendarConnection.LONGEST_NAME);
  }
}
