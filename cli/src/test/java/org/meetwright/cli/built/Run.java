package org.meetwright.cli.built;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a run of the program gave.
public record Run(int exit, String out, String err) {
  /// Returns the lines of standard output.
  public List<String> lines() {
    return out.lines().toList();
  }

  /// Returns the lines of standard error.
  public List<String> errorLines() {
    return err.lines().toList();
  }

  /// Returns standard output as JSON.
  public JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }

  /// Returns this run if it ended with 0.
  ///
  /// @throws AssertionError with all that it said if not
  public Run done() {
    if (exit != 0) {
      throw new AssertionError(this);
    }
    return this;
  }
}
