package org.meetwright.server.net;

import java.util.Optional;
import java.util.stream.Stream;

/// The name of a client from its `User-Agent`, as a person would say it. Browsers pretend to be one
/// another, so the order of the tables counts; what is newer than they are is named by its engine.
///
/// @param browser for example `Chrome`
/// @param system what it runs on, for example `Linux`
public record ClientProgram(String browser, String system) {
  private static final int LONGEST = 40;

  private static final String[][] BROWSERS = {
    {"Edg/", "Edge"},
    {"EdgA/", "Edge"},
    {"EdgiOS/", "Edge"},
    {"OPR/", "Opera"},
    {"SamsungBrowser/", "Samsung Internet"},
    {"Vivaldi/", "Vivaldi"},
    {"YaBrowser/", "Yandex"},
    {"DuckDuckGo/", "DuckDuckGo"},
    {"Ddg/", "DuckDuckGo"},
    {"Firefox/", "Firefox"},
    {"FxiOS/", "Firefox"},
    {"CriOS/", "Chrome"},
    {"Chrome/", "Chrome"},
    {"Safari/", "Safari"}
  };

  private static final String[][] SYSTEMS = {
    {"Windows", "Windows"},
    {"iPhone", "iPhone"},
    {"iPad", "iPad"},
    {"Android", "Android"},
    {"CrOS", "ChromeOS"},
    {"Macintosh", "macOS"},
    {"FreeBSD", "FreeBSD"},
    {"Linux", "Linux"}
  };

  /// Returns what is kept of a header: `Chrome on Linux`, the first word of other programs without
  /// their version, or nothing.
  public static String named(String header) {
    return find(BROWSERS, header)
        .flatMap(browser -> find(SYSTEMS, header).map(system -> new ClientProgram(browser, system)))
        .map(ClientProgram::toString)
        .orElseGet(() -> firstWord(header));
  }

  private static Optional<String> find(String[][] table, String header) {
    return Stream.of(table).filter(row -> header.contains(row[0])).map(row -> row[1]).findFirst();
  }

  private static String firstWord(String header) {
    String word = header.strip().split("[/\\s(]", 2)[0].replaceAll("[^A-Za-z0-9._-]", "");
    return word.substring(0, Math.min(word.length(), LONGEST));
  }

  /// Returns what was named; empty if it is no browser.
  public static Optional<ClientProgram> find(String name) {
    return Stream.of(BROWSERS)
        .flatMap(
            browser -> Stream.of(SYSTEMS).map(system -> new ClientProgram(browser[1], system[1])))
        .filter(program -> program.toString().equals(name))
        .findFirst();
  }

  @Override
  public String toString() {
    return browser + " on " + system;
  }
}
