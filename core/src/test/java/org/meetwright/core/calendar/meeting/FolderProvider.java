package org.meetwright.core.calendar.meeting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.remote.RemoteProvider;
import org.meetwright.core.calendar.remote.WrittenEvent;

/// A calendar service in a folder, a file an event, which outlives the programs that write to it.
final class FolderProvider implements RemoteProvider {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Runnable afterPut;

  /// @param afterPut run when an event has been written, before that is answered
  FolderProvider(Path folder, Runnable afterPut) {
    this.folder = folder;
    this.afterPut = afterPut;
  }

  /// Returns the text of each event.
  List<String> events() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(FolderProvider::text).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public ProviderKind kind() {
    return ProviderKind.CALDAV;
  }

  @Override
  public RemoteAccount open(AccountAccess access) {
    return new Account();
  }

  private final class Account implements RemoteAccount {
    @Override
    public List<RemoteCalendar> calendars() {
      return List.of(new RemoteCalendar("home", "Home", null, ZoneOffset.UTC, true));
    }

    @Override
    public RemoteChanges changes(
        String calendarId, @Nullable String state, Supplier<Map<String, String>> known) {
      return new RemoteChanges(true, List.of(), Set.of(), Set.of(), null, 0);
    }

    @Override
    public List<RemoteItem> between(String calendarId, Instant from, Instant until) {
      return List.of();
    }

    @Override
    public @Nullable RemoteItem find(String calendarId, String itemId) {
      Path file = folder.resolve(itemId);
      if (!Files.exists(file)) {
        return null;
      }
      String text = text(file);
      return new RemoteItem(itemId, itemId, Secrets.hash(text), text);
    }

    @Override
    public WrittenEvent put(String calendarId, OwnEvent event, @Nullable WrittenEvent written)
        throws RemoteFault {
      String id = written == null ? event.uid() : written.id();
      RemoteItem old = find(calendarId, id);
      if (written != null && (old == null || !String.valueOf(old.etag()).equals(written.etag()))) {
        throw new RemoteFault(RemoteFault.FaultKind.CHANGED, "412");
      }
      String text =
          "BEGIN:VEVENT\nUID:%s\nDTSTART:%s\nDTEND:%s\nX-MEETWRIGHT-MEETING:%s\nEND:VEVENT\n"
              .formatted(
                  event.uid(),
                  UTC.format(event.start()),
                  UTC.format(event.end()),
                  event.meetingId());
      try {
        Files.writeString(folder.resolve(id), text);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      afterPut.run();
      return new WrittenEvent(id, Secrets.hash(text));
    }

    @Override
    public void delete(String calendarId, WrittenEvent written) {
      try {
        Files.deleteIfExists(folder.resolve(written.id()));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      afterPut.run();
    }
  }
}
