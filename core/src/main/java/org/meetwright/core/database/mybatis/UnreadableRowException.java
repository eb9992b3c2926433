package org.meetwright.core.database.mybatis;

import java.util.UUID;

/// A stored row is not a valid value of its kind: someone changed it outside the program, or an
/// earlier version allowed more.
public final class UnreadableRowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableRowException(String kind, UUID id, Throwable cause) {
    super(
        "The stored " + kind + " " + id + " cannot be read; the admin finds in the log why.",
        cause);
  }
}
