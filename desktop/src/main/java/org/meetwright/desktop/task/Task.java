package org.meetwright.desktop.task;

/// Something to do off the window's thread. It may be interrupted, and then ends with any
/// exception.
@FunctionalInterface
public interface Task<T> {
  /// Does it.
  ///
  /// @param job where to say how far it is
  T run(Job job) throws Exception;
}
