package org.meetwright.server.pages.view;

/// A way on.
///
/// @param label where it leads
public record Way(String label, String href) {}
