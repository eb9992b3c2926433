package org.meetwright.core.slot;

import java.util.Arrays;
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

/// One host: the engine beside the bare loop. The benchmarks of the server add the JSON.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx256m"})
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 60, timeUnit = TimeUnit.MILLISECONDS)
public class SlotBenchmark {
  /// For how long is asked.
  @Param({"1", "12", "60"})
  public int months;

  private Snapshot kept;
  private IntervalSet asked;
  private BareLoop bareLoop;
  private long[] found;

  /// Prepares both and checks that they answer alike.
  @Setup
  public void prepare() {
    Question question = Question.ofOneHost(months);
    kept = question.prepare();
    asked = question.asked();
    bareLoop = new BareLoop(question);
    found = new long[3000 * months];
    Same.check(engine(), Arrays.copyOf(found, bareLoop()));
  }

  @Benchmark
  public long[] engine() {
    return SlotFinder.starts(kept.at(Question.NOW), asked);
  }

  @Benchmark
  public int bareLoop() {
    return bareLoop.starts(found);
  }
}
