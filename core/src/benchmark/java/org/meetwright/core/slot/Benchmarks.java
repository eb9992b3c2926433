package org.meetwright.core.slot;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/// Runs the benchmarks and prints the table of docs/performance.md.
public final class Benchmarks {
  private static final Map<String, String> COMPARED_WITH =
      Map.of(
          "engine", "bareLoop",
          "engineJson", "bareLoopJson",
          "engineWithCalendar", "engineWithoutCalendar",
          "prepareWithCalendar", "prepareSnapshot",
          "collectiveOf10", "engine",
          "roundRobinOf50", "engine",
          "roundRobinOf50WithOtherHours", "engine");

  private final Map<String, Statistics> times = new TreeMap<>();

  private Benchmarks() {}

  /// Runs them.
  ///
  /// @param arguments the directory for `benchmarks.json` with all numbers, then arguments for JMH
  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    String[] forJmh = Arrays.copyOfRange(arguments, 1, arguments.length);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(forJmh))
                    .resultFormat(ResultFormatType.JSON)
                    .result(Path.of(arguments[0], "benchmarks.json").toString())
                    .build())
            .run();
    new Benchmarks().print(results);
  }

  private void print(Collection<RunResult> results) {
    for (RunResult result : results) {
      times.put(key(name(result), months(result)), result.getPrimaryResult().getStatistics());
    }
    System.out.printf("%n| benchmark | months | slots | median, us | p10 to p90, us | ratio |%n");
    System.out.println("|---|---:|---:|---:|---:|---:|");
    for (RunResult result : results) {
      System.out.println(row(name(result), months(result)));
    }
  }

  private static String name(RunResult result) {
    String name = result.getParams().getBenchmark();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static int months(RunResult result) {
    return Integer.parseInt(result.getParams().getParam("months"));
  }

  private static String key(String name, int months) {
    return name + "/" + months;
  }

  private String row(String name, int months) {
    Statistics own = times.get(key(name, months));
    return String.format(
        Locale.ROOT,
        "| `%s` | %d | %s | %.2f | %.2f to %.2f | %s |",
        name,
        months,
        slots(name, months),
        own.getPercentile(50),
        own.getPercentile(10),
        own.getPercentile(90),
        ratio(name, months));
  }

  private String ratio(String name, int months) {
    String other = COMPARED_WITH.getOrDefault(name, "");
    Statistics yardstick = times.get(key(other, months));
    return yardstick == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%.2f of `%s`",
            times.get(key(name, months)).getPercentile(50) / yardstick.getPercentile(50),
            other);
  }

  private static String slots(String name, int months) {
    Question question =
        switch (name) {
          case "collectiveOf10" -> Question.ofAll(10, months);
          case "roundRobinOf50" -> Question.ofAnyOf(50, months);
          case "roundRobinOf50WithOtherHours" -> Question.ofAnyOfWithOtherHours(50, months);
          default -> Question.ofOneHost(months);
        };
    boolean one = name.equals("explain") || name.startsWith("prepare");
    Snapshot snapshot = question.prepare().at(Question.NOW);
    return one ? "" : "" + SlotFinder.starts(snapshot, question.asked()).length;
  }
}
