package org.meetwright.server.calendar.caldav;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.CalendarItem;
import org.meetwright.core.calendar.item.IcsReader;
import org.meetwright.core.calendar.item.IcsReading;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.calendar.webdav.Href;
import org.meetwright.server.calendar.webdav.WebDavAnswer;
import org.meetwright.server.calendar.webdav.WebDavAnswer.Response;
import org.meetwright.server.calendar.webdav.WebDavClient;
import org.meetwright.server.calendar.webdav.WebDavNames;
import org.meetwright.server.outgoing.Reply;

/// Reads the objects of a calendar.
final class CalDavObjects {
  private static final int BATCH = 50;

  /// How many are asked for one by one in a call, because the server leaves them out.
  private static final int MOST_SINGLE = 200;

  private final WebDavClient dav;
  private final HttpUrl calendar;
  private final IcsReader reader;
  private int single;

  CalDavObjects(WebDavClient dav, HttpUrl calendar, IcsReader reader) {
    this.dav = dav;
    this.reader = reader;
    this.calendar = calendar;
  }

  /// What was read.
  ///
  /// @param gone the ids of those that are no longer there
  /// @param unreadable the ids of those that are no events that can be read
  record Read(List<RemoteItem> items, Set<String> gone, Set<String> unreadable) {
    Read() {
      this(new ArrayList<>(), new HashSet<>(), new HashSet<>());
    }
  }

  /// Adds an object to what was read.
  void add(String id, @Nullable String tag, String text, Read to) {
    if (!(reader.read(text) instanceof IcsReading.Read read)
        || (read.items().isEmpty() && read.unreadable() > 0)) {
      to.unreadable().add(id);
      return;
    }
    // One without events is a task, or a journal.
    for (CalendarItem item : read.items().stream().limit(1).toList()) {
      to.items().add(new RemoteItem(id, item.uid(), tag, item.text()));
    }
  }

  /// Reads those of some ids.
  Read read(Collection<String> ids) throws RemoteFault {
    Read read = new Read();
    List<String> batch = new ArrayList<>();
    for (String id : ids) {
      batch.add(id);
      if (batch.size() == BATCH) {
        readBatch(batch, read);
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      readBatch(batch, read);
    }
    return read;
  }

  private void readBatch(List<String> batch, Read read) throws RemoteFault {
    StringBuilder body =
        new StringBuilder(
            "<C:calendar-multiget xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\">"
                + "<D:prop><D:getetag/><C:calendar-data/></D:prop>");
    for (String id : batch) {
      body.append("<D:href>").append(id.replace("&", "&amp;")).append("</D:href>");
    }
    WebDavAnswer answer = dav.report(calendar, 1, body + "</C:calendar-multiget>");
    int status = answer.head().status();
    if (status == 401 || status == 429 || status == 503) {
      throw dav.fault(answer.head());
    }
    Set<String> open = new LinkedHashSet<>(batch);
    for (Response response : answer.responses()) {
      String id = Href.path(response.url());
      String text = response.text(WebDavNames.DATA);
      if (text != null && open.remove(id)) {
        add(id, response.text(WebDavNames.ETAG), text, read);
      }
    }
    // What is gone is answered with 404, left out, or makes the whole answer a 404: so each is
    // asked for.
    for (String id : open) {
      readSingle(id, read);
    }
  }

  private void readSingle(String id, Read read) throws RemoteFault {
    if (++single > MOST_SINGLE) {
      throw new RemoteFault(
          RemoteFault.FaultKind.NOT_UNDERSTOOD,
          "The calendar service lists events that it does not hand out.");
    }
    WebDavClient.Got got = get(id);
    if (isGone(got.head())) {
      read.gone().add(id);
    } else {
      add(id, got.head().last("etag"), got.text(), read);
    }
  }

  /// Asks for one object.
  ///
  /// @return also if it is not there
  WebDavClient.Got get(String id) throws RemoteFault {
    WebDavClient.Got got = dav.get(Href.resolve(calendar, id));
    if (got.head().status() != 200 && !isGone(got.head())) {
      throw dav.fault(got.head());
    }
    return got;
  }

  static boolean isGone(Reply.Head head) {
    return head.status() == 404 || head.status() == 410;
  }
}
