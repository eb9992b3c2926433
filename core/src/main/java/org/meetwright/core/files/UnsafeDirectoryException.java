package org.meetwright.core.files;

import org.jspecify.annotations.Nullable;

/// Says that a directory is not for its owner alone, and what to do next. The message is for the
/// person who started the program.
public final class UnsafeDirectoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsafeDirectoryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
