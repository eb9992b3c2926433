package org.meetwright.core.archive;

import java.math.BigInteger;
import java.util.Collection;

/// The number of meetings and bookings, and their checksum.
///
/// @param checksum the exclusive or of the documents' checksums (SHA-256), 64 hexadecimal digits:
///   the same for the same documents in any order
public record Tally(long meetings, long bookings, String checksum) {
  /// Nothing.
  public static final Tally NONE = new Tally(0, 0, "0".repeat(64));

  static Tally of(Collection<MeetingDocument> documents) {
    Tally tally = NONE;
    for (MeetingDocument document : documents) {
      tally = tally.plus(new Tally(1, document.bookings().size(), document.checksum()));
    }
    return tally;
  }

  /// Returns the sum of both.
  public Tally plus(Tally other) {
    return new Tally(
        meetings + other.meetings, bookings + other.bookings, xor(checksum, other.checksum));
  }

  /// Returns what is left without the other.
  public Tally minus(Tally other) {
    return new Tally(
        meetings - other.meetings, bookings - other.bookings, xor(checksum, other.checksum));
  }

  private static String xor(String one, String other) {
    String hex = new BigInteger(one, 16).xor(new BigInteger(other, 16)).toString(16);
    return "0".repeat(64 - hex.length()) + hex;
  }
}
