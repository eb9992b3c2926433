package org.meetwright.core.booking.wish;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.challenge.Purpose;
import org.meetwright.core.challenge.Verdict;
import org.meetwright.core.offering.Offering;

/// An invitee's request to book, as it reaches the [FrontDesk].
///
/// @param offering what is to be booked
/// @param proven whether it came in a form that was made here and filled in by someone
/// @param content reads what is to be booked; null if it cannot be read
/// @param solution looks at the solved challenge that came with it, and uses it up
public record Wish(
    Offering offering,
    boolean proven,
    Supplier<@Nullable BookRequest> content,
    Function<Purpose, Verdict> solution) {

  /// Returns the request to book that a form contains.
  public static Wish ofForm(
      Offering offering,
      boolean proven,
      Supplier<@Nullable BookRequest> content,
      Function<Purpose, Verdict> solution) {
    return new Wish(offering, proven, content, solution);
  }

  /// Returns the wish of a program, which sends no form.
  public static Wish ofProgram(
      Offering offering,
      Supplier<@Nullable BookRequest> content,
      Function<Purpose, Verdict> solution) {
    return new Wish(offering, true, content, solution);
  }
}
