package org.meetwright.core.backup;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.meetwright.core.backup.BackupReport.TableReport;

/// Counts the rows of a table and sums their checksums, so that two databases that give them in
/// another order agree.
final class RowSum {
  private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

  private final String table;
  private final MessageDigest digest = sha256();
  private BigInteger sum = BigInteger.ZERO;
  private long rows;

  RowSum(String table) {
    this.table = table;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /// @param line as the file has it, without its end
  void add(byte[] line) {
    rows++;
    sum = sum.add(new BigInteger(1, digest.digest(line))).mod(MODULUS);
  }

  TableReport report() {
    String hex = sum.toString(16);
    return new TableReport(table, rows, "0".repeat(64 - hex.length()) + hex);
  }
}
