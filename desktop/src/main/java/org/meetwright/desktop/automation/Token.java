package org.meetwright.desktop.automation;

import java.util.UUID;

/// An API token.
///
/// @param detail what it may do, and when it was used, in words
public record Token(UUID id, String name, String detail) {}
