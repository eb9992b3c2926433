package org.meetwright.core.calendar.item;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rules by chance, of the kinds that calendar programs write, and some that none does.
final class RandomRules {
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private RandomRules() {}

  static String next(Random random) {
    String interval = random.nextBoolean() ? "" : ";INTERVAL=" + (1 + random.nextInt(4));
    return switch (random.nextInt(10)) {
      case 0 -> "FREQ=DAILY" + interval + by(random, ";BYMONTH=", () -> month(random));
      case 1 -> "FREQ=DAILY" + interval + by(random, ";BYDAY=", () -> day(random));
      case 2 -> "FREQ=WEEKLY" + interval;
      case 3, 4 ->
          "FREQ=WEEKLY"
              + interval
              + by(random, ";BYDAY=", () -> day(random))
              + (random.nextBoolean() ? "" : ";WKST=" + day(random));
      case 5 -> "FREQ=MONTHLY" + interval + by(random, ";BYMONTHDAY=", () -> monthDay(random));
      case 6 -> "FREQ=MONTHLY" + interval + by(random, ";BYDAY=", () -> nth(random) + day(random));
      case 7 ->
          "FREQ=MONTHLY"
              + interval
              + ";BYDAY=MO,TU,WE,TH,FR"
              + by(random, ";BYSETPOS=", () -> nth(random));
      case 8 ->
          "FREQ=YEARLY"
              + by(random, ";BYMONTH=", () -> month(random))
              + (random.nextBoolean()
                  ? by(random, ";BYMONTHDAY=", () -> monthDay(random))
                  : by(random, ";BYDAY=", () -> nth(random) + day(random)));
      default ->
          random.nextBoolean()
              ? "FREQ=HOURLY;INTERVAL=" + (5 + random.nextInt(30))
              : "FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0,45" + interval;
    };
  }

  private static String by(Random random, String name, Supplier<String> value) {
    return name
        + Stream.generate(value)
            .limit(1 + random.nextInt(3))
            .distinct()
            .collect(Collectors.joining(","));
  }

  private static String month(Random random) {
    return "" + (1 + random.nextInt(12));
  }

  private static String day(Random random) {
    return DAYS.get(random.nextInt(7));
  }

  private static String nth(Random random) {
    return (random.nextBoolean() ? "" : "-") + (1 + random.nextInt(4));
  }

  private static String monthDay(Random random) {
    return (random.nextInt(3) > 0 ? "" : "-") + (1 + random.nextInt(31));
  }
}
