package org.meetwright.core.slot;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.server.api.slot.SlotsText;
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

/// One host: the engine beside the bare loop, with the JSON of the API. It is in the package of
/// what it shares with the benchmarks of core.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx256m"})
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 60, timeUnit = TimeUnit.MILLISECONDS)
public class SlotsJsonBenchmark {
  /// For how long is asked.
  @Param({"1", "12", "60"})
  public int months;

  private Snapshot kept;
  private IntervalSet asked;
  private BareLoop bareLoop;
  private long[] found;
  private byte[] bytes;
  private int length;

  /// Prepares both and checks that they answer alike, to the byte.
  @Setup
  public void prepare() {
    Question question = Question.ofOneHost(months);
    kept = question.prepare();
    asked = question.asked();
    bareLoop = new BareLoop(question);
    found = new long[3000 * months];
    bytes = new byte[100 * found.length];
    Same.check(Arrays.copyOf(engineJson(), length), Arrays.copyOf(bytes, bareLoopJson()));
  }

  /// As the server does it: into an array of its own, which is sent up to the length.
  @Benchmark
  public byte[] engineJson() {
    Snapshot snapshot = kept.at(Question.NOW);
    long[] starts = SlotFinder.starts(snapshot, asked);
    int[] seatsLeft = SlotFinder.seatsLeft(snapshot, starts);
    byte[] into = new byte[SlotsText.longest(starts.length)];
    long[] ends = SlotFinder.ends(snapshot, starts);
    length = SlotsText.write(starts, ends, seatsLeft, Question.BERLIN, into, 0);
    return into;
  }

  @Benchmark
  public int bareLoopJson() {
    return bareLoop.json(found, bareLoop.starts(found), bytes);
  }
}
