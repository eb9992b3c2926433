package org.meetwright.core.rate;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Clients that book one time after the other, all at once, for a while.
final class Load {
  private static final OperatingSystemMXBean CPU =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Load() {}

  /// Books one time.
  @FunctionalInterface
  interface Booker {
    /// Books it, and fails if that does not succeed.
    void book() throws Exception;
  }

  /// What a load came to.
  ///
  /// @param nanos how long each booking took, ascending
  /// @param cpuMillis how much of a processor this program took for each; a server's is not in it
  /// @param errors what clients ended with before their time
  @SuppressWarnings("ArrayRecordComponent")
  record Result(double perSecond, long[] nanos, double cpuMillis, List<Exception> errors) {
    /// Returns how long a share of the bookings took at most, in milliseconds.
    double millis(double share) {
      return nanos.length == 0
          ? Double.NaN
          : nanos[(int) Math.min(nanos.length - 1, (long) (nanos.length * share))] / 1e6;
    }
  }

  /// Runs a load.
  ///
  /// @param bookers one for each client
  static Result run(List<? extends Booker> bookers, Duration time) throws InterruptedException {
    try (ExecutorService clients = Executors.newFixedThreadPool(bookers.size())) {
      long cpu = CPU.getProcessCpuTime();
      long begin = System.nanoTime();
      List<Future<long[]>> running = new ArrayList<>();
      List<Exception> errors = new ArrayList<>();
      for (Booker booker : bookers) {
        running.add(clients.submit(() -> bookUntil(begin + time.toNanos(), booker)));
      }
      LongStream all = LongStream.empty();
      for (Future<long[]> client : running) {
        try {
          all = LongStream.concat(all, Arrays.stream(client.get()));
        } catch (ExecutionException failed) {
          errors.add(failed);
        }
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      long[] nanos = all.sorted().toArray();
      double cpuMillis = (CPU.getProcessCpuTime() - cpu) / 1e6 / nanos.length;
      return new Result(nanos.length / seconds, nanos, cpuMillis, errors);
    }
  }

  private static long[] bookUntil(long end, Booker booker) throws Exception {
    LongStream.Builder taken = LongStream.builder();
    for (long begin = System.nanoTime(); begin - end < 0; ) {
      booker.book();
      long now = System.nanoTime();
      taken.add(now - begin);
      begin = now;
    }
    return taken.build().toArray();
  }

  /// Returns the middle one of an odd number of values, and the upper middle one of an even number.
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /// Makes the same booker for each client.
  static List<Booker> same(int clients, Booker booker) {
    return IntStream.range(0, clients).mapToObj(client -> booker).toList();
  }
}
