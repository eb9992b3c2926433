package org.meetwright.core.files;

import org.jspecify.annotations.Nullable;

/// A directory is not only accessible to its owner; says what to do next. The message is for the
/// person who started the program.
public final class UnsafeDirectoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsafeDirectoryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
