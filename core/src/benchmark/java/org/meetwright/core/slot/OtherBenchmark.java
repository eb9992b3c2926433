package org.meetwright.core.slot;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.slot.explain.Explainer;
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

/// What has no limit, for information.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx256m"})
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 60, timeUnit = TimeUnit.MILLISECONDS)
public class OtherBenchmark {
  /// For how long is asked.
  @Param({"1", "12"})
  public int months;

  private Question question;
  private Snapshot snapshot;
  private Instant busy;

  /// Prepares the question and checks the naive answer.
  @Setup
  public void prepare() {
    question = Question.ofOneHost(months);
    snapshot = question.prepare().at(Question.NOW);
    List<BusyTime> taken = question.hosts().getFirst().busyTimes();
    busy = taken.get(taken.size() / 2).startsAt();
    long[] naive = naiveObjects().stream().mapToLong(Instant::getEpochSecond).toArray();
    Same.check(naive, SlotFinder.starts(snapshot, question.asked()));
  }

  /// From lists of hours and busy times to what is kept.
  @Benchmark
  public Snapshot prepareSnapshot() {
    return question.prepare();
  }

  /// Why a start in the middle of a busy time cannot be booked.
  @Benchmark
  public Object explain() {
    return Explainer.explain(snapshot, busy);
  }

  /// The same answer with an object of java.time for every edge and every candidate.
  @Benchmark
  public List<Instant> naiveObjects() {
    return NaiveObjects.starts(question);
  }
}
