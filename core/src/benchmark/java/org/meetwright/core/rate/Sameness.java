package org.meetwright.core.rate;

import java.util.List;
import java.util.Objects;
import org.meetwright.core.rate.Call.Parameter;

/// Proves that two bookings send the same.
final class Sameness {
  private Sameness() {}

  /// Compares statements text by text, and the types of their parameters.
  ///
  /// @param what what is compared with the real booking
  /// @throws IllegalStateException if they differ, with the first difference
  static void check(String what, List<Call> real, List<Call> compared) {
    for (int i = 0; i < Math.max(real.size(), compared.size()); i++) {
      String expected = i < real.size() ? shape(real.get(i)) : "nothing";
      String found = i < compared.size() ? shape(compared.get(i)) : "nothing";
      if (!expected.equals(found)) {
        throw new IllegalStateException(
            "Call "
                + (i + 1)
                + " of a booking is\n  "
                + expected
                + "\nbut that of "
                + what
                + " is\n  "
                + found);
      }
    }
  }

  private static String shape(Call call) {
    List<String> types = call.parameters().stream().map(Sameness::type).toList();
    return call.kind() + " " + call.sql() + " " + types;
  }

  private static String type(Parameter parameter) {
    return parameter.value() == null
        ? "NULL " + parameter.nullType()
        : Objects.requireNonNull(parameter.value()).getClass().getName();
  }
}
