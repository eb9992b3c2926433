package org.meetwright.server.pages.frame;

import org.jspecify.annotations.Nullable;

/// A page that only says something: an error, or what this server is.
///
/// @param href the way on; null if there is none
/// @param label what the way on is called
public record MessageView(
    Shell shell, String title, String text, @Nullable String href, String label) {}
