package org.meetwright.server.settings;

import java.util.logging.Level;

/// What is logged, on standard error.
///
/// @param level from which level on
/// @param json whether a line is a JSON object, and not text
/// @param access whether every request is logged
public record LogSettings(Level level, boolean json, boolean access) {}
