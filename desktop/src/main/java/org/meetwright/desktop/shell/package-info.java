/// The window: sidebar, banners, keys, theme, and what a screen is.
@NullMarked
package org.meetwright.desktop.shell;

import org.jspecify.annotations.NullMarked;
