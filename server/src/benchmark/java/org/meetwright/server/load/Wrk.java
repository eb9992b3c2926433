package org.meetwright.server.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The load generator [wrk](https://github.com/wg/wrk), which has to be on the PATH.
///
/// @param target where files may be put
public record Wrk(URI server, int connections, int seconds, Path target) {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern FAILED = Pattern.compile("Non-2xx|Socket errors");

  /// What a run gave.
  public record Figures(double perSecond, double p99Millis) {}

  private static final String AS_FAST_AS_IT_CAN = "";

  /// Asks for paths in turns, so that what is measured then is compiled.
  public void warmUp(List<String> paths) throws IOException, InterruptedException {
    said(paths, AS_FAST_AS_IT_CAN);
  }

  /// Asks for paths in turns.
  ///
  /// @throws IllegalStateException if any answer failed or came too late
  public Figures run(List<String> paths) throws IOException, InterruptedException {
    return figures(said(paths, AS_FAST_AS_IT_CAN));
  }

  /// Asks for paths in turns, about so often a second. Each connection waits after an answer, for a
  /// random time between none and twice what it takes on average.
  ///
  /// @throws IllegalStateException if any answer failed or came too late
  public Figures paced(List<String> paths, int perSecond) throws IOException, InterruptedException {
    int longest = 2 * 1000 * connections / perSecond;
    return figures(
        said(paths, "delay = function()\n  return math.random(0, " + longest + ")\nend\n"));
  }

  private static Figures figures(String said) {
    if (FAILED.matcher(said).find()) {
      throw new IllegalStateException(said);
    }
    return new Figures(rate(said), p99(said));
  }

  private String said(List<String> paths, String pace) throws IOException, InterruptedException {
    Path script = Files.createTempFile(target, "wrk", ".lua");
    // The second thread begins in the middle.
    StringBuilder lua =
        new StringBuilder(
            "local threads = 0\nsetup = function(thread)\n  thread:set(\"n\", threads * "
                + paths.size() / 2
                + ")\n  threads = threads + 1\nend\n");
    lua.append("local requests = {}\ninit = function()\n");
    paths.forEach(
        path -> lua.append("  table.insert(requests, wrk.format(\"GET\", \"" + path + "\"))\n"));
    lua.append("end\nrequest = function()\n  n = n % #requests + 1\n  return requests[n]\nend\n");
    Files.writeString(script, lua.append(pace));
    Process wrk =
        new ProcessBuilder(
                "wrk",
                "-t2",
                "-c" + connections,
                "-d" + seconds + "s",
                "--latency",
                "-s",
                script.toString(),
                server.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (wrk.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    Files.delete(script);
    return said;
  }

  private static double rate(String said) {
    return Double.parseDouble(found(RATE, said).group(1));
  }

  private static double p99(String said) {
    Matcher found = found(P99, said);
    double number = Double.parseDouble(found.group(1));
    return switch (found.group(2)) {
      case "us" -> number / 1000;
      case "s" -> number * 1000;
      default -> number;
    };
  }

  private static Matcher found(Pattern pattern, String said) {
    Matcher found = pattern.matcher(said);
    if (!found.find()) {
      throw new IllegalStateException(said);
    }
    return found;
  }

  /// Returns the run in the middle.
  public static Figures median(List<Figures> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(Figures::perSecond))
        .toList()
        .get(runs.size() / 2);
  }
}
