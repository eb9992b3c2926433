package org.meetwright.server.calendar.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.calendar.script.Script.Answering;
import org.meetwright.server.calendar.script.Script.Asked;
import org.meetwright.server.calendar.script.Script.Said;

/// A CalDAV server in memory with one calendar, which tells its events by their tags and fails on
/// command.
public final class MemoryDav implements AutoCloseable {
  private static final Pattern HREF = Pattern.compile("<D:href>([^<]+)</D:href>");

  private final Script server = new Script();
  private final String root;
  private final String calendar;
  private final Map<String, String> events = new LinkedHashMap<>();
  private final Map<String, Integer> tags = new LinkedHashMap<>();
  private volatile String credentials = "";
  private volatile @Nullable Answering instead;
  private int number;

  /// Starts it.
  ///
  /// @param root the path below which everything is, with a slash at its beginning and end
  public MemoryDav(String root) throws IOException {
    this.root = root;
    this.calendar = root + "home/work/";
    server.onAnything(this::answer);
  }

  /// Returns the address of the service.
  public String url() {
    return server.url() + root;
  }

  public int port() {
    return server.port();
  }

  /// Has it ask for a user and a password.
  public MemoryDav asksFor(String user, String password) {
    credentials =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /// Answers like this from now on, whatever is asked; null to be itself again.
  public void answers(@Nullable Answering otherwise) {
    instead = otherwise;
  }

  /// Puts an event in, or changes one.
  public synchronized void put(String name, String text) {
    events.put(calendar + name, text);
    tags.put(calendar + name, ++number);
  }

  /// Deletes an event.
  public synchronized void delete(String name) {
    events.remove(calendar + name);
    number++;
  }

  /// Returns the events by name.
  public synchronized Map<String, String> events() {
    Map<String, String> found = new LinkedHashMap<>();
    events.forEach((path, text) -> found.put(path.substring(calendar.length()), text));
    return found;
  }

  private Said answer(Asked asked) throws IOException {
    Answering other = instead;
    if (other != null) {
      return other.to(asked);
    }
    if (!credentials.isEmpty() && !credentials.equals(asked.header("Authorization"))) {
      return Said.of(401, "").with("WWW-Authenticate", "Basic realm=\"calendars\"");
    }
    String[] words = asked.what().split(" ", 2);
    synchronized (this) {
      return switch (words[0]) {
        case "PROPFIND" -> found(words[1], asked);
        case "REPORT" -> reported(asked);
        case "GET" ->
            events.containsKey(words[1])
                ? Said.of(200, events.get(words[1])).with("ETag", tag(words[1]))
                : Said.of(404, "");
        case "PUT" -> written(words[1], asked);
        case "DELETE" -> Said.of(events.remove(words[1]) == null ? 404 : 204, "");
        default -> Said.of(405, "");
      };
    }
  }

  private Said found(String path, Asked asked) {
    if (path.equals(root)) {
      return Said.multistatus(
          said(
              root,
              "<C:calendar-home-set><D:href>" + root + "home/</D:href></C:calendar-home-set>"));
    }
    if (path.equals(root + "home/")) {
      return Said.multistatus(
          said(
              calendar,
              "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>"
                  + "<D:displayname>Work</D:displayname>"));
    }
    if (!path.equals(calendar)) {
      return Said.of(404, "");
    }
    return "0".equals(asked.header("Depth"))
        ? Said.multistatus(said(calendar, "<S:getctag>" + number + "</S:getctag>"))
        : Said.multistatus(listed());
  }

  private Said reported(Asked asked) {
    if (asked.body().contains("calendar-multiget")) {
      StringBuilder all = new StringBuilder();
      Matcher href = HREF.matcher(asked.body());
      while (href.find()) {
        String text = events.get(href.group(1));
        if (text != null) {
          all.append(said(href.group(1), tagged(href.group(1)) + data(text)));
        }
      }
      return Said.multistatus(all.toString());
    }
    if (!asked.body().contains("calendar-query")) {
      return Said.of(403, "");
    }
    if (!asked.body().contains("calendar-data")) {
      return Said.multistatus(listed());
    }
    StringBuilder all = new StringBuilder();
    events.forEach((path, text) -> all.append(said(path, tagged(path) + data(text))));
    return Said.multistatus(all.toString());
  }

  private Said written(String path, Asked asked) {
    boolean isThere = events.containsKey(path);
    String wanted = asked.header("If-match");
    if (("*".equals(asked.header("If-none-match")) && isThere)
        || (wanted != null && !(isThere && wanted.equals(tag(path))))) {
      return Said.of(412, "");
    }
    events.put(path, asked.body());
    tags.put(path, ++number);
    return Said.of(isThere ? 204 : 201, "").with("ETag", tag(path));
  }

  private String listed() {
    StringBuilder all = new StringBuilder();
    events.keySet().forEach(path -> all.append(said(path, tagged(path))));
    return all.toString();
  }

  private String tag(String path) {
    return "\"" + tags.get(path) + "\"";
  }

  private String tagged(String path) {
    return "<D:getetag>" + tag(path) + "</D:getetag>";
  }

  private static String data(String text) {
    return "<C:calendar-data>"
        + text.replace("&", "&amp;").replace("<", "&lt;")
        + "</C:calendar-data>";
  }

  private static String said(String href, String properties) {
    return "<D:response><D:href>"
        + href
        + "</D:href><D:propstat><D:prop>"
        + properties
        + "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
  }

  @Override
  public void close() {
    server.close();
  }
}
