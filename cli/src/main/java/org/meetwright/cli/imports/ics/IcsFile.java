package org.meetwright.cli.imports.ics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.calendar.item.line.IcsLine;
import org.meetwright.core.calendar.item.line.IcsLines;
import org.meetwright.core.calendar.item.zone.ZoneBook;
import org.meetwright.core.calendar.item.zone.ZoneDefinition;

/// The events of a calendar file, as lines, and its time zones.
record IcsFile(List<List<IcsLine>> events, ZoneBook zones) {
  /// Reads a file.
  ///
  /// @throws Failure if it is no calendar, or breaks off
  static IcsFile read(Document document) {
    IcsFile file = new IcsFile(new ArrayList<>(), new ZoneBook());
    IcsLines lines =
        new IcsLines(
            new ByteArrayInputStream(document.text().getBytes(StandardCharsets.UTF_8)),
            4L * Document.LARGEST);
    try {
      String first = lines.next();
      if (first == null || !first.strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
        throw new Failure(
            document.name()
                + " is no calendar: it does not begin with BEGIN:VCALENDAR. Nothing was imported;"
                + " export it again.");
      }
      if (!file.fill(lines)) {
        throw new Failure(
            document.name()
                + " breaks off: it does not end with END:VCALENDAR. Nothing was imported; export it"
                + " again.");
      }
    } catch (IOException tooLarge) {
      throw new UncheckedIOException(tooLarge);
    }
    return file;
  }

  /// Returns whether it is whole.
  private boolean fill(IcsLines lines) throws IOException {
    List<IcsLine> event = null;
    List<String> zone = null;
    int nested = 0;
    boolean whole = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      String word = line.strip().toUpperCase(Locale.ROOT);
      whole = word.equals("END:VCALENDAR");
      if (word.equals("BEGIN:VEVENT")) {
        event = new ArrayList<>();
      } else if (word.equals("END:VEVENT") && event != null) {
        events.add(event);
        event = null;
      } else if (word.equals("BEGIN:VTIMEZONE")) {
        zone = new ArrayList<>();
      } else if (word.equals("END:VTIMEZONE") && zone != null) {
        define(ZoneDefinition.read(zone));
        zone = null;
      } else if (zone != null) {
        zone.add(line);
      } else if (event != null && (word.startsWith("BEGIN:") || word.startsWith("END:"))) {
        nested += word.startsWith("BEGIN:") ? 1 : -1;
      } else if (event != null && nested == 0) {
        IcsLine parsed = IcsLine.parse(line);
        if (parsed != null) {
          event.add(parsed);
        }
      }
    }
    return whole;
  }

  private void define(@Nullable ZoneDefinition definition) {
    if (definition != null) {
      zones.define(definition);
    }
  }
}
