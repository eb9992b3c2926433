package org.meetwright.desktop.shell;

import java.util.function.Supplier;

/// An entry of the sidebar.
///
/// @param name of the texts `place.NAME`
/// @param icon of the Feather pack
/// @param screen makes the screen, when it is shown first
public record Place(String name, String icon, Supplier<Screen> screen) {}
