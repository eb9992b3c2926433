package org.meetwright.cli.commands.context;

import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.remote.context.Context;
import org.meetwright.cli.remote.context.ContextList;

/// Finds the context that an argument names.
final class ContextLookup {
  private ContextLookup() {}

  /// Returns a context.
  ///
  /// @param name null for the current one
  /// @throws Failure if there is none
  static Context find(ContextList contexts, @Nullable String name) {
    if (name == null) {
      return contexts
          .ofCurrent()
          .orElseThrow(
              () ->
                  new Failure(
                      ExitCode.NOT_SIGNED_IN,
                      "No context is selected; name one, or list them: meetwright context list"));
    }
    return contexts
        .find(name)
        .orElseThrow(
            () ->
                new Failure(
                    "There is no context \""
                        + name
                        + "\"; see which there are: meetwright context list"));
  }
}
