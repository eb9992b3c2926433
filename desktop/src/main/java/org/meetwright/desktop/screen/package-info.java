/// What screens have in common: they load, keep themselves right, do what the host asks for, and
/// say what did not work.
@NullMarked
package org.meetwright.desktop.screen;

import org.jspecify.annotations.NullMarked;
