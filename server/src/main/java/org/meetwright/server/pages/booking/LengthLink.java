package org.meetwright.server.pages.booking;

/// A length that a visitor can choose.
///
/// @param label how long it is, in words
/// @param href where the times of this length are
/// @param chosen whether it is the one whose times are shown
public record LengthLink(String label, String href, boolean chosen) {}
