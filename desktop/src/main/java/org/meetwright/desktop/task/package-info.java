/// Work off the window's thread, and the one kind of trouble that comes of it.
@NullMarked
package org.meetwright.desktop.task;

import org.jspecify.annotations.NullMarked;
