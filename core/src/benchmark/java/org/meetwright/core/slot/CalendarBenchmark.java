package org.meetwright.core.slot;

import java.util.concurrent.TimeUnit;
import org.meetwright.core.time.IntervalSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One host with 5,000 busy times of a calendar, beside the same host without. They lie where
/// nothing is free anyway, so that both answers are the same.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx256m"})
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 60, timeUnit = TimeUnit.MILLISECONDS)
public class CalendarBenchmark {
  static final int TIMES = 5000;

  /// For how long is asked.
  @Param({"1", "12"})
  public int months;

  private Question question;
  private Snapshot without;
  private Snapshot with;
  private IntervalSet asked;

  /// Prepares both and checks that they answer alike.
  @Setup
  public void prepare() {
    Question bare = Question.ofOneHost(months);
    question = bare.withCalendar(TIMES);
    without = bare.prepare();
    with = question.prepare();
    asked = bare.asked();
    Same.check(engineWithCalendar(), engineWithoutCalendar());
  }

  @Benchmark
  public long[] engineWithoutCalendar() {
    return SlotFinder.starts(without.at(Question.NOW), asked);
  }

  @Benchmark
  public long[] engineWithCalendar() {
    return SlotFinder.starts(with.at(Question.NOW), asked);
  }

  /// The cost of each change.
  @Benchmark
  public Snapshot prepareWithCalendar() {
    return question.prepare();
  }
}
