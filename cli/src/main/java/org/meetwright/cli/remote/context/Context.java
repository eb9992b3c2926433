package org.meetwright.cli.remote.context;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;

/// A server, and the host as whom one works on it.
///
/// @param name what the user calls it
/// @param server without a slash at the end
/// @param tokenId null if the token was made elsewhere, and is not deleted at the end
/// @param allowHttp whether the user has asked to send the token in plain HTTP
public record Context(
    String name,
    URI server,
    String handle,
    String token,
    @Nullable UUID tokenId,
    boolean allowHttp) {
  /// The name that stands for the database instead of a server.
  public static final String DATABASE = "database";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@:-]{0,99}");

  /// Creates it.
  ///
  /// @throws InvalidValueException if the name is not valid
  public Context {
    if (!NAME.matcher(name).matches() || name.equals(DATABASE)) {
      throw new InvalidValueException(
          "",
          "The name of a context must be like work or ada@meet.example.org, of letters, digits and"
              + " . _ @ : - only, and not \"database\"; it is "
              + InvalidValueException.shown(name));
    }
  }

  /// Leaves the token out.
  @Override
  public String toString() {
    return "Context[" + name + "]";
  }
}
