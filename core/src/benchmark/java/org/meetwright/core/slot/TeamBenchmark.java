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

/// Teams, each member with the busy times of one host.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx256m"})
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 60, timeUnit = TimeUnit.MILLISECONDS)
public class TeamBenchmark {
  /// For how long is asked.
  @Param({"1", "12"})
  public int months;

  private Snapshot collective;
  private Snapshot roundRobin;
  private Snapshot otherHours;
  private IntervalSet asked;

  /// Prepares the teams.
  @Setup
  public void prepare() {
    Question all = Question.ofAll(10, months);
    asked = all.asked();
    collective = all.prepare();
    roundRobin = Question.ofAnyOf(50, months).prepare();
    otherHours = Question.ofAnyOfWithOtherHours(50, months).prepare();
  }

  @Benchmark
  public long[] collectiveOf10() {
    return SlotFinder.starts(collective.at(Question.NOW), asked);
  }

  @Benchmark
  public long[] roundRobinOf50() {
    return SlotFinder.starts(roundRobin.at(Question.NOW), asked);
  }

  @Benchmark
  public long[] roundRobinOf50WithOtherHours() {
    return SlotFinder.starts(otherHours.at(Question.NOW), asked);
  }
}
