package org.meetwright.server.calendar.caldav;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A running CalDAV server with a calendar of Ada's, and another client of it: curl.
///
/// @param root where discovery begins
/// @param calendar the address of her calendar, with a slash at its end
/// @param user empty if the server asks nobody
/// @param takesUidTwice whether it keeps two events with one UID
/// @param programs ended with the test, the last first
public record Bed(
    Path directory,
    String root,
    String calendar,
    String user,
    String password,
    boolean takesUidTwice,
    List<AutoCloseable> programs) {

  /// An answer to curl.
  public record Said(int status, String body) {}

  /// Sends a request by curl.
  public Said curl(String method, String url, String body, String... headers) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("curl", "-s", "-X", method, "-w", "\n%{http_code}", "--max-time", "120"));
    if (!user.isEmpty()) {
      command.addAll(List.of("--anyauth", "-u", user + ":" + password));
    }
    for (String header : headers) {
      command.addAll(List.of("-H", header));
    }
    if (!body.isEmpty()) {
      command.addAll(List.of("--data-binary", "@-"));
    }
    command.add(url);
    String said = Program.run(directory, body, command);
    int end = said.lastIndexOf('\n');
    return new Said(Integer.parseInt(said.substring(end + 1).strip()), said.substring(0, end));
  }

  /// Puts an event into the calendar, as another program does.
  public void put(String name, String text) throws Exception {
    Said said = curl("PUT", calendar + name, text, "Content-Type: text/calendar; charset=utf-8");
    if (said.status() / 100 != 2) {
      throw new AssertionError(name + ": " + said);
    }
  }

  /// Returns an event of one hour, in UTC.
  public static String event(String uid, String start, String... lines) {
    StringBuilder text =
        new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//Client//EN\r\n");
    text.append("BEGIN:VEVENT\r\nUID:").append(uid).append("\r\nDTSTAMP:20260101T000000Z\r\n");
    text.append("DTSTART:").append(start).append("\r\nDURATION:PT1H\r\nSUMMARY:Dentist\r\n");
    for (String line : lines) {
      text.append(line).append("\r\n");
    }
    return text + "END:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  /// Ends the programs.
  public void close() throws Exception {
    for (AutoCloseable program : programs.reversed()) {
      program.close();
    }
  }
}
