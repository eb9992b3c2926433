package org.meetwright.desktop.settings;

import java.util.UUID;

/// A place where the host is signed in.
///
/// @param detail since when, and when it was used, in words
/// @param current whether it is this app
public record Device(UUID id, String name, String detail, boolean current) {}
